package io.github.ddevbak.git;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from git's objects which files are in Git LFS; git-lfs itself is not asked, and no filter runs. */
final class LfsPointers {
    /** So many are read at once, of at most 1 KiB each. */
    private static final int AT_ONCE = 5_000;

    private static final List<String> SMALL_OBJECTS = List.of(
            "rev-list",
            "--objects",
            "--filter=blob:limit=" + LfsPointer.LIMIT,
            // What a partial clone lacks was on the remote.
            "--missing=allow-any");

    private final GitCli git;

    LfsPointers(GitCli git) {
        this.git = git;
    }

    /** Whether a repository has, or is meant to have, such files; costs no question. */
    static boolean possible(Repository repository) {
        Layout layout = repository.layout();
        return LfsStore.of(repository).exists()
                || mentions(layout.toplevel().resolve(".gitattributes"))
                || mentions(layout.commonDir().resolve("info").resolve("attributes"));
    }

    private static boolean mentions(Path attributes) {
        try {
            return Files.isRegularFile(attributes)
                    && Files.readString(attributes, StandardCharsets.ISO_8859_1).contains("lfs");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Those in commits.
     *
     * @param commits as rev-list names them, with {@code --not} and what follows
     * @param more of them, one a line; read where {@code commits} says so
     */
    List<LfsFile> inCommits(Layout layout, List<String> commits, InputStream more) {
        List<String> question = new ArrayList<>(SMALL_OBJECTS);
        question.addAll(commits);
        question.add("--");
        Map<String, String> paths = new LinkedHashMap<>();
        ask(layout, question, more, new Lines(line -> {
            int space = line.indexOf(' ');
            if (space > 0 && space + 1 < line.length()) {
                paths.putIfAbsent(line.substring(0, space), line.substring(space + 1));
            }
        }));
        return files(layout, paths);
    }

    /** Those of the index below the layout's folder that git is told to hand to the filter {@code lfs}. */
    List<LfsFile> inIndex(Layout layout) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        git.answer(layout.folder(), List.of("ls-files", "-s", "-z", "--full-name", "--", ":(attr:filter=lfs)"), said);
        return files(layout, staged(said.toString(StandardCharsets.ISO_8859_1)));
    }

    /** Object to path, of {@code ls-files -s -z}. */
    private static Map<String, String> staged(String answer) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String line : answer.split("\0", -1)) {
            int tab = line.indexOf('\t');
            if (line.startsWith("100") && tab > 0) {
                paths.putIfAbsent(line.split(" ", 3)[1], line.substring(tab + 1));
            }
        }
        return paths;
    }

    private List<String> smallBlobs(Layout layout, Collection<String> oids) {
        List<String> small = new ArrayList<>();
        List<String> question = List.of("cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)");
        ask(layout, question, lines(oids), new Lines(line -> {
            String[] field = line.split(" ", -1);
            if (field.length == 3 && field[1].equals("blob")) {
                long size = Long.parseLong(field[2]);
                if (size >= LfsPointer.LEAST && size < LfsPointer.LIMIT) {
                    small.add(field[0]);
                }
            }
        }));
        return small;
    }

    /** Those of the blobs, with the path of each, that are pointers. */
    List<LfsFile> files(Layout layout, Map<String, String> paths) {
        List<String> oids = paths.isEmpty() ? List.of() : smallBlobs(layout, paths.keySet());
        List<LfsFile> files = new ArrayList<>();
        for (int i = 0; i < oids.size(); i += AT_ONCE) {
            List<String> some = oids.subList(i, Math.min(oids.size(), i + AT_ONCE));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            ask(layout, List.of("cat-file", "--batch"), lines(some), said);
            texts(said.toString(StandardCharsets.ISO_8859_1))
                    .forEach((oid, text) -> LfsPointer.parse(text)
                            .ifPresent(pointer -> files.add(new LfsFile(paths.getOrDefault(oid, oid), pointer))));
        }
        return files;
    }

    /** Object to content, of {@code cat-file --batch}: {@code <object> <type> <size>}, a newline, the content, a newline. */
    private static Map<String, String> texts(String answer) {
        Map<String, String> texts = new LinkedHashMap<>();
        int at = 0;
        while (at < answer.length()) {
            int end = answer.indexOf('\n', at);
            String[] field =
                    answer.substring(at, end < 0 ? answer.length() : end).split(" ", -1);
            at = end < 0 ? answer.length() : end + 1;
            if (field.length == 3) {
                int size = Integer.parseInt(field[2]);
                texts.put(field[0], answer.substring(at, at + size));
                at += size + 1;
            }
        }
        return texts;
    }

    /** What a file of the work tree says where it is a pointer itself. */
    static Optional<LfsPointer> inWorkTree(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return LfsPointer.parse(new String(in.readNBytes(LfsPointer.LIMIT), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void ask(Layout layout, List<String> question, InputStream input, OutputStream sink) {
        git.heeded(
                layout.folder(),
                question,
                git.run(git.question(layout.folder(), question).reading(input).writing(sink)));
    }

    private static InputStream lines(Collection<String> oids) {
        return new ByteArrayInputStream(
                (String.join("\n", oids) + (oids.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.US_ASCII));
    }
}
