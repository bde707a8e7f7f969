package io.github.ddevbak.demo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that goes wrong in the simulated ddev, and when.
 *
 * @param kind what goes wrong
 * @param command in which sentence
 * @param project of which project; empty for every project
 * @param first the first call it strikes, counted from 1 over the calls of that command and project
 * @param last the last call it strikes
 * @param detail what a kind needs to know, such as a version; may be empty
 */
public record Fault(Kind kind, Command command, String project, int first, int last, String detail) {
    private static final Pattern TEXT =
            Pattern.compile("([A-Z0-9_]+)@([A-Z_]+)(?::([^#=]+))?(?:#(\\d+)(-(\\d+)?)?)?(?:=(.*))?");

    /** What somebody says to ddev or docker. */
    public enum Command {
        ANY,
        /** Whatever asks the database server: dumps, questions, imports. */
        SERVER,
        VERSION,
        LIST,
        DESCRIBE,
        START,
        STOP,
        SNAPSHOT,
        /** {@code ddev snapshot restore}. */
        RESTORE,
        EXPORT_DB,
        IMPORT_DB,
        /** A dump tool run through {@code ddev exec}. */
        DUMP,
        /** A database client run through {@code ddev exec}. */
        QUERY,
        /** A database client that is given SQL on its standard input. */
        LOAD,
        /** Any other program run through {@code ddev exec}. */
        EXEC,
        CONFIG,
        DELETE,
        DOCKER_INFO,
        DOCKER_PS,
        DOCKER_VOLUME,
        DOCKER_IMAGE,
        DOCKER_RUN,
        DOCKER_RM,
        DOCKER_START,
        DOCKER_STOP,
        DOCKER_PAUSE,
        DOCKER_UNPAUSE;

        boolean covers(Command called) {
            boolean asksServer = called == SNAPSHOT
                    || called == EXPORT_DB
                    || called == DUMP
                    || called == QUERY
                    || called == IMPORT_DB
                    || called == LOAD;
            return this == ANY || this == called || (this == SERVER && asksServer);
        }
    }

    /** What can go wrong. Numbers in brackets are recordings of ddev v1.25.3 that it is modelled on. */
    public enum Kind {
        /** Nothing is done, the failure is said, and the exit code is 0 (300, 303). */
        FAILS_WITH_EXIT_0,
        /** Nothing is done, the failure is said, exit 1 (857). */
        EXIT_1,
        /** Nothing is done, an error and the usage are printed, exit 255 (209). */
        EXIT_255,
        /** No end: what was under way stays in the container (972, 973). */
        HANGS,
        /** Killed in the middle, exit 137 (413, 998): what was under way stays in the container. */
        DIES_HALF_WAY,
        /** The user asks to stop in the middle of the call. */
        CANCELLED_HALF_WAY,
        /** Success is said and nothing was done. */
        LIES,
        /** The artefact is half there and success is said. */
        PARTIAL_FILE,
        /** An old file of that name is there and is refused as existing (103); a dump lacks the newest table. */
        STALE_FILE,
        /** The artefact has no bytes, success is said. */
        EMPTY_FILE,
        /** The artefact is of another database; a snapshot gets the file name in {@code detail}, where
         * {@code {name}} stands for the one asked for. */
        WRONG_FILE,
        /** A snapshot that inflates whole and holds no server. */
        HOLLOW_FILE,
        /** A snapshot cut in the middle under its final name, with the success message (741). */
        TRUNCATED_WITH_SUCCESS,
        /** The disk fills up: a snapshot as 305 (exit 0, partial file), an export as 403 (exit 255). */
        DISK_FULL,
        /** Lines that are not JSON before, between and after, and more than one object. */
        JSON_NOISE,
        /** A {@code null} among the projects. */
        NULL_ENTRY,
        /** Bytes that are not UTF-8 on both streams. */
        NOT_UTF8,
        /** ddev's list leaves out the project that {@code detail} names (853). */
        MISSING_FROM_LIST,
        /** ddev's list is empty, exit 0, as under a rewritten registry. */
        EMPTY_LIST,
        /** Docker cannot be reached (930 to 941). */
        DOCKER_DOWN,
        /** The program is not there. */
        NOT_INSTALLED,
        /** ddev says another version, given by {@code detail}. */
        OTHER_VERSION,
        /** "Building project images..." before the dump (222). */
        START_NOISE,
        /** The database has a view of dropped tables (980): error 1356, without {@code --force} no dump. */
        BROKEN_VIEW,
        /** A table is there while the dump runs, and neither before nor after. */
        TABLE_COMES_AND_GOES,
        /** A table is made while the dump runs, and stays; the dump does not have it. */
        TABLE_MADE_MEANWHILE,
        /** The server goes away in the middle of a dump (982): no trailer, exit 3 or 255. */
        CONNECTION_LOST,
        /** The same with exit 0. */
        CONNECTION_LOST_WITH_EXIT_0,
        /** PostgreSQL does not drop a database that others are connected to: an import fails, nothing is touched. */
        OTHERS_CONNECTED,
        /** An import leaves the last row out; success is said. */
        ROW_LOST,
        /** The website writes a row right after an import. */
        ROW_WRITTEN_MEANWHILE,
        /** The volume is removed and made anew while it is read. */
        VOLUME_MADE_ANEW,
        /** A container that is frozen ends meanwhile. */
        FROZEN_CONTAINER_ENDS,
        /** A container that is frozen is removed meanwhile. */
        FROZEN_CONTAINER_REMOVED,
        /** A line on stderr that nobody expects, exit 0. */
        UNEXPECTED_STDERR,
        /** The backup tool's log does not end with {@code completed OK!}. */
        LOG_WITHOUT_OK
    }

    public Fault {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("a fault strikes at least once: " + first + " to " + last);
        }
    }

    public static Fault of(Kind kind, Command command) {
        return new Fault(kind, command, "", 1, Integer.MAX_VALUE, "");
    }

    public Fault inProject(String newProject) {
        return new Fault(kind, command, newProject, first, last, detail);
    }

    /** Only the nth call. */
    public Fault onCall(int nth) {
        return new Fault(kind, command, project, nth, nth, detail);
    }

    /** The nth call and every later one. */
    public Fault fromCall(int nth) {
        return new Fault(kind, command, project, nth, Integer.MAX_VALUE, detail);
    }

    public Fault with(String newDetail) {
        return new Fault(kind, command, project, first, last, newDetail);
    }

    boolean concerns(Command calledCommand, String calledProject) {
        return command.covers(calledCommand) && (project.isEmpty() || project.equals(calledProject));
    }

    /** {@code KIND@COMMAND[:project][#first[-[last]]][=detail]}, as {@link #parse} reads it. */
    public String text() {
        String calls = first == 1 && last == Integer.MAX_VALUE
                ? ""
                : "#" + first + (last == first ? "" : "-" + (last == Integer.MAX_VALUE ? "" : last));
        return kind + "@" + command + (project.isEmpty() ? "" : ":" + project) + calls
                + (detail.isEmpty() ? "" : "=" + detail);
    }

    /** Reads {@link #text}. */
    public static Fault parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a fault: " + text);
        }
        int first = parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4));
        boolean open = parts.group(4) == null || (parts.group(5) != null && parts.group(6) == null);
        int last =
                open ? Integer.MAX_VALUE : Integer.parseInt(parts.group(6) == null ? parts.group(4) : parts.group(6));
        return new Fault(
                Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                Command.valueOf(parts.group(2)),
                parts.group(3) == null ? "" : parts.group(3),
                first,
                last,
                parts.group(7) == null ? "" : parts.group(7));
    }
}
