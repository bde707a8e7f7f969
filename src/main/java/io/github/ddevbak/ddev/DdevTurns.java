package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Whose turn it is to call ddev, which has no lock of its own: dumps, snapshots and commands in containers of different
 * running projects go side by side, as was recorded; whatever else there is goes alone, for ddev rewrites its list of
 * projects in place, and another ddev that reads it just then knows none (v1.25.3). Other programs do not wait.
 */
public final class DdevTurns implements ProcessRunner {
    private static final Set<String> SIDE_BY_SIDE = Set.of("exec", "export-db");
    private static final Set<String> OF_SNAPSHOTS = Set.of("restore", "--cleanup", "--list");

    private final ProcessRunner runner;

    /** Fair: a start that waits is not overtaken by dump after dump, and starts that wait together come together. */
    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

    public DdevTurns(ProcessRunner runner) {
        this.runner = runner;
    }

    @Override
    public ProcessResult run(Invocation call) {
        if (!call.command().get(0).equals("ddev")) {
            return runner.run(call);
        }
        Lock turn = sideBySide(call.command()) ? turns.readLock() : turns.writeLock();
        turn.lock();
        try {
            return runner.run(call);
        } finally {
            turn.unlock();
        }
    }

    /** Whether such a call may be made beside others of its kind; only of different, running projects. */
    static boolean sideBySide(List<String> command) {
        String verb = command.size() < 2 ? "" : command.get(1);
        return SIDE_BY_SIDE.contains(verb)
                || (verb.equals("snapshot") && command.stream().noneMatch(OF_SNAPSHOTS::contains));
    }
}
