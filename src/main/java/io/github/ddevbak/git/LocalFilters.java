package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that a repository's own configuration would have git run over the content of files, switched off: what the
 * user's own configuration says holds instead, and where that says nothing, no program runs.
 *
 * @param settings variable to value, such as {@code filter.x.clean} to nothing
 * @param lfs whether Git LFS is a filter, which keeps what it is shown unless it is told to keep it elsewhere
 */
record LocalFilters(Map<String, String> settings, boolean lfs) {
    private static final Set<String> PROGRAMS = Set.of("clean", "smudge", "process");

    /** What {@code git lfs install --local} (3.x) and {@code git-crypt unlock} (0.7) write into a repository. */
    private static final Set<String> KNOWN = Set.of(
            "git-lfs clean -- %f",
            "git-lfs smudge -- %f",
            "git-lfs smudge --skip -- %f",
            "git-lfs filter-process",
            "git-lfs filter-process --skip",
            "\"git-crypt\" clean",
            "\"git-crypt\" smudge");

    LocalFilters {
        settings = Map.copyOf(settings);
    }

    /**
     * Those of one configuration.
     *
     * @throws UnansweredException where one has a name that cannot be passed to git, so that it cannot be switched off
     */
    static LocalFilters of(GitConfig config) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : named(config, "filter", "")) {
            for (String program : PROGRAMS) {
                // An empty process would keep the user's own clean from running, too.
                if (config.entries().stream()
                        .anyMatch(entry -> entry.ofRepository() && entry.is("filter", name, program))) {
                    settings.put("filter." + name + "." + program, ofUser(config, "filter", name, program, ""));
                }
            }
            settings.put("filter." + name + ".required", ofUser(config, "filter", name, "required", "false"));
        }
        // Git LFS runs these inside its own filter (git-lfs-extensions); it refuses an empty one.
        for (String name : named(config, "lfs", "extension.")) {
            settings.put("lfs." + name + ".clean", ofUser(config, "lfs", name, "clean", "cat"));
            settings.put("lfs." + name + ".smudge", ofUser(config, "lfs", name, "smudge", "cat"));
        }
        settings.keySet().forEach(LocalFilters::requirePassable);
        boolean lfs = config.entries().stream()
                .anyMatch(entry ->
                        entry.section().equals("filter") && entry.value().startsWith("git-lfs "));
        return new LocalFilters(settings, lfs);
    }

    /** All of them together. */
    static LocalFilters together(Collection<LocalFilters> each) {
        Map<String, String> settings = new LinkedHashMap<>();
        each.forEach(one -> settings.putAll(one.settings));
        return new LocalFilters(settings, each.stream().anyMatch(LocalFilters::lfs));
    }

    private static Set<String> named(GitConfig config, String section, String beginning) {
        Set<String> names = new LinkedHashSet<>();
        for (GitConfig.Entry entry : config.entries()) {
            if (entry.ofRepository()
                    && entry.section().equals(section)
                    && entry.name().startsWith(beginning)
                    && PROGRAMS.contains(entry.variable())
                    && !KNOWN.contains(entry.value())) {
                names.add(entry.name());
            }
        }
        return names;
    }

    private static String ofUser(GitConfig config, String section, String name, String variable, String otherwise) {
        Optional<String> last = config.entries().stream()
                .filter(entry -> !entry.ofRepository() && entry.is(section, name, variable))
                .map(GitConfig.Entry::value)
                .reduce((first, second) -> second);
        return last.orElse(otherwise);
    }

    /** Java passes a child's arguments in the default charset (17) or the locale's (18 and newer). */
    private static void requirePassable(String key) {
        boolean whole = key.indexOf('\uFFFD') < 0
                && Charset.defaultCharset().newEncoder().canEncode(key)
                && locale().newEncoder().canEncode(key);
        if (!whole) {
            throw new UnansweredException(Finding.error(
                    "code.unreadable",
                    "The repository's own configuration has a filter whose name cannot be passed on, so that it cannot"
                            + " be kept from running: " + key + ".",
                    "look at .git/config, and give the filter a plain name or take it out"));
        }
    }

    private static Charset locale() {
        String name = System.getProperty("sun.jnu.encoding", "");
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /** As words before git's command; a name with {@code =} cannot be told apart there, see {@link #variable}. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        settings.forEach((key, value) -> {
            if (key.indexOf('=') < 0) {
                words.add("-c");
                words.add(key + "=" + value);
            }
        });
        return words;
    }

    /** The value of {@code GIT_CONFIG_PARAMETERS} for the others, in the form of git 2.31; 2.30 refuses it and stops. */
    String variable() {
        StringBuilder variable = new StringBuilder();
        settings.forEach((key, value) -> {
            if (key.indexOf('=') >= 0) {
                variable.append(variable.isEmpty() ? "" : " ")
                        .append(quoted(key))
                        .append('=')
                        .append(quoted(value));
            }
        });
        return variable.toString();
    }

    /** As git's sq_quote_buf (quote.c). */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''").replace("!", "'\\!'") + "'";
    }
}
