package io.github.ddevbak.git;

import java.util.stream.Stream;

/** Configuration of a repository, as git would list it. */
final class Configured {
    private Configured() {}

    /** Of lines {@code key<newline>value}, each with a NUL after it. */
    static GitConfig config(String entries) {
        return new GitConfig(Stream.of(entries.split("\0", -1))
                .filter(line -> !line.isEmpty())
                .map(line -> GitConfig.Entry.of("local", line))
                .toList());
    }

    static RemoteConfig remotes(String entries) {
        return RemoteConfig.of(config(entries));
    }
}
