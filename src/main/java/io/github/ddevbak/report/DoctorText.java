package io.github.ddevbak.report;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.upkeep.Check;
import java.util.ArrayList;
import java.util.List;

/** What the doctor found: what was looked at, what was found, what to do. Pure. */
public final class DoctorText {
    private static final String INDENT = " ".repeat(23);

    private final Ink ink;
    private final boolean quiet;
    private final int columns;

    /**
     * @param quiet true: only what is not well
     * @param columns of the terminal; 0: one line for each, whatever its length
     */
    public DoctorText(Ink ink, boolean quiet, int columns) {
        this.ink = ink;
        this.quiet = quiet;
        this.columns = columns;
    }

    /** Its lines. */
    public List<String> of(List<Check> checks) {
        List<String> lines = new ArrayList<>();
        for (Check check : checks) {
            if (quiet && check.health() == Check.Health.OK) {
                continue;
            }
            String word = check.health().word();
            StringBuilder first = new StringBuilder(ink.word(word)).append(" ".repeat(9 - word.length()));
            Layout.pad(first, check.what(), 14);
            lines.addAll(Layout.wrapped(Printable.text(check.found()), first.toString(), INDENT, columns));
            if (!check.todo().isEmpty()) {
                lines.addAll(
                        Layout.wrapped(Printable.text(check.todo()), " ".repeat(9) + "→ ", " ".repeat(11), columns));
            }
        }
        return lines;
    }
}
