package io.github.ddevbak.recovery;

import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.Facts;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.StoredDatabases;
import io.github.ddevbak.store.StoredDump;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.StoredSnapshot;
import io.github.ddevbak.store.StoredVolumes;
import io.github.ddevbak.store.StoredVolumes.StoredVolume;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what a restore of one project does. Pure. */
final class RestorePlanner {
    /** The order things are put back in: the database needs the configuration, and that the folder. */
    static final List<Part> ORDER = List.of(Part.CODE, Part.CONFIG, Part.FILES, Part.DATABASE, Part.VOLUMES);

    private final ProjectName source;
    private final List<StoredSet> newestFirst;
    private final RestoreWish wish;
    private final Project target;
    private final boolean fresh;
    private final List<RestoreStep> steps = new ArrayList<>();

    /**
     * @param newestFirst the sets of the source
     * @param target the project that gets it, as it is now
     * @param fresh whether there is nothing in its folder
     */
    RestorePlanner(ProjectName source, List<StoredSet> newestFirst, RestoreWish wish, Project target, boolean fresh) {
        this.source = source;
        this.newestFirst = newestFirst;
        this.wish = wish;
        this.target = target;
        this.fresh = fresh;
    }

    /**
     * @param lenient whether a part that no set holds is left out and told, and does not end everything
     * @throws RestoreRefusedException where what is wished for is not there
     */
    RestorePlan plan(boolean lenient) {
        Map<Part, StoredSet> sets = new EnumMap<>(Part.class);
        for (Part part : ORDER) {
            if (wish.parts().contains(part)) {
                chosen(part, lenient).ifPresent(set -> sets.put(part, set));
            }
        }
        boolean needsFolder = sets.containsKey(Part.DATABASE) || sets.containsKey(Part.VOLUMES);
        if (fresh && needsFolder && !sets.containsKey(Part.CODE)) {
            throw new RestoreRefusedException("the folder of project '" + target.name() + "' is gone ("
                    + Printable.text(target.approot().toString())
                    + "). Add --code --config --files to bring it back too, or name another folder with --into.");
        }
        Optional<StoredSet> database = Optional.ofNullable(sets.get(Part.DATABASE));
        List<StoredDump> dumps =
                database.filter(set -> !wish.snapshot()).map(this::dumps).orElse(List.of());
        Optional<StoredSnapshot> snapshot =
                database.filter(set -> wish.snapshot()).map(this::snapshot);
        if (sets.containsKey(Part.DATABASE) && dumps.isEmpty() && snapshot.isEmpty()) {
            steps.add(new RestoreStep("note", "the set has no database: there was none to save"));
            sets.remove(Part.DATABASE);
        }
        Set<Part> saved = EnumSet.noneOf(Part.class);
        if (!fresh && wish.safetyCopy()) {
            saved.addAll(sets.keySet());
        }
        words(sets, dumps, snapshot, saved);
        boolean renamed = !target.name().equals(source);
        return new RestorePlan(source, target, fresh, renamed, sets, dumps, snapshot, saved, steps);
    }

    private Optional<StoredSet> chosen(Part part, boolean lenient) {
        StoredSet set;
        try {
            set = RestoreChoice.of(source, newestFirst, wish.set(), part, one -> holds(one, part));
        } catch (RestoreRefusedException none) {
            if (!lenient) {
                throw none;
            }
            steps.add(new RestoreStep("note", "the " + part.word() + " is not put back: " + none.getMessage()));
            return Optional.empty();
        }
        if (part != Part.CODE && GoodParts.state(set, part).equals(Optional.of(PartState.NONE))) {
            steps.add(new RestoreStep(
                    "note", "the " + part.word() + " needs nothing: set " + set.id() + " says that there was none"));
            return Optional.empty();
        }
        return Optional.of(set);
    }

    /** A set may have been made without dumps, or without a snapshot; one that had no database to save has neither. */
    private boolean holds(StoredSet set, Part part) {
        if (part == Part.VOLUMES) {
            return GoodParts.state(set, part).equals(Optional.of(PartState.NONE))
                    || !StoredVolumes.of(set.record()).isEmpty();
        }
        if (part != Part.DATABASE || GoodParts.state(set, part).equals(Optional.of(PartState.NONE))) {
            return true;
        }
        StoredDatabases databases = StoredDatabases.of(set.record());
        return wish.snapshot()
                ? databases.snapshot().isPresent()
                : !databases.dumps().isEmpty();
    }

