package io.github.ddevbak.git;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A repository of our own that borrows another's objects, so that git can be told to write without writing into that one,
 * and never reads its configuration. Names in it are kept as bytes: each character of a text stands for one.
 */
final class BorrowingRepository {
    /** What decides how a file's content is compared, and nothing that names a program. */
    private static final List<String> CARRIED = List.of(
            "filemode",
            "symlinks",
            "ignorecase",
            "precomposeunicode",
            "autocrlf",
            "eol",
            "trustctime",
            "checkstat",
            "excludesfile");

    private final GitCli git;
    private final Path folder;
    private final List<Path> lenders;

    private BorrowingRepository(GitCli git, Path folder, List<Path> lenders) {
        this.git = git;
        this.folder = folder;
        this.lenders = List.copyOf(lenders);
    }

    /** Makes it in a folder that must not be there yet; its index is that of the layout, as it is now. */
    static BorrowingRepository over(GitCli git, Repository repository, Path folder) throws IOException {
        Layout layout = repository.layout();
        List<Path> lenders = List.of(layout.commonDir().resolve("objects"));
        BorrowingRepository made = make(git, lenders, folder, config(repository.config()));
        for (Path each : List.of(made.reader(), made.writer())) {
            copy(layout.commonDir().resolve("shallow"), each.resolve("shallow"));
            for (String notes : List.of("exclude", "attributes")) {
                copy(
                        layout.commonDir().resolve("info").resolve(notes),
                        each.resolve("info").resolve(notes));
            }
            for (Path shared : GitFolders.entries(layout.gitDir())) {
                String name = String.valueOf(shared.getFileName());
                if (name.startsWith("sharedindex.")) {
                    copy(shared, each.resolve(name));
                }
            }
        }
        copy(layout.gitDir().resolve("index"), made.writer().resolve("index"));
        return made;
    }

    /**
     * One that borrows nothing.
     *
     * @param sha256 whether its objects are named by SHA-256
     */
    static BorrowingRepository alone(GitCli git, Path folder, boolean sha256) throws IOException {
        GitConfig.Entry format = new GitConfig.Entry("local", "extensions", "", "objectformat", "sha256");
        return make(git, List.of(), folder, config(new GitConfig(sha256 ? List.of(format) : List.of())));
    }

    /** Another, with what both have written so far and an empty index of its own. */
    BorrowingRepository beside(Path other) throws IOException {
        List<Path> all = new ArrayList<>(List.of(writer().resolve("objects")));
        all.addAll(lenders);
        return make(git, all, other, Files.readString(reader().resolve("config")));
    }

    private static BorrowingRepository make(GitCli git, List<Path> lenders, Path folder, String config)
            throws IOException {
        BorrowingRepository made = new BorrowingRepository(git, folder, lenders);
        place(made.writer(), config);
        place(made.reader(), config);
        // Git writes a link's target, not the link (lockfile.c).
        Files.createSymbolicLink(made.reader().resolve("index"), made.writer().resolve("index"));
        ByteArrayOutputStream alternates = new ByteArrayOutputStream();
        alternates.write(alternate(made.writer().resolve("objects")));
        for (Path lender : lenders) {
            alternates.write(alternate(lender));
        }
        Files.write(made.reader().resolve("objects/info/alternates"), alternates.toByteArray());
        return made;
    }

