package io.github.ddevbak.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Which ref a branch follows, by {@code branch.<name>.remote} and {@code .merge} and the remote's fetch rules (remote.c). */
final class Upstreams {
    private final GitConfig config;

    Upstreams(GitConfig config) {
        this.config = config;
    }

    /**
     * What {@code %(upstream)} of git-for-each-ref(1) would say: the full name of a ref, there or not, or nothing.
     *
     * @return empty where git has to be asked
     */
    Optional<String> of(String branch) {
        Optional<String> remote = config.value("branch", branch, "remote");
        List<String> merges = config.values("branch", branch, "merge");
        if (remote.isEmpty() || merges.isEmpty()) {
            return Optional.of("");
        }
        String merge = merges.get(0);
        if (remote.get().equals(".")) {
            return merge.startsWith(RefFiles.BRANCHES) ? Optional.of(merge) : Optional.empty();
        }
        List<String> rules = config.values("remote", remote.get(), "fetch");
        // A remote may be a file of its own, as of old; a rule may take refs out.
        boolean unusual = rules.isEmpty()
                || config.value("remote", remote.get(), "url").isEmpty()
                || rules.stream().anyMatch(rule -> rule.startsWith("^"));
        return unusual ? Optional.empty() : Optional.of(tracked(merge, rules));
    }

    /** The first rule that fits counts. */
    private static String tracked(String ref, List<String> rules) {
        return rules.stream()
                .map(rule -> rule.startsWith("+") ? rule.substring(1) : rule)
                .filter(rule -> rule.lastIndexOf(':') >= 0)
                .flatMap(rule ->
                        mapped(ref, rule.substring(0, rule.lastIndexOf(':')), rule.substring(rule.lastIndexOf(':') + 1))
                                .stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> mapped(String ref, String from, String to) {
        int star = from.indexOf('*');
        if (star < 0 || to.indexOf('*') < 0) {
            return ref.equals(from) && !to.isEmpty() ? Optional.of(to) : Optional.empty();
        }
        String before = from.substring(0, star);
        String after = from.substring(star + 1);
        boolean fits =
                ref.length() >= before.length() + after.length() && ref.startsWith(before) && ref.endsWith(after);
        return fits
                ? Optional.of(to.replaceFirst(
                        "\\*", Matcher.quoteReplacement(ref.substring(before.length(), ref.length() - after.length()))))
                : Optional.empty();
    }
}
