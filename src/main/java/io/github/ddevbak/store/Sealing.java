package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps from a folder of artefacts to a set, in the order that makes a crash at any point harmless. */
final class Sealing {
    private final ProjectName project;
    private final SetId id;
    private final Path parent;
    private final Path folder;
    private final Map<String, Staging.Note> notes;
    private final String dataFolder;
    private final DataFiles data;
    private final Manifest manifest = new Manifest();

    /** @param dataFolder what holds the data, relative to the set; empty where nothing does */
    Sealing(
            ProjectName project,
            SetId id,
            Path parent,
            Path folder,
            Map<String, Staging.Note> notes,
            String dataFolder,
            DataFiles data) {
        this.project = project;
        this.id = id;
        this.parent = parent;
        this.folder = folder;
        this.notes = notes;
        this.dataFolder = dataFolder;
        this.data = data;
    }

    StoredSet seal(Function<List<Artefact>, SetRecord> maker, Function<SetRecord, String> guide) throws IOException {
        List<Artefact> artefacts = artefacts();
        SetRecord record = checked(maker.apply(artefacts), artefacts);
        add(SetFolder.RECORD, Records.json(record));
        add(SetFolder.GUIDE, guide.apply(record).getBytes(StandardCharsets.UTF_8));
        if (!Records.set(folder.resolve(SetFolder.RECORD)).equals(record)) {
            throw changed(SetFolder.RECORD);
        }
        AtomicFile.write(folder.resolve(Manifest.NAME), this::lines);
        for (Path each : FileTree.of(folder, folder.resolve(dataFolder)).folders()) {
            Flush.folder(each);
        }
        Path set = appear();
        return new StoredSet(project, id.text(), set, record);
    }

    /** The lines of the artefacts, and between them, where they belong, those of the data, proved as they are written. */
    private void lines(OutputStream out) throws IOException {
        manifest.writeTo(out, dataFolder + "/", to -> {
            if (!dataFolder.isEmpty()) {
                new DataSealing(folder.resolve(dataFolder), data).writeTo(to);
            }
        });
    }

    private List<Artefact> artefacts() throws IOException {
        FileTree tree = FileTree.of(folder, folder.resolve(dataFolder));
        for (Path other : tree.others()) {
            throw new StoredFileException(shown(relative(other))
                    + " is a device, pipe or socket, which a set cannot hold. Move it out of the project.");
        }
        List<Artefact> artefacts = new ArrayList<>();
        Set<String> missing = new HashSet<>(notes.keySet());
        for (Path file : tree.files()) {
            Artefact artefact = artefact(file, relative(file));
            missing.remove(artefact.path());
            manifest.add(artefact.path(), artefact.sha256());
            artefacts.add(artefact);
        }
        for (String path : missing) {
            throw new StoredFileException(shown(path) + " was to be in the set and is not on the disk as a file."
                    + " Check the disk, then run ddevbak again.");
        }
        artefacts.sort(Comparator.comparing(Artefact::path));
        return artefacts;
    }

    private Artefact artefact(Path file, String path) throws IOException {
        FileModes.restrictFile(file);
        Flush.file(file);
        Sha256 found = Sha256.of(file);
        Staging.@Nullable Note note = notes.get(path);
        if (note != null && !note.sha256().isEmpty() && !note.sha256().equals(found.hex())) {
            throw changed(path);
        }
        return new Artefact(path, note == null ? partOf(path) : note.part(), found.size(), found.hex());
    }

    private Part partOf(String path) {
        for (Part part : Part.values()) {
            if (path.startsWith(part.word() + "/")) {
                return part;
            }
        }
        throw new StoredFileException(shown(path) + " belongs to no part of the set. This is an error in ddevbak.");
    }

    private SetRecord checked(SetRecord record, List<Artefact> artefacts) {
        boolean ours = project.equals(Destination.GLOBAL) || record.project().equals(project.text());
        if (!record.id().equals(id.text()) || !ours || !record.artefacts().equals(artefacts)) {
            throw new IllegalArgumentException("the record of " + record.project() + "'s " + record.id()
                    + " is not that of " + shown("what was staged"));
        }
        return record;
    }

    private void add(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        AtomicFile.write(file, content);
        String written = Sha256.of(content).hex();
        if (!Sha256.of(file).hex().equals(written)) {
            throw changed(name);
        }
        manifest.add(name, written);
    }

    /** The rename that makes it a set. The check is for rename(2), which replaces an empty folder without a word. */
    private Path appear() throws IOException {
        Path set = parent.resolve(id.text());
        if (Files.exists(set, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoredFileException(set + " is there already. Move it away, then run ddevbak again.");
        }
        Files.move(folder, set, StandardCopyOption.ATOMIC_MOVE);
        Flush.folder(parent);
        try {
            Latest.sealed(parent, id);
        } catch (IOException staysAsItWas) {
            // The set is whole; saying that it failed would be wrong.
        }
        return set;
    }

    private StoredFileException changed(String path) {
        return new StoredFileException("What was written is not what is on the disk: " + shown(path)
                + " changed after it was written. Check the disk, then run ddevbak again.");
    }

    private String shown(String path) {
        return Printable.text(path) + " of " + project + "'s set " + id.text();
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
