package io.github.ddevbak.process;

import java.time.Duration;

/**
 * How long a runner waits for what may never come.
 *
 * @param grace between asking a process tree to end and ending it by force
 * @param quiet without any output, after the child's end, until streams that another process keeps open are given up
 */
record Patience(Duration grace, Duration quiet) {
    /** docker compose takes a few seconds to let go of its containers. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(2));
}
