package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says that no repository holds a folder's files. */
final class NoRepository {
    private static final String HINT =
            "git init && git add . && git commit, then git remote add origin URL && git push --all origin";

    private NoRepository() {}

    static Finding nowhere(Path folder) {
        List<String> below = repositoriesIn(folder);
        String sentence = folder + " is in no Git repository.";
        String more = below.isEmpty() ? "" : " Repositories in it, which are not looked at" + Words.names(below) + ".";
        return Finding.loss("code.no-repository", sentence + more, HINT);
    }

    /** The repository around it ignores the folder, or has never been told of it. */
    static Finding passedOver(Layout layout) {
        return Finding.loss(
                "code.no-repository",
                layout.folder() + " is in no Git repository of its own, and the one around it, " + layout.toplevel()
                        + ", holds none of its files.",
                HINT);
    }

    private static List<String> repositoriesIn(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> each =
                Files.newDirectoryStream(folder, child -> Files.exists(child.resolve(".git")))) {
            each.forEach(child -> names.add(String.valueOf(child.getFileName())));
        } catch (IOException | DirectoryIteratorException e) {
            // Only a courtesy: the loss is told without it.
            return List.of();
        }
        names.sort(null);
        return names;
    }
}
