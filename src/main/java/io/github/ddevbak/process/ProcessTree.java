package io.github.ddevbak.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child and all it started, which can be asked and then made to end.
 *
 * <p>Signals go through {@link ProcessHandle}: {@link Process#destroy()} would also close the streams, and with them
 * the child's last words.
 */
final class ProcessTree {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessTree.class);
    private static final Path PROC = Path.of("/proc");

    private final Process child;
    private final boolean ownGroup;
    private final Set<ProcessHandle> members = new LinkedHashSet<>();

    ProcessTree(Process child, boolean ownGroup) {
        this.child = child;
        this.ownGroup = ownGroup;
        members.add(child.toHandle());
    }

    Process child() {
        return child;
    }

    /** SIGTERM, once for each: a second one means "at once" to docker compose. */
    void ask() {
        gather();
        members.forEach(ProcessHandle::destroy);
    }

    /** SIGKILL to each, to what was born since {@link #ask()}, and to orphans that stayed in the child's group. */
    void insist() {
        gather();
        members.forEach(ProcessHandle::destroyForcibly);
        if (ownGroup) {
            killGroup();
        }
    }

    boolean alive() {
        return members.stream().anyMatch(ProcessTree::runs);
    }

    private void gather() {
        for (ProcessHandle member : List.copyOf(members)) {
            member.descendants().forEach(members::add);
        }
    }

    /** Dead but not yet waited for, as orphans stay in a container whose first process does not reap, is not running. */
    private static boolean runs(ProcessHandle member) {
        return member.isAlive() && !zombie(PROC.resolve(member.pid() + "/stat"));
    }

    private static boolean zombie(Path stat) {
        try {
            String line = Files.exists(stat) ? Files.readString(stat, StandardCharsets.ISO_8859_1) : "";
            return line.startsWith(" Z", line.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return true;
        }
    }

    /** Through the shell's own kill: Java signals single processes only, and a kill program may be missing. */
    private void killGroup() {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s KILL -- \"-$1\"", "sh", Long.toString(child.pid()))
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.debug("cannot signal the group of {}", child.pid(), e);
        }
    }
}
