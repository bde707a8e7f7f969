package io.github.ddevbak.store;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Which one set a user means by a name; more than one or none is an error that lists the candidates. */
public final class SetChoice {
    private static final int LISTED = 5;

    private SetChoice() {}

    /**
     * The set that is meant.
     *
     * @param whose as the message says it, such as {@code 'shop'}
     * @throws UnknownSetException where none is meant, or several are
     */
    public static SetSummary one(String text, List<SetSummary> newestFirst, String whose) {
        List<SetSummary> meant = new SetName(text).meant(newestFirst, SetSummary::id);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String said = "'" + Printable.text(text) + "'";
        if (meant.size() > 1) {
            throw new UnknownSetException(said + " may mean " + meant.size() + " sets of " + whose + ": "
                    + listed(meant) + ". Write more of the name.");
        }
        List<String> ids = newestFirst.stream().map(SetSummary::id).toList();
        throw new UnknownSetException(
                ids.isEmpty()
                        ? "there is no set of " + whose + ". Make one with 'ddevbak all'."
                        : "there is no set " + said + " of " + whose + NearMatch.hint(text, ids) + " The newest: "
                                + listed(newestFirst) + ". See all with 'ddevbak list'.");
    }

    private static String listed(List<SetSummary> sets) {
        return sets.stream().limit(LISTED).map(SetSummary::id).collect(Collectors.joining(", "))
                + (sets.size() > LISTED ? " …" : "");
    }
}
