package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remote-tracking refs that are only other names for something else, such as for a branch: git takes them for what a
 * remote has, which they say nothing of.
 */
final class ForeignTracking {
    private final Set<String> names = new TreeSet<>();

    private ForeignTracking() {}

    /** Their full names; a folder that is a link stands for all in it, and its name ends with {@code /}. */
    static Set<String> ask(GitCli git, Layout layout) {
        ForeignTracking found = new ForeignTracking();
        List<String> question = List.of("for-each-ref", "--format=%(refname)%00%(symref)", RefFiles.REMOTES);
        for (String line : git.answer(layout.folder(), question).stdout().split("\n", -1)) {
            String[] field = line.split("\0", -1);
            if (field.length == 2 && foreign(field[0], field[1])) {
                found.names.add(field[0]);
            }
        }
        found.links(layout.commonDir().resolve("refs"), "refs/");
        return found.names;
    }

    /** Whether the ref that it stands for is not one of the same remote, as for {@code origin/HEAD}. */
    static boolean foreign(String name, String target) {
        String remote =
                name.substring(0, Math.max(RefFiles.REMOTES.length(), name.indexOf('/', RefFiles.REMOTES.length())));
        return !target.isEmpty() && !target.startsWith(remote + (remote.endsWith("/") ? "" : "/"));
    }

    /** Git follows links among its refs, to a file or to a folder. */
    private void links(Path folder, String name) {
        if (Files.isSymbolicLink(folder)) {
            names.add(name);
            return;
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path child : children(folder)) {
            String inside = name + child.getFileName();
            boolean tracking = (inside + "/").startsWith(RefFiles.REMOTES);
            if (tracking && Files.isDirectory(child)) {
                links(child, inside + "/");
            } else if (tracking && Files.isSymbolicLink(child)) {
                names.add(inside);
            }
        }
    }

    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            each.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw new UnansweredException(Finding.error(
                    "code.unreadable", "Cannot read " + folder + ": " + e.getMessage(), "make it readable"));
        }
        return children;
    }

    /** Whether a ref is among these names. */
    static boolean among(Set<String> names, String ref) {
        return names.stream().anyMatch(name -> name.endsWith("/") ? ref.startsWith(name) : ref.equals(name));
    }

    /** The words that keep them from counting in {@code git rev-list … --not … --remotes}. */
    static List<String> exclusions(Set<String> names) {
        return names.stream()
                .map(name -> name.length() < RefFiles.REMOTES.length() ? "" : name.substring(RefFiles.REMOTES.length()))
                .map(name -> "--exclude=" + name + (name.isEmpty() || name.endsWith("/") ? "*" : ""))
                .toList();
    }

    static List<Finding> findings(Set<String> names) {
        return names.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "code.tracking-ref-not-of-remote",
                        Words.count(names.size(), "remote-tracking ref") + " that only "
                                + (names.size() == 1 ? "stands" : "stand") + " for something else here"
                                + Words.names(List.copyOf(names)) + "; what a remote has was not taken from "
                                + (names.size() == 1 ? "it" : "them") + ".",
                        "take it away: git symbolic-ref --delete "
                                + Invocation.quoted(names.iterator().next())));
    }
}
