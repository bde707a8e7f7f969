package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A set in the making, in a folder nobody lists; it becomes a set in one move or not at all. */
public final class Staging implements AutoCloseable {
    /** What a set in the making is called after its id. */
    static final String ENDING = ".partial";

    private static final Set<String> OURS = Set.of("set.json", "restore.md", "manifest.sha256");

    private final ProjectName project;
    private final SetId id;
    private final Path parent;
    private final Path folder;
    private final Map<String, Note> notes = new HashMap<>();
    private String dataFolder = "";
    private DataFiles data = visitor -> {};
    private boolean sealed;

    /** @param parent where the set will appear */
    Staging(ProjectName project, SetId id, Path parent) {
        this.project = project;
        this.id = id;
        this.parent = parent;
        this.folder = parent.resolve(id.text() + ENDING);
    }

    /** What a producer said of an artefact. */
    record Note(Part part, String sha256) {}

    public String id() {
        return id.text();
    }

    public Path folder() {
        return folder;
    }

    /**
     * Where to write an artefact; its folders are made, 0700, the file is not.
     *
     * @param relative path in the set, {@code /}-separated; refused where it is absolute, leaves the set, holds control
     *     characters or is the name of a file that sealing writes
     */
    public Path file(String relative) throws IOException {
        RelativePath.named(relative);
        if (OURS.contains(relative.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(relative + " is written when the set is sealed");
        }
        requireOpen();
        Path file = folder.resolve(relative);
        for (Path above = folder; !above.equals(file.getParent()); ) {
            above = above.resolve(file.getName(above.getNameCount()));
            if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                FileModes.makeNewFolder(above);
            }
        }
        return file;
    }

    /**
     * Says which part an artefact belongs to and what it must be.
     *
     * @param expectedSha256 the hash its producer computed while writing; empty where it did not
     */
    public void note(String relative, Part part, String expectedSha256) {
        if (!expectedSha256.isEmpty() && !Sha256.form(expectedSha256)) {
            throw new IllegalArgumentException("not a SHA-256 of " + relative);
        }
        notes.put(RelativePath.named(relative), new Note(part, expectedSha256));
    }

    /**
     * Says that what is below a folder is no artefact: the files are in the manifest, and what was newly written is read
     * back, but the record does not list them. There may be one such folder.
     *
     * @param relative to the set
     */
    public void data(String relative, DataFiles files) {
        requireOpen();
        dataFolder = RelativePath.named(relative);
        data = files;
    }

    /** Removes a file, or a folder with all that is in it, and what was noted of it: a part that failed leaves no artefact. */
    public void discard(String relative) throws IOException {
        requireOpen();
        FileTree.delete(folder.resolve(RelativePath.named(relative)));
        notes.keySet().removeIf(path -> path.equals(relative) || path.startsWith(relative + "/"));
        if (dataFolder.equals(relative) || dataFolder.startsWith(relative + "/")) {
            dataFolder = "";
        }
    }

    /**
     * Makes the set: flushes every file, reads each again and hashes it, writes {@code set.json}, {@code RESTORE.md} and
     * last {@code MANIFEST.sha256}, and renames the folder. Then {@code latest} is pointed to it; failing at that does
     * not fail the set, the earlier one stays the latest. Symbolic links are kept and in no list, as {@code sha256sum}
     * would follow them.
     *
     * @param record makes the record from the artefacts found, sorted by path
     * @param restoreGuide makes the text of {@code RESTORE.md}
     * @throws IOException where the disk does not take it
     * @throws StoredFileException where what is on the disk is not what was written
     */
    public StoredSet seal(Function<List<Artefact>, SetRecord> record, Function<SetRecord, String> restoreGuide)
            throws IOException {
        requireOpen();
        StoredSet set = new Sealing(project, id, parent, folder, notes, dataFolder, data).seal(record, restoreGuide);
        sealed = true;
        return set;
    }

    private void requireOpen() {
        if (sealed) {
            throw new IllegalStateException("the set " + id.text() + " is sealed");
        }
    }

    /** Removes the folder of a set that was not sealed. */
    @Override
    public void close() {
        if (sealed) {
            return;
        }
        try {
            FileTree.delete(folder);
        } catch (IOException stays) {
            // Nobody lists it, and the next run removes it and says so.
        }
    }
}
