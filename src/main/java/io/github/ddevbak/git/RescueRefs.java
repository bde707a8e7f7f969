package io.github.ddevbak.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that a repository holds commits by, and what its remotes hold. Names are kept as bytes, a character each.
 *
 * @param tips by the name that a bundle gives them
 * @param known objects that remotes have
 * @param usual the tip of the branch that a clone of the first remote checks out, and that is hardly ever taken back
 * @param lostTags names of tags of which remotes were asked and have none
 * @param stashes newest first
 */
record RescueRefs(
        Map<String, Tip> tips, Set<String> known, List<String> usual, Set<String> lostTags, List<Stash> stashes) {
    private static final Pattern OID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String FORMAT =
            "--format=%(objectname)%00%(*objectname)%00%(objecttype)%00%(symref)%00%(refname)";
    private static final String REMOTES = "refs/remotes/";
    private static final List<String> USUAL = List.of("main", "master", "develop", "trunk");
    /** Where git notes commits of what was begun and not ended (builtin/rebase.c, sequencer.c, builtin/am.c; git 2.30). */
    private static final List<String> NOTES = List.of(
            "MERGE_HEAD",
            "CHERRY_PICK_HEAD",
            "REVERT_HEAD",
            "REBASE_HEAD",
            "rebase-merge/orig-head",
            "rebase-merge/onto",
            "rebase-merge/stopped-sha",
            "rebase-merge/autostash",
            "rebase-apply/orig-head",
            "rebase-apply/onto",
            "rebase-apply/autostash",
            "sequencer/head",
            "MERGE_AUTOSTASH");

    /** What a name stands for, and the object that a tag is on. */
    record Tip(String oid, String peeled) {
        boolean tagObject() {
            return !oid.equals(peeled);
        }
    }

    /** One entry of the stash. */
    record Stash(String oid, String message) {}

    static RescueRefs of(GitCli git, Looked looked) {
        Reading reading = new Reading(looked);
        String[] lines =
                bytes(git, looked.layout(), List.of("for-each-ref", FORMAT)).split("\n", -1);
        for (String line : lines) {
            reading.take(line.split("\0", -1));
        }
        List<Stash> stashes = reading.stash.isEmpty() ? List.of() : stashes(git, looked.layout(), reading.stash);
        for (int i = 0; i < stashes.size(); i++) {
            reading.tip("refs/ddevbak/stash/" + i, stashes.get(i).oid());
        }
        looked.tree().status().head().ifPresent(head -> reading.tip("refs/ddevbak/head", head));
        reading.operations(looked.layout().gitDir(), "refs/ddevbak/operation/");
        int number = 0;
        for (Path notes : WorktreeQuestions.notes(looked.layout())) {
            reading.worktree(notes, number++);
        }
        return new RescueRefs(reading.tips, reading.known(), reading.usual(), reading.lostTags(), stashes);
    }

    private static String bytes(GitCli git, Layout layout, List<String> words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        git.answer(layout.folder(), words, said);
        return said.toString(StandardCharsets.ISO_8859_1);
    }

    private static List<Stash> stashes(GitCli git, Layout layout, String newest) {
        List<String> words = List.of(
                "log", "--walk-reflogs", "--no-show-signature", "--no-notes", "--format=%H%x00%gs", "refs/stash", "--");
        List<Stash> stashes = new ArrayList<>();
        for (String line : bytes(git, layout, words).split("\n", -1)) {
            String[] field = line.split("\0", 2);
            if (field.length == 2 && OID.matcher(field[0]).matches()) {
                stashes.add(new Stash(field[0], RawName.text(field[1])));
            }
        }
        // Without a reflog the ref alone still holds one.
        return stashes.isEmpty() ? List.of(new Stash(newest, "stash")) : stashes;
    }

    /** Sorts the refs as they come. */
    private static final class Reading {
        private final Map<String, Tip> tips = new TreeMap<>();
        private final Map<String, String> tracking = new TreeMap<>();
        private final History history;
        private final Map<String, String> pointers = new LinkedHashMap<>();
        private final Set<String> gone;
        private final String first;
        private String stash = "";

        Reading(Looked looked) {
            this.history = looked.history();
            List<Remote> remotes = history.remotes();
            this.gone = remotes.stream()
                    .filter(remote -> remote.place() == Remote.Place.MISSING)
                    .map(remote -> REMOTES + RawName.of(remote.name()) + "/")
                    .collect(Collectors.toSet());
            history.foreign().forEach(name -> gone.add(RawName.of(name)));
            this.first = remotes.stream()
                    .map(Remote::name)
                    .filter(name -> !gone.contains(REMOTES + RawName.of(name) + "/"))
                    .reduce((one, other) -> one.equals("origin") || !other.equals("origin") ? one : other)
                    .orElse("");
        }

        void take(String[] field) {
            if (field.length < 5) {
                return;
            }
            String name = field[4];
            if (name.startsWith(REMOTES)) {
                if (!ForeignTracking.among(gone, name)) {
                    tracking.put(name, field[0]);
                    pointers.put(name, field[3]);
                }
            } else if (name.equals("refs/stash")) {
                stash = field[0];
            } else if (name.startsWith("refs/heads/") || name.startsWith("refs/tags/")) {
                tips.put(name, new Tip(field[0], field[1].isEmpty() ? field[0] : field[1]));
            } else {
                tips.put(OtherRefs.bundled(name), new Tip(field[0], field[1].isEmpty() ? field[0] : field[1]));
            }
        }

        void tip(String name, String oid) {
            tips.put(name, new Tip(oid, oid));
        }

        void worktree(Path notes, int number) {
            noted(notes.resolve("HEAD")).forEach(oid -> tip("refs/ddevbak/worktree/" + number, oid));
            operations(notes, "refs/ddevbak/worktree-operation/" + number + "-");
        }

        void operations(Path gitDir, String prefix) {
            for (String note : NOTES) {
                List<String> oids = noted(gitDir.resolve(note));
                for (int i = 0; i < oids.size(); i++) {
                    tip(prefix + note.replace('/', '-') + "-" + i, oids.get(i));
                }
            }
        }

        /** The object names that a file holds, one a line; one on a branch holds {@code ref: …}. */
        private static List<String> noted(Path file) {
            if (!Files.isRegularFile(file)) {
                return List.of();
            }
            try {
                return Files.readString(file, StandardCharsets.ISO_8859_1)
                        .lines()
                        .map(String::strip)
                        .filter(line -> OID.matcher(line).matches())
                        .toList();
            } catch (IOException gone) {
                return List.of();
            }
        }

        /** What remotes said, where they were asked; of the others what the last fetch or push noted. */
        Set<String> known() {
            Set<String> known = new TreeSet<>(history.now().of(history.remotes()));
            tracking.forEach((name, oid) -> {
                if (asked(name)) {
                    tip("refs/ddevbak/tracking/" + name.substring(REMOTES.length()), oid);
                } else {
                    known.add(oid);
                }
            });
            return known;
        }

        private boolean asked(String tracking) {
            return history.remotes().stream()
                    .anyMatch(remote -> history.now().asked(remote)
                            && tracking.startsWith(REMOTES + RawName.of(remote.name()) + "/"));
        }

        Set<String> lostTags() {
            Set<String> named = history.now().named();
            Set<String> lost = new HashSet<>();
            tips.forEach((name, tip) -> {
                if (history.allAsked() && tip.tagObject() && !named.contains(tip.oid())) {
                    lost.add(name);
                }
            });
            return lost;
        }

        List<String> usual() {
            String prefix = REMOTES + RawName.of(first) + "/";
            List<String> names = new ArrayList<>(List.of(pointers.getOrDefault(prefix + "HEAD", "")));
            USUAL.forEach(name -> names.add(prefix + name));
            return names.stream()
                    .filter(tracking::containsKey)
                    .flatMap(name -> now(name, name.substring(prefix.length())).stream())
                    .limit(1)
                    .toList();
        }

        private Optional<String> now(String name, String branch) {
            RemoteRefs told = history.now().refs().get(first);
            return Optional.ofNullable(
                    told == null ? tracking.get(name) : told.refs().get("refs/heads/" + branch));
        }
    }
}
