package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells without git the usual case of {@code git clone} and {@code git init}: a folder {@code .git} at the work tree's
 * top. Only what is beyond doubt is taken for it; all else is git's to say (setup.c, setup_git_directory_gently and
 * is_git_directory; git 2.30 to 2.51).
 */
final class UsualLayout {
    private static final Pattern HEAD = Pattern.compile("(ref: refs/[^\\s]+|[0-9a-f]{40}|[0-9a-f]{64})\n");
    private static final int LONGEST_HEAD = 4096;

    private UsualLayout() {}

    /** Whether the files look like it; the folder's symlinks are resolved. */
    static boolean likely(Path folder) {
        Path gitDir = folder.resolve(".git");
        return directory(gitDir)
                && directory(gitDir.resolve("objects"))
                && directory(gitDir.resolve("refs"))
                && !Files.exists(gitDir.resolve("commondir"), LinkOption.NOFOLLOW_LINKS)
                && headIsWhole(gitDir.resolve("HEAD"));
    }

    /**
     * Whether the configuration says nothing else. Git leaves out the repository's own where it does not trust the
     * repository's owner, and then has to say so itself.
     */
    static boolean confirmed(GitConfig config) {
        boolean readByGit = config.entries().stream()
                .anyMatch(entry -> entry.ofRepository() && entry.is("core", "", "repositoryformatversion"));
        return readByGit
                && config.value("core", "", "worktree").isEmpty()
                && config.value("core", "", "bare").orElse("false").equals("false");
    }

    static Layout of(Path folder) {
        Path gitDir = folder.resolve(".git");
        return new Layout(folder, folder, gitDir, gitDir);
    }

    private static boolean directory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean headIsWhole(Path head) {
        try {
            return Files.isRegularFile(head, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(head) < LONGEST_HEAD
                    && HEAD.matcher(Files.readString(head, StandardCharsets.ISO_8859_1))
                            .matches();
        } catch (IOException e) {
            return false;
        }
    }
}
