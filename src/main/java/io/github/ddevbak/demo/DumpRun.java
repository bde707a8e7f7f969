package io.github.ddevbak.demo;

import java.util.Arrays;

/** What came of running a dump tool: the dump, what it said beside it, and its exit code. */
final class DumpRun {
    private final byte[] dump;
    private final String stderr;
    private final int exit;

    DumpRun(byte[] dump, String stderr, int exit) {
        this.dump = dump;
        this.stderr = stderr;
        this.exit = exit;
    }

    byte[] dump() {
        return dump;
    }

    String stderr() {
        return stderr;
    }

    int exit() {
        return exit;
    }

    /** Its first half, ended another way. */
    DumpRun half(String newStderr, int newExit) {
        return new DumpRun(Arrays.copyOf(dump, dump.length / 2), newStderr, newExit);
    }

    /** With other bytes before it. */
    DumpRun after(byte[] before) {
        byte[] mixed = Arrays.copyOf(before, before.length + dump.length);
        System.arraycopy(dump, 0, mixed, before.length, dump.length);
        return new DumpRun(mixed, stderr, exit);
    }
}
