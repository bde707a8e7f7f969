package io.github.ddevbak.git;

import java.nio.file.Path;

/** Gives repositories files of Git LFS. */
final class LargeFiles {
    static final String CONTENT = "1".repeat(1000);

    private LargeFiles() {}

    /** Sets git-lfs up, and commits and pushes {@code one.bin}. */
    static void in(Sandbox sandbox, Path folder) {
        sandbox.git(folder, "lfs", "install");
        sandbox.write(folder, ".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        sandbox.git(folder, "add", ".gitattributes");
        sandbox.commit(folder, "one.bin", CONTENT);
        sandbox.git(folder, "push", "-q");
    }

    /** A clone that was made without fetching any content. */
    static Path cloneOfPointers(Sandbox sandbox) {
        Path clone = sandbox.path("pointers");
        sandbox.git(
                sandbox.path("."),
                "-c",
                "filter.lfs.smudge=git-lfs smudge --skip -- %f",
                "-c",
                "filter.lfs.process=git-lfs filter-process --skip",
                "clone",
                "-q",
                sandbox.path("origin.git").toString(),
                clone.toString());
        return clone;
    }
}
