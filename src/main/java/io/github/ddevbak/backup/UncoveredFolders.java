package io.github.ddevbak.backup;

import io.github.ddevbak.files.UploadDirs;
import io.github.ddevbak.git.GitFiles;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders in which a project's type keeps files of its users, though ddev does not count them among its upload
 * directories: what git does not have of them is in nobody's hands.
 */
public final class UncoveredFolders {
    /** Files below one folder that are looked at where git cannot be asked. */
    private static final int LOOKED_AT = 10_000;

    private static final Set<String> PLACEHOLDERS =
            Set.of(".gitignore", ".gitkeep", ".keep", ".htaccess", "index.html");

    private final GitFiles git;

    public UncoveredFolders(GitFiles git) {
        this.git = git;
    }

    List<Finding> findings(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (String folder : UploadDirs.usual(project)) {
            long count = held(project.approot(), folder);
            if (count > 0) {
                findings.add(finding(project, folder, count));
            }
        }
        return findings;
    }

    private static Finding finding(Project project, String folder, long count) {
        return Finding.warning(
                "files.not-covered",
                "The folder " + Printable.text(folder) + " of '" + project.name() + "' holds "
                        + (count >= LOOKED_AT ? "many files" : count + (count == 1 ? " file" : " files"))
                        + " that git does not have and that is not among ddev's upload directories; it is not backed"
                        + " up",
                "Add it to upload_dirs in .ddev/config.yaml: '" + Printable.text(UploadDirs.entry(project, folder))
                        + "'. A configured upload_dirs replaces the default, so name that one too.");
    }

    private long held(Path approot, String folder) {
        if (!Files.isDirectory(approot.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        Optional<List<GitFiles.GitFile>> lacking = git.notInGit(approot, List.of(folder));
        return lacking.isPresent()
                ? lacking.get().stream()
                        .filter(file -> file.kind() == GitFiles.GitFile.Kind.IGNORED && !placeholder(file.path()))
                        .count()
                : walked(approot.resolve(folder));
    }

    private static long walked(Path folder) {
        try (Stream<Path> all = Files.walk(folder, new FileVisitOption[0])) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !placeholder(path.toString()))
                    .limit(LOOKED_AT)
                    .count();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return 0;
        }
    }

    private static boolean placeholder(String path) {
        return PLACEHOLDERS.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
