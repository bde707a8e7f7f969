package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What git's configuration says as seen from a repository: every file's entries, in git's order, where the last one wins.
 *
 * @param entries ours among them: those that {@link GitCli} sets have the scope {@code command}
 */
record GitConfig(List<Entry> entries) {
    /** The scope is told since git 2.26 (git-config(1)). */
    private static final List<String> QUESTION = List.of("config", "--list", "-z", "--show-scope");

    GitConfig {
        entries = List.copyOf(entries);
    }

    /**
     * One variable.
     *
     * @param scope who set it: system, global, local, worktree or command
     * @param section such as {@code remote}, in lower case
     * @param name the part between the dots, such as {@code origin}; empty where there is none
     * @param variable such as {@code url}, in lower case
     * @param value empty where the file has none, which git takes for true of what can only be true or false
     */
    record Entry(String scope, String section, String name, String variable, String value) {

        static Entry of(String scope, String line) {
            int end = line.indexOf('\n');
            String key = end < 0 ? line : line.substring(0, end);
            int first = key.indexOf('.');
            int last = key.lastIndexOf('.');
            if (first < 0) {
                throw UnansweredException.notUnderstood(line);
            }
            return new Entry(
                    scope,
                    key.substring(0, first),
                    first < last ? key.substring(first + 1, last) : "",
                    key.substring(last + 1),
                    end < 0 ? "" : line.substring(end + 1));
        }

        /** Whether the repository itself says so, and not its user. */
        boolean ofRepository() {
            return scope.equals("local") || scope.equals("worktree");
        }

        boolean is(String otherSection, String otherName, String otherVariable) {
            return section.equals(otherSection) && name.equals(otherName) && variable.equals(otherVariable);
        }
    }

    /**
     * What git is configured to do in the folder; git is kept from then on from running what the repository says there.
     *
     * @throws UnansweredException where a file of the configuration cannot be read
     */
    static GitConfig ask(GitCli git, Path folder) {
        GitConfig config = parse(git.answer(folder, QUESTION).stdout());
        git.restrain(folder, config);
        return config;
    }

    /**
     * Reads git's answer: scope, NUL, key, newline, value, NUL.
     *
     * @throws UnansweredException where it is something else
     */
    static GitConfig parse(String answer) {
        String[] field = answer.split("\0", -1);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < field.length; i += 2) {
            entries.add(Entry.of(field[i], field[i + 1]));
        }
        return new GitConfig(entries);
    }

    /** Every value, the first one first. */
    List<String> values(String section, String name, String variable) {
        return entries.stream()
                .filter(entry -> entry.is(section, name, variable))
                .map(Entry::value)
                .toList();
    }

    /** The value that counts. */
    Optional<String> value(String section, String name, String variable) {
        List<String> values = values(section, name, variable);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** How long an object's name is: 20 for SHA-1, 32 for SHA-256. */
    int hashBytes() {
        return value("extensions", "", "objectformat").orElse("sha1").equals("sha1") ? 20 : 32;
    }
}