    private List<StoredDump> dumps(StoredSet set) {
        List<StoredDump> all = StoredDatabases.of(set.record()).dumps();
        List<String> names = all.stream().map(StoredDump::name).toList();
        for (String wanted : wish.databases()) {
            if (!names.contains(wanted)) {
                throw new RestoreRefusedException("set " + set.id() + " of project '" + source
                        + "' has no dump of a database '" + Printable.text(wanted) + "'"
                        + NearMatch.hint(wanted, names) + " It has: " + Printable.text(String.join(", ", names)) + ".");
            }
        }
        List<StoredDump> chosen = all.stream()
                .filter(dump -> wish.databases().isEmpty() || wish.databases().contains(dump.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new RestoreRefusedException("set " + set.id() + " of project '" + source
                    + "' has no dumps. Take its snapshot with --from snapshot, or name another set with --set.");
        }
        return chosen;
    }

    private StoredSnapshot snapshot(StoredSet set) {
        return StoredDatabases.of(set.record())
                .snapshot()
                .orElseThrow(() -> new RestoreRefusedException("set " + set.id() + " of project '" + source
                        + "' has no snapshot. Leave --from snapshot away, or name another set with --set."));
    }

    private void words(
            Map<Part, StoredSet> sets, List<StoredDump> dumps, Optional<StoredSnapshot> snapshot, Set<Part> saved) {
        if (sets.isEmpty()) {
            return;
        }
        if (!saved.isEmpty()) {
            List<String> names = saved.stream().sorted().map(Part::word).toList();
            steps.add(new RestoreStep(
                    "save",
                    "save the " + String.join(", ", names) + " of '" + target.name()
                            + "' as it is now in a set labelled " + SafetyCopy.LABEL));
        } else if (!fresh) {
            steps.add(new RestoreStep("save", "save nothing of what is there now (--no-safety-copy)"));
        }
        Optional.ofNullable(sets.get(Part.CODE)).ifPresent(this::code);
        Optional.ofNullable(sets.get(Part.CONFIG)).ifPresent(this::config);
        Optional.ofNullable(sets.get(Part.FILES)).ifPresent(this::files);
        Optional.ofNullable(sets.get(Part.DATABASE)).ifPresent(set -> database(set, dumps, snapshot));
        Optional.ofNullable(sets.get(Part.VOLUMES)).ifPresent(this::volumes);
    }

    private void volumes(StoredSet set) {
        for (StoredVolume volume : StoredVolumes.of(set.record())) {
            steps.add(new RestoreStep(
                    "volumes",
                    "stop the services that use volume '" + volume.key()
                            + "', replace all that is in it by what set " + set.id() + " holds: " + volume.files()
                            + " files, " + volume.bytes() + " bytes, and start them again"));
        }
    }

    private void code(StoredSet set) {
        String where = Printable.text(target.approot().toString());
        Facts facts = facts(set, Part.CODE);
        Map<String, String> remotes = facts.map("remotes").texts();
        int rescued = facts.maps("rescued").size();
        if (fresh && !remotes.isEmpty()) {
            steps.add(new RestoreStep(
                    "code",
                    "bring the code to " + where + " from "
                            + remotes.values().stream().findFirst().orElse("")));
        }
        if (rescued > 0) {
            steps.add(new RestoreStep(
                    "code",
                    "put what no remote had from set " + set.id() + " into " + where
                            + ": commits beside the branches that are there, the patch where it fits, and "
                            + facts.maps("rescued").stream()
                                    .mapToLong(one -> one.number("files"))
                                    .sum() + " files over those that are there"));
        } else if (!fresh) {
            steps.add(new RestoreStep("code", "set " + set.id() + " holds no code: the remotes had all of it"));
        }
    }

    private void config(StoredSet set) {
        List<Artefact> files = artefacts(set, Part.CONFIG);
        steps.add(new RestoreStep(
                "config",
                "overwrite " + files.size() + (files.size() == 1 ? " file" : " files") + " with those of set "
                        + set.id() + ": "
                        + String.join(
                                ", ",
                                files.stream()
                                        .map(file -> file.path().substring("config/".length()))
                                        .limit(10)
                                        .toList())
                        + (files.size() > 10 ? " and " + (files.size() - 10) + " more" : "")));
    }

    private void files(StoredSet set) {
        Facts facts = facts(set, Part.FILES);
        long copied = facts.map("copied").number("files");
        long all = facts.number("files");
        if (copied > 0) {
            steps.add(new RestoreStep(
                    "files",
                    "put " + copied + " user files (" + facts.map("copied").number("bytes") + " bytes) of set "
                            + set.id() + " over those in "
                            + String.join(", ", facts.map("copied").texts("dirs"))));
        }
        if (copied < all) {
            List<String> pull = facts.texts("pull");
            steps.add(new RestoreStep(
                    "note",
                    (all - copied) + " user files are not in the set; "
                            + (pull.isEmpty()
                                    ? facts.text("upstream").isEmpty()
                                            ? "no place is known where they come back from"
                                            : "they come back from " + facts.text("upstream")
                                    : "afterwards run: " + String.join(" && ", pull))));
        }
    }

    private void database(StoredSet set, List<StoredDump> dumps, Optional<StoredSnapshot> snapshot) {
        String found = fresh ? ProjectStatus.STOPPED.word() : target.status().word();
        boolean runs = target.status() == ProjectStatus.RUNNING && !fresh;
        if (!runs) {
            steps.add(new RestoreStep("start", "start '" + target.name() + "' (it is " + found + ")"));
        }
        for (StoredDump dump : dumps) {
            steps.add(new RestoreStep(
                    "database",
                    "drop database '" + dump.name() + "' and import it from set " + set.id() + ": "
                            + dump.counts().tables() + " tables, " + dump.rows() + " rows, " + dump.plainBytes()
                            + " bytes of SQL"));
        }
        snapshot.ifPresent(one -> steps.add(new RestoreStep(
                "database",
                "replace the whole database server by the snapshot of set " + set.id() + ": " + one.bytes()
                        + " bytes")));
        if (!runs) {
            steps.add(new RestoreStep("start", "put it back as found"));
        }
    }

    private static Facts facts(StoredSet set, Part part) {
        return set.record().parts().stream()
                .filter(one -> one.part() == part)
                .map(Facts::of)
                .findFirst()
                .orElseThrow();
    }

    private static List<Artefact> artefacts(StoredSet set, Part part) {
        return set.record().artefacts().stream()
                .filter(artefact -> artefact.part() == part && artefact.path().startsWith(part.word() + "/"))
                .toList();
    }
}
