package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder that holds all sets. */
public final class Destination {
    /** Whose sets those of ddev's global configuration are. */
    public static final ProjectName GLOBAL = new ProjectName("global");

    private static final String PROJECTS = "projects";

    /** Projects that are looked at on all cores. */
    private static final int MANY = 16;

    private final Path folder;

    public Destination(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /**
     * Makes the folders, 0700, takes group's and others' rights from those that are ours, and tries a write.
     *
     * @throws DestinationException where sets cannot be kept there
     */
    public void prepare() {
        new Preparation(folder).run();
    }

    /**
     * Begins a set of a project.
     *
     * @param label part of the set's name; empty for none, else lower-case letters, digits and hyphens
     * @throws DestinationException where its folder cannot be made
     */
    public Staging stage(ProjectName project, Instant now, String label) {
        return stage(project, projectFolder(project), now, label);
    }

    /** Begins a set of ddev's global configuration. */
    public Staging stageGlobal(Instant now) {
        return stage(GLOBAL, global(), now, "");
    }

    private Staging stage(ProjectName project, Path parent, Instant now, String label) {
        for (int ordinal = 1; ; ordinal++) {
            SetId id = SetId.of(now, label, ordinal);
            Path partial = parent.resolve(id.text() + Staging.ENDING);
            if (Files.exists(parent.resolve(id.text()), LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try {
                FileModes.makeFolder(parent);
                FileModes.makeNewFolder(partial);
                return new Staging(project, id, parent);
            } catch (FileAlreadyExistsException taken) {
                if (!Files.isDirectory(parent)) {
                    throw unmakeable(parent, taken);
                }
            } catch (IOException refused) {
                throw unmakeable(partial, refused);
            }
        }
    }

    private static DestinationException unmakeable(Path wanted, IOException refused) {
        return new DestinationException(
                "The folder " + Printable.text(wanted.toString()) + " cannot be made: " + Reason.of(refused)
                        + ". Make room or give yourself access, or name another destination with --dest.",
                refused);
    }

    /** Projects that have at least one sealed set, by name. */
    public List<ProjectName> projects() {
        return named().stream().filter(name -> setFolder(name).any()).toList();
    }

    private List<ProjectName> named() {
        return SetFolder.entries(projectsFolder()).stream()
                .filter(Files::isDirectory)
                .flatMap(entry -> ProjectName.parse(SetFolder.name(entry)).stream())
                .toList();
    }

    /** A project's sets, newest first; those that are not whole are left out, see {@link #oddities}. */
    public List<StoredSet> sets(ProjectName project) {
        return setFolder(project).sets();
    }

    /**
     * What a list tells of the sets of these projects; quick, for it remembers what it read.
     *
     * @param state the folder in which it is remembered
     * @param everything whether these are all projects: then oddities of ddev's global configuration are told too
     */
    public Summaries summaries(List<ProjectName> projects, Path state, boolean everything) {
        SummaryIndex index = SummaryIndex.of(state, folder);
        // The threads of a parallel stream take longer to make than a few projects to look at.
        Stream<ProjectName> looked = projects.size() < MANY ? projects.stream() : projects.parallelStream();
        List<Summaries> each =
                looked.map(project -> setFolder(project).summaries(index)).toList();
        index.keep(everything);
        List<Finding> broken = new ArrayList<>(
                each.stream().flatMap(one -> one.broken().stream()).toList());
        if (everything) {
            broken.addAll(new SetFolder(GLOBAL, global()).broken());
        }
        return new Summaries(each.stream().flatMap(one -> one.sets().stream()).toList(), broken);
    }

    /** What a list tells of the sets of ddev's global configuration. */
    public Summaries globalSummaries(Path state) {
        return new SetFolder(GLOBAL, global()).summaries(SummaryIndex.of(state, folder));
    }

    /** All that is known of a set that a list told of, where it is still whole. */
    public Optional<StoredSet> whole(SetSummary set) {
        return new SetFolder(set.project(), set.folder().resolveSibling("")).set(set.id());
    }

    /** Projects that have a folder for sets, by name. */
    public List<ProjectName> everNamed() {
        return named();
    }

    /** One set of a project by its full name, where it is whole. */
    public Optional<StoredSet> set(ProjectName project, String id) {
        return SetId.parse(id).flatMap(name -> setFolder(project).set(name.text()));
    }

    /** The newest of the runs whose files can be read. */
    public List<RunRecord> newestRuns(Predicate<RunRecord> wanted, int most) {
        return runs().newest(wanted, most);
    }

    /**
     * Every folder that has the name of a set, whole or not: by project, each newest first.
     *
     * @throws DestinationException where one cannot be listed
     */
    public Map<ProjectName, List<SealedFolder>> folders() {
        Map<ProjectName, List<SealedFolder>> folders = new TreeMap<>();
        named().forEach(name -> folders.put(name, setFolder(name).folders()));
        folders.values().removeIf(List::isEmpty);
        return folders;
    }

    /** The same of ddev's global configuration. */
    public List<SealedFolder> globalFolders() {
        return new SetFolder(GLOBAL, global()).folders();
    }

    /** What the runs' files keep of each set. */
    public KeptRuns keptRuns() {
        return runs().kept();
    }

    /** The sets of ddev's global configuration, newest first. */
    public List<StoredSet> globalSets() {
        return new SetFolder(GLOBAL, global()).sets();
    }

    /** Folders that look like sets but are not whole, each a warning {@code store.broken-set}. */
    public List<Finding> oddities() {
        List<Finding> oddities = new ArrayList<>();
        named().forEach(name -> oddities.addAll(setFolder(name).broken()));
        oddities.addAll(new SetFolder(GLOBAL, global()).broken());
        return oddities;
    }

    public Optional<StoredSet> newestGood(ProjectName project) {
        return sets(project).stream().filter(set -> set.record().good()).findFirst();
    }

    /** The newest run whose file can be read. */
    public Optional<RunRecord> newestRun() {
        return runs().newest(run -> true);
    }

    /** The newest wanted run whose file can be read. */
    public Optional<RunRecord> newestRun(Predicate<RunRecord> wanted) {
        return runs().newest(wanted);
    }

    /** Whether the destination lies in that folder, or would, once it is made; links are followed. */
    public boolean isInside(Path other) {
        try {
            Path existing = folder;
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return existing.toRealPath().startsWith(other.toRealPath()) || folder.startsWith(other);
        } catch (IOException gone) {
            return folder.startsWith(other);
        }
    }

    /** A name for a run that no other run has; good while the lock is held. */
    public String newRunId(Instant now) {
        return runs().newStamp(now);
    }

    /**
     * Keeps what a run was; a run of the same name is not overwritten, the new one gets a number behind its name.
     *
     * @throws DestinationException where it cannot be written
     */
    public void saveRun(RunRecord run) {
        runs().save(run);
    }

    /**
     * Removes what dead runs left unfinished; only to be called by the holder of the lock.
     *
     * @return what was removed or could not be, in sentences
     */
    public List<String> removePartials() {
        List<String> told = new ArrayList<>();
        Leftovers leftovers = new Leftovers(told);
        leftovers.removeFrom(folder, "the destination");
        named().forEach(name -> leftovers.removeFrom(projectFolder(name), name.text()));
        leftovers.removeFrom(global(), "ddev's global configuration");
        leftovers.removeFrom(runsFolder(), "the runs");
        return told;
    }

    /**
     * What is unfinished there: of the run that holds the lock, or left by one that was ended.
     *
     * @throws DestinationException where a folder cannot be listed
     */
    public List<Path> unfinished() {
        List<Path> unfinished = new ArrayList<>(Leftovers.in(folder));
        named().forEach(name -> unfinished.addAll(Leftovers.in(projectFolder(name))));
        unfinished.addAll(Leftovers.in(global()));
        unfinished.addAll(Leftovers.in(runsFolder()));
        return unfinished;
    }

    /**
     * Removes a set with its notes; only to be called by the holder of the lock. Nothing needs room on the disk.
     *
     * @param left the sets that stay in its folder, newest first; {@code latest} leads to the first of them
     * @throws DestinationException where it could not be removed, or not all of it; it is then whole or not listed
     */
    public void remove(StoredSet set, List<StoredSet> left) {
        SetRemoval.remove(set, left);
    }

    /**
     * What sets of one folder weigh on the disk, by the sets that share it.
     *
     * @throws DestinationException where one cannot be looked at
     */
    public List<SetFiles> weights(List<StoredSet> sets) {
        try {
            return SetWeights.of(sets);
        } catch (IOException unreadable) {
            throw new DestinationException(
                    "What the sets in " + folder + " weigh cannot be told: " + Reason.of(unreadable)
                            + ". Give yourself access.",
                    unreadable);
        }
    }

    /** Why no set can be removed from the folder that this one is in; empty where one can, as far as rights tell. */
    public Optional<Finding> removalObjection(StoredSet set) {
        Path parent = set.folder().toAbsolutePath().getParent();
        if (parent == null || Files.isSymbolicLink(parent)) {
            return Optional.of(Finding.error(
                    "store.not-removed",
                    "No set of " + set.project() + " was removed: " + Printable.text(String.valueOf(parent))
                            + " is a link, and what it leads to is not touched.",
                    "Prune it where it is, with --dest."));
        }
        return Files.isWritable(parent)
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "store.unwritable",
                        "No set of " + set.project() + " was removed: " + Printable.text(parent.toString())
                                + " cannot be written.",
                        "Give yourself access, or mount its disk for writing."));
    }

    /**
     * An empty folder, 0700, into which a set is brought that was sealed elsewhere; until {@link #adopt} it is a set in the
     * making that nobody lists.
     *
     * @param global whether the set is of ddev's global configuration
     * @throws DestinationException where it cannot be made, or a set of that name is there
     */
    public Path arrival(ProjectName project, boolean global, SetId id) {
        Path parent = global ? global() : projectFolder(project);
        Path arriving = parent.resolve(id.text() + Staging.ENDING);
        try {
            if (Files.exists(parent.resolve(id.text()), LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(parent.resolve(id.text()).toString());
            }
            FileModes.makeFolder(parent);
            FileTree.delete(arriving);
            FileModes.makeNewFolder(arriving);
            return arriving;
        } catch (IOException refused) {
            throw unmakeable(arriving, refused);
        }
    }

    /**
     * Makes what was brought into the folder of {@link #arrival} a set, in one move.
     *
     * @throws DestinationException where that fails
     * @throws StoredFileException where it is no whole set of that name and project; it is not listed then
     */
    public StoredSet adopt(ProjectName project, boolean global, SetId id) {
        Path parent = global ? global() : projectFolder(project);
        Path arriving = parent.resolve(id.text() + Staging.ENDING);
        SetRecord record = Records.set(arriving.resolve(SetFolder.RECORD));
        if (!record.id().equals(id.text()) || !record.project().equals(project.text())) {
            throw new StoredFileException("What came is the set " + record.id() + " of " + record.project()
                    + ", and not " + id.text() + " of " + project + ". It is not taken.");
        }
        try {
            Files.move(arriving, parent.resolve(id.text()), StandardCopyOption.ATOMIC_MOVE);
            Flush.folder(parent);
            SetFolder folder = new SetFolder(project, parent);
            Latest.among(parent, folder.sets());
            return folder.set(id.text())
                    .orElseThrow(() -> new StoredFileException("The set " + id.text() + " of " + project
                            + " came, and is not whole. Look at " + parent.resolve(id.text()) + "."));
        } catch (IOException refused) {
            throw unmakeable(parent.resolve(id.text()), refused);
        }
    }

    /** A set that is not here, as it would lie here: notes that lie beside that place are its own. */
    public StoredSet elsewhere(ProjectName project, boolean global, SetRecord record) {
        Path parent = global ? global() : projectFolder(project);
        return new StoredSet(project, record.id(), parent.resolve(record.id()), record);
    }

    /** What may still be written there, in bytes; the largest number where the system does not tell. */
    public long usableBytes() {
        return Disk.bytes(folder, FileStore::getUsableSpace);
    }

    /** What may still be written where that path is, in bytes; the largest number where the system does not tell. */
    public static long usableBytes(Path path) {
        return Disk.bytes(path, FileStore::getUsableSpace);
    }

    /** How large its file system is, in bytes; the largest number where the system does not tell. */
    public long totalBytes() {
        return Disk.bytes(folder, FileStore::getTotalSpace);
    }

    /** Whether the path lies on the disk of the sets, so that both are lost together; false where it cannot be told. */
    public boolean onSameDiskAs(Path other) {
        return Disk.of(folder).flatMap(ours -> Disk.of(other).map(ours::sameAs)).orElse(false);
    }

    private SetFolder setFolder(ProjectName project) {
        return new SetFolder(project, projectFolder(project));
    }

    private Path projectsFolder() {
        return folder.resolve(PROJECTS);
    }

    private Path projectFolder(ProjectName project) {
        return projectsFolder().resolve(project.text());
    }

    private Path global() {
        return folder.resolve(GLOBAL.text());
    }

    static boolean isGlobal(Path set) {
        return set.getNameCount() > 2
                && set.getName(set.getNameCount() - 2).toString().equals(GLOBAL.text())
                && !set.getName(set.getNameCount() - 3).toString().equals(PROJECTS);
    }

    private Runs runs() {
        return new Runs(runsFolder());
    }

    private Path runsFolder() {
        return folder.resolve("runs");
    }
}
