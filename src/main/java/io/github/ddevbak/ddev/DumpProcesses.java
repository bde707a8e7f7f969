package io.github.ddevbak.ddev;

import io.github.ddevbak.ddev.DatabaseCli.DumpProcess;
import io.github.ddevbak.project.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and ends the dump tools in a container, with nothing but a shell and {@code /proc}: not every image has ps. */
final class DumpProcesses {

    /** A line for each process: its stat line, a tab, its command line; then a line that says that these are all. */
    static final String LIST = "for p in /proc/[0-9]*; do"
            + " if read -r s <\"$p/stat\"; then"
            + " printf '%s\\t%s\\n' \"$s\" \"$(tr '\\0\\n\\t' '   ' <\"$p/cmdline\")\"; fi;"
            + " done 2>/dev/null; echo end-of-processes";

    /**
     * Asks each pid:start given to end, waits up to five seconds, insists; exits 1 where one is still there. The start
     * is compared each time, because a pid may have become another process.
     */
    static final String END = "alive() { read -r s <\"/proc/${1%:*}/stat\" || return 1; set -- \"${1#*:}\" ${s##*) };"
            + " [ \"${21}\" = \"$1\" ] && [ \"$2\" != Z ]; } 2>/dev/null;"
            + " for sig in TERM KILL; do"
            + " for e in \"$@\"; do if alive \"$e\"; then kill \"-$sig\" \"${e%:*}\" || true; fi; done;"
            + " for i in 1 2 3 4 5 6 7 8 9 10; do left=0;"
            + " for e in \"$@\"; do if alive \"$e\"; then left=1; fi; done;"
            + " [ \"$left\" = 0 ] && exit 0; sleep 0.5; done; done; exit 1";

    private static final Set<String> TOOLS = Set.of(
            "mariadb-dump",
            "mysqldump",
            "pg_dump",
            "pg_dumpall",
            "pg_basebackup",
            "mariabackup",
            "mariadb-backup",
            "xtrabackup");

    private DumpProcesses() {}

    static List<String> list() {
        return List.of("sh", "-c", LIST);
    }

    static List<String> end(List<DumpProcess> processes) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", END, "sh"));
        processes.forEach(process -> words.add(process.pid() + ":" + process.startTicks()));
        return words;
    }

    /** The dump tools among the processes; empty where the list is not whole. */
    static Optional<List<DumpProcess>> read(String stdout) {
        List<DumpProcess> found = new ArrayList<>();
        boolean whole = false;
        for (String line : stdout.split("\r?\n", -1)) {
            whole |= line.equals("end-of-processes");
            process(line).ifPresent(found::add);
        }
        return whole ? Optional.of(found) : Optional.empty();
    }

    /** {@code proc(5)}: the second field of stat is the program's name in parentheses, the 22nd its start in ticks. */
    private static Optional<DumpProcess> process(String line) {
        int open = line.indexOf(" (");
        int close = line.lastIndexOf(") ", line.contains("\t") ? line.indexOf('\t') : line.length());
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        String[] stat = line.substring(close + 2).split("[ \t]", 22);
        String name = line.substring(open + 2, close);
        String pid = line.substring(0, open);
        boolean ours = TOOLS.contains(name) && stat.length > 19 && !stat[0].equals("Z");
        if (!ours || !pid.matches("\\d{1,9}") || !stat[19].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        String command =
                line.contains("\t") ? line.substring(line.indexOf('\t') + 1).strip() : name;
        return Optional.of(new DumpProcess(Long.parseLong(pid), Long.parseLong(stat[19]), Printable.text(command)));
    }
}