    private static void place(Path gitDir, String config) throws IOException {
        Files.createDirectories(
                gitDir, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String each : List.of("objects/info", "objects/pack", "refs/heads", "info")) {
            Files.createDirectories(gitDir.resolve(each));
        }
        Files.writeString(gitDir.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(gitDir.resolve("config"), config);
    }

    /** Sees every object, its own and the borrowed ones. */
    private Path reader() {
        return folder.resolve("reader");
    }

    /**
     * Sees its own objects only: git touches the time of an object that it is about to write and finds borrowed
     * (object-file.c, freshen_loose_object).
     */
    private Path writer() {
        return folder.resolve("writer");
    }

    /** One line; in double quotes a name may hold escapes (gitrepository-layout(5); since git 2.11). */
    private static byte[] alternate(Path objects) {
        String name = objects.toString();
        String line = name.startsWith("\"") || name.startsWith("#") || name.indexOf('\n') >= 0 ? Quoted.of(name) : name;
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String config(GitConfig config) {
        String format = config.value("extensions", "", "objectformat").orElse("sha1");
        StringBuilder text = new StringBuilder("[core]\n\tbare = false\n\trepositoryformatversion = ")
                .append(format.equals("sha1") ? 0 : 1)
                .append("\n\tlooseCompression = 1\n\tsafecrlf = false\n");
        for (String name : CARRIED) {
            config.value("core", "", name)
                    .ifPresent(value -> text.append('\t')
                            .append(name)
                            .append(" = ")
                            .append(Quoted.of(value))
                            .append('\n'));
        }
        text.append("[gc]\n\tauto = 0\n");
        return format.equals("sha1") ? text.toString() : text + "[extensions]\n\tobjectformat = sha256\n";
    }

    /** With its times: by those git knows which entries may have changed after they were read. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    Path folder() {
        return folder;
    }

    /** Writes all refs at once, in place of those that it had; the names are bytes. */
    void refs(Map<String, String> refs) throws IOException {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(refs)
                .forEach((name, oid) ->
                        lines.append(oid).append(' ').append(name).append('\n'));
        Files.write(reader().resolve("packed-refs"), lines.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What git prints, as bytes. */
    String say(List<String> words) {
        return said(words, in(reader(), folder, words));
    }

    /** The same, with something to read, in bytes. */
    String say(List<String> words, String input) {
        return said(words, reading(in(reader(), folder, words), input));
    }

    /** The same, of what makes objects. */
    String write(List<String> words) {
        return said(words, in(writer(), folder, words));
    }

    /** Whether git exits 0 and not 1; both are answers. */
    boolean agrees(List<String> words) {
        ProcessResult result = git.run(in(reader(), folder, words));
        return !result.ending().equals(new Ending.Exited(1))
                && heeded(words, result).ok();
    }

    /** What came of it, whatever it was. */
    ProcessResult ask(List<String> words) {
        return git.run(in(reader(), folder, words));
    }

    /** Hands on what git prints, to a sink that may refuse it. */
    ProcessResult pour(List<String> words, OutputStream sink) {
        return git.run(in(reader(), folder, words).writing(sink));
    }

    /** Gives the other objects of this one, to have for its own. */
    void give(BorrowingRepository other, String objects) throws IOException {
        Path pack = folder.resolve("given.pack");
        List<String> words = List.of("pack-objects", "--stdout", "-q");
        try (OutputStream out = OwnerOnly.newFile(pack)) {
            heeded(words, git.run(reading(in(reader(), folder, words), objects).writing(out)));
        }
        List<String> unpack = List.of("unpack-objects", "-q");
        other.heeded(
                unpack, git.run(other.in(other.writer(), other.folder, unpack).reading(pack)));
        Files.delete(pack);
    }

    /** What git prints of a work tree, asked in the layout's folder. */
    String say(Layout layout, List<String> words) {
        return said(words, inTree(reader(), layout.toplevel(), layout.folder(), words));
    }

    String say(Layout layout, List<String> words, String input) {
        return said(words, reading(inTree(reader(), layout.toplevel(), layout.toplevel(), words), input));
    }

    /** The same, of what makes objects; names that git is told on its input are seen from the top. */
    String write(Layout layout, List<String> words, String input) {
        return said(words, reading(inTree(writer(), layout.toplevel(), layout.toplevel(), words), input));
    }

    private Invocation inTree(Path gitDir, Path top, Path directory, List<String> words) {
        List<String> all = new ArrayList<>(List.of("--work-tree=" + top));
        all.addAll(words);
        return in(gitDir, directory, all);
    }

    private Invocation in(Path gitDir, Path directory, List<String> words) {
        List<String> all = new ArrayList<>(List.of("--git-dir=" + gitDir));
        all.addAll(words);
        return git.question(directory, all);
    }

    private String said(List<String> words, Invocation question) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        heeded(words, git.run(question.writing(said)));
        return said.toString(StandardCharsets.ISO_8859_1);
    }

    private static Invocation reading(Invocation question, String input) {
        return question.reading(new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private ProcessResult heeded(List<String> words, ProcessResult result) {
        return git.heeded(folder, words, result);
    }
}
