package io.github.ddevbak.backup;

import io.github.ddevbak.project.ByteCount;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import java.nio.file.Path;
import java.util.Optional;

/** Whether so many bytes may be written to a disk: a fifth of their number must stay free. Pure. */
final class Space {
    private Space() {}

    /**
     * @param bytes that are going to be written
     * @param usable bytes that are free
     */
    static Optional<Finding> objection(String project, long bytes, long usable, Path where) {
        if (usable >= bytes + bytes / 5) {
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                "store.no-room",
                "'" + project + "' needs about " + ByteCount.text(bytes) + " and " + Printable.text(where.toString())
                        + " has " + ByteCount.text(usable)
                        + " free: it was not begun, to leave a fifth of its size free",
                "Free some space, or name another destination with --dest."));
    }

    /** The same of user files, which can be left out. */
    static Optional<Finding> objectionToFiles(String project, long bytes, long usable, Path where) {
        return objection(project, bytes, usable, where)
                .map(objection -> Finding.error(
                        objection.code(),
                        "the user files of '" + project + "' need about " + ByteCount.text(bytes) + " and "
                                + Printable.text(where.toString()) + " has " + ByteCount.text(usable)
                                + " free: they were not copied, to leave a fifth of their size free",
                        "Free some space, name another destination with --dest, or leave them out with '--copy-files"
                                + " never'."));
    }
}
