package io.github.ddevbak.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The file in ddev's global folder that makes {@code ddev backup} a command (ddev v1.22.7 and newer). */
public final class BackupCommandFile {
    static final String MARK = "Made by ddevbak.";

    private final MarkedFile file;

    /** @param globalDir ddev's global folder */
    public BackupCommandFile(Path globalDir) {
        this.file = new MarkedFile(globalDir.resolve("commands").resolve("host").resolve("backup"), MARK);
    }

    public Path path() {
        return file.path();
    }

    /** Whether it is there, as we wrote it. */
    public boolean present() {
        return file.text().equals(Optional.of(text()));
    }

    /**
     * Writes it.
     *
     * @throws ScheduleRefusedException where a command of that name is not ours
     */
    public void install() {
        file.write(text());
        try {
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException | UnsupportedOperationException noModes) {
            // ddev makes its commands executable itself.
        }
    }

    /** True where it was there. */
    public boolean remove() {
        return file.remove();
    }

    static String text() {
        return "#!/usr/bin/env bash\n#ddev-generated\n# " + MARK + "\n" + """
                ## Description: Back up this project with ddevbak, and say whether it could be got back
                ## Usage: backup [flags]
                ## Example: "ddev backup", "ddev backup --only database", "ddev backup --all"
                ## CanRunGlobally: true

                if ! command -v ddevbak >/dev/null; then
                    echo "ddev backup: ddevbak is not on PATH. Install it, or put its folder on PATH." >&2
                    exit 1
                fi
                case " $* " in
                    *" -a "* | *" --all "*) exec ddevbak all "$@" ;;
                esac
                exec ddevbak all ${DDEV_PROJECT:+"$DDEV_PROJECT"} "$@"
                """;
    }
}
