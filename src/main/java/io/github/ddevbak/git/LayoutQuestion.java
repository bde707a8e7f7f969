package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which repository a folder is in, if any; tells "none" from "one that cannot be read". */
final class LayoutQuestion {
    private static final String BROKEN_HINT = "repair it, or clone again beside it and copy the work over";

    private final GitCli git;

    LayoutQuestion(GitCli git) {
        this.git = git;
    }

    /** The folder's repository, as {@link #around} finds it, and its configuration; a usual one costs one question. */
    Optional<Repository> repository(Path approot) {
        Path folder = real(approot);
        if (UsualLayout.likely(folder)) {
            GitConfig config = GitConfig.ask(git, folder);
            if (UsualLayout.confirmed(config)) {
                return Optional.of(new Repository(UsualLayout.of(folder), config));
            }
        }
        return around(folder).map(layout -> new Repository(layout, GitConfig.ask(git, layout.folder())));
    }

    /**
     * The folder's repository; empty where there is none.
     *
     * @throws UnansweredException where there is one, or may be one, that git cannot read
     */
    Optional<Layout> around(Path approot) {
        Path folder = real(approot);
        // The path comes last: it may hold newlines.
        List<String> question = List.of("rev-parse", "--is-inside-work-tree", "--show-cdup", "--git-dir");
        ProcessResult result = git.ask(folder, question);
        if (!result.ok() && Refusal.isNoRepository(result)) {
            refuseBroken(folder, folder.getRoot());
            return Optional.empty();
        }
        if (!result.ok()) {
            throw new UnansweredException(Refusal.finding(folder, question, result));
        }
        String[] lines = result.stdout().split("\n", 3);
        if (lines.length < 3 || !lines[0].equals("true") || lines[2].length() < 2) {
            throw withoutWorkTree(folder);
        }
        Path toplevel = folder.resolve(lines[1]).normalize();
        if (!folder.startsWith(toplevel)) {
            throw elsewhere(folder, ", in " + toplevel);
        }
        refuseBroken(folder, toplevel);
        Path gitDir = real(folder.resolve(lines[2].substring(0, lines[2].length() - 1)));
        return Optional.of(new Layout(folder, toplevel, gitDir, commonDir(gitDir)));
    }

    /** A damaged repository is passed over by git in silence, for one around it or for none. */
    private static void refuseBroken(Path folder, Path end) {
        for (Path place = folder; place != null && !place.equals(end); place = place.getParent()) {
            if (Files.exists(place.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                throw unreadable(place + " has a .git, but Git does not see a repository in it.");
            }
        }
    }

    /** See gitrepository-layout(5): a linked work tree's git folder names the shared one in {@code commondir}. */
    private static Path commonDir(Path gitDir) {
        Path pointer = gitDir.resolve("commondir");
        if (!Files.exists(pointer)) {
            return gitDir;
        }
        try {
            return real(gitDir.resolve(Files.readString(pointer).strip()));
        } catch (IOException e) {
            throw unreadable("Cannot read " + pointer + ": " + e.getMessage());
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw unreadable("The folder " + path + " is not there or cannot be read.");
        }
    }

    private UnansweredException withoutWorkTree(Path folder) {
        String answer = git.answer(folder, List.of("rev-parse", "--is-bare-repository", "--is-inside-git-dir"))
                .stdout();
        return answer.contains("true")
                ? lost(
                        "code.bare-repository",
                        "Git sees no work tree in " + folder + ", only a bare repository or its inside, and keeps none"
                                + " of the files there.",
                        "if it is a work tree: git config core.bare false; else git clone it and work in the clone")
                : elsewhere(folder, "");
    }

    private static UnansweredException elsewhere(Path folder, String where) {
        return lost(
                "code.no-work-tree",
                "The repository of " + folder + " has its work tree elsewhere" + where
                        + ", and keeps none of the files here.",
                "git config --unset core.worktree");
    }

    private static UnansweredException lost(String code, String sentence, String hint) {
        return new UnansweredException(Finding.loss(code, sentence, hint));
    }

    private static UnansweredException unreadable(String sentence) {
        return new UnansweredException(Finding.error("code.unreadable", sentence, BROKEN_HINT));
    }
}
