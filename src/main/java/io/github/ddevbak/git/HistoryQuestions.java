package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks which commits the remotes do not have; its cost does not grow with branches while everything is pushed. */
final class HistoryQuestions {
    /** How many unpushed commits are read; above it the numbers are "at least". */
    private static final int CAP = 50_000;

    private final GitCli git;
    private final int cap;

    HistoryQuestions(GitCli git) {
        this(git, CAP);
    }

    HistoryQuestions(GitCli git, int cap) {
        this.git = git;
        this.cap = cap;
    }

    /** The history below the refs and the heads, which are commits checked out without a branch. */
    History look(Repository repository, List<Remote> remotes, Collection<String> heads) {
        return look(repository, remotes, heads, new Held(List.of(), List.of()), RemotesNow.UNASKED);
    }

    /**
     * As {@link #look(Repository, List, Collection)}.
     *
     * @param held what operations in progress hold besides
     * @param now of remotes that were asked, only what they said counts
     */
    History look(
            Repository repository, List<Remote> remotes, Collection<String> checkedOut, Held held, RemotesNow now) {
        List<String> heads = new ArrayList<>(checkedOut);
        heads.addAll(held.all());
        Layout layout = repository.layout();
        Optional<RefFiles> files = RefFiles.read(repository);
        Refs refs = files.flatMap(found -> Refs.of(found, repository)).orElseGet(() -> asked(layout));
        List<Remote> missing = remotes.stream()
                .filter(remote -> remote.place() == Remote.Place.MISSING)
                .toList();
        OtherRefs others = OtherRefs.of(repository, remotes);
        Set<String> foreign = files.isPresent() ? Set.of() : ForeignTracking.ask(git, layout);
        Proof proof = new Proof(remotes, now, foreign);
        CommitGraph listed = files.filter(found -> proof.asked().isEmpty())
                .filter(found -> EverythingPushed.proved(found, layout, heads, others, missing))
                .map(found -> new CommitGraph(Map.of()))
                .orElseGet(() -> unpushed(layout, heads, proof.without(missing), cap, others.tips()));
        boolean capped = listed.commits().size() >= cap;
        CommitGraph graph = capped ? withTips(layout, listed, tips(refs, heads), proof.without(missing)) : listed;
        List<History.Stash> stashes = refs.stash() ? stashes(layout) : List.of();
        List<History.Tag> besideBranches = besideBranches(layout, graph, refs, heads);
        return new History(
                refs,
                remotes,
                graph,
                capped,
                stashes,
                held,
                besideBranches.stream()
                        .filter(tag -> tag.name().startsWith(RefFiles.TAGS))
                        .map(tag -> new History.Tag(tag.name().substring(RefFiles.TAGS.length()), tag.oid()))
                        .toList(),
                besideBranches.stream().filter(ref -> others.judged(ref.name())).toList(),
                files.map(found -> found.below("refs/").keySet().stream().anyMatch(others::judged))
                        .orElse(true),
                foreign,
                onlyHere(layout, proof, heads, graph, others),
                files.map(found -> !found.below(RefFiles.TAGS).isEmpty()).orElse(true),
                now,
                lost(layout, proof),
                graph.commits().isEmpty() && stashes.isEmpty()
                        ? List.of()
                        : lfs(repository, heads, proof.without(missing), stashes.size(), others));
    }

    /** Also where git-lfs counts a file as pushed: where a commit that was pushed has it (git-lfs-prune(1)). */
    private List<LfsFile> lfs(
            Repository repository, Collection<String> heads, Proof proof, int stashes, OtherRefs others) {
        if (!LfsPointers.possible(repository)) {
            return List.of();
        }
        List<String> tips = new ArrayList<>(others.tips());
        for (int i = 0; i < stashes; i++) {
            tips.add(i == 0 ? "refs/stash" : "refs/stash@{" + i + "}");
        }
        Layout layout = repository.layout();
        GitCli asked = proof.oids().isEmpty() ? git : git.borrowing(proof.now().objects());
        LfsPointers pointers = new LfsPointers(asked);
        List<LfsFile> files = new ArrayList<>(
                pointers.inCommits(layout, besides(heads, proof, tips), RemoteQuestions.negative(proof.oids())));
        if (!files.isEmpty()) {
            List<String> pushed = new ArrayList<>(proof.oids().isEmpty() ? List.of() : List.of("--stdin"));
            pushed.addAll(proof.exclusions());
            pushed.add("--remotes");
            Set<LfsPointer> known = new HashSet<>();
            pointers.inCommits(layout, pushed, RemoteQuestions.positive(proof.oids()))
                    .forEach(file -> known.add(file.pointer()));
            files.removeIf(file -> known.contains(file.pointer()));
        }
        return files;
    }

    /** What the remotes that were asked are told to have, and do not have. */
    private History.Lost lost(Layout layout, Proof proof) {
        List<Remote> asked = proof.asked();
        if (asked.isEmpty()) {
            return History.Lost.NOTHING;
        }
        List<String> question =
                new ArrayList<>(List.of("for-each-ref", "--format=%(objectname) %(refname)%00%(symref)"));
        asked.forEach(remote -> question.add("refs/remotes/" + remote.name() + "/"));
        Map<String, String> tracking = new TreeMap<>();
        git.answer(layout.folder(), question).stdout().lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0 && line.endsWith("\0")) {
                tracking.put(line.substring(space + 1, line.length() - 1), line.substring(0, space));
            }
        });
        tracking.keySet().removeIf(name -> ForeignTracking.among(proof.foreign(), name));
        Set<String> tips = new TreeSet<>(tracking.values());
        CommitGraph lost = unpushed(layout, tips, proof.without(List.of()), cap, List.of());
        tracking.values().removeIf(oid -> !lost.commits().containsKey(oid));
        return new History.Lost(tracking, lost);
    }

    /** What counts as being on remotes: what was said by those that were asked, else what was fetched last. */
    private record Proof(List<Remote> remotes, RemotesNow now, Set<String> foreign, List<Remote> excluded) {
        Proof(List<Remote> remotes, RemotesNow now, Set<String> foreign) {
            this(remotes, now, foreign, List.of());
        }

        Proof without(List<Remote> others) {
            return new Proof(remotes, now, foreign, others);
        }

        List<Remote> asked() {
            return remotes.stream().filter(now::asked).toList();
        }

        /** Remotes whose tracking refs are no proof. */
        List<String> exclusions() {
            List<String> words = new ArrayList<>(Remote.exclusions(remotes.stream()
                    .filter(remote -> excluded.contains(remote) || now.asked(remote))
                    .toList()));
            words.addAll(ForeignTracking.exclusions(foreign));
            return words;
        }

        Set<String> oids() {
            return now.of(remotes.stream()
                    .filter(remote -> !excluded.contains(remote))
                    .toList());
        }
    }

    private Refs asked(Layout layout) {
        return Refs.parse(git.answer(layout.folder(), Refs.QUESTION).stdout());
    }

    private CommitGraph unpushed(Layout layout, Collection<String> heads, Proof proof, int most, List<String> tips) {
        List<String> question = new ArrayList<>(List.of("rev-list", "--timestamp", "--parents", "--max-count=" + most));
        Set<String> oids = proof.oids();
        question.addAll(besides(heads, proof, tips));
        question.add("--");
        ProcessResult answer = oids.isEmpty()
                ? git.answer(layout.folder(), question)
                : git.borrowing(proof.now().objects())
                        .answer(layout.folder(), question, RemoteQuestions.negative(oids));
        return CommitGraph.parse(answer.stdout());
    }

    /** What no remote has, as rev-list is told it; what was said by remotes that were asked is told on its input. */
    private static List<String> besides(Collection<String> heads, Proof proof, List<String> tips) {
        List<String> words = new ArrayList<>();
        if (!proof.oids().isEmpty()) {
            words.add("--stdin");
        }
        words.addAll(tips);
        words.addAll(heads);
        words.add("--not");
        words.addAll(proof.exclusions());
        words.add("--remotes");
        return words;
    }

    private static Set<String> tips(Refs refs, Collection<String> heads) {
        Set<String> tips = new HashSet<>(heads);
        refs.branches().forEach(branch -> tips.add(branch.oid()));
        return tips;
    }

    /** The newest commits were read; a branch whose tip is older has to be asked for by itself. */
    private CommitGraph withTips(Layout layout, CommitGraph listed, Set<String> tips, Proof proof) {
        Map<String, CommitGraph.Commit> commits = new HashMap<>(listed.commits());
        for (String tip : tips) {
            if (!commits.containsKey(tip)) {
                commits.putAll(
                        unpushed(layout, List.of(tip), proof, 1, List.of()).commits());
            }
        }
        return new CommitGraph(commits);
    }

    private List<History.Stash> stashes(Layout layout) {
        String answer = git.answer(
                        layout.folder(), List.of("rev-list", "--walk-reflogs", "--format=%ct %P", "refs/stash", "--"))
                .stdout();
        List<String> lines =
                answer.lines().filter(line -> !line.startsWith("commit ")).toList();
        List<String> messages = StashLog.messages(layout.commonDir());
        List<History.Stash> stashes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] field = lines.get(i).split(" ", -1);
            String message = messages.size() == lines.size() ? messages.get(i) : "";
            Instant when = Instant.ofEpochSecond(CommitGraph.time(lines.get(i), field[0]));
            stashes.add(new History.Stash(when, message, field.length > 3));
        }
        // Without a reflog the ref alone still holds one.
        return stashes.isEmpty() ? List.of(new History.Stash(Instant.EPOCH, "", false)) : stashes;
    }

    /** Every ref by its full name, where branches and heads do not hold all of the commits. */
    private List<History.Tag> besideBranches(Layout layout, CommitGraph graph, Refs refs, Collection<String> heads) {
        if (graph.reachedFrom(tips(refs, heads)).size() == graph.commits().size()) {
            return List.of();
        }
        List<String> question = List.of("for-each-ref", "--format=%(refname)%00%(objectname)%00%(*objectname)");
        List<History.Tag> tags = new ArrayList<>();
        for (String line : git.answer(layout.folder(), question).stdout().split("\n", -1)) {
            String[] field = line.split("\0", -1);
            if (field.length == 3) {
                String oid = field[2].isEmpty() ? field[1] : field[2];
                tags.add(new History.Tag(field[0], oid));
            }
        }
        return tags;
    }

    private int onlyHere(Layout layout, Proof proof, Collection<String> heads, CommitGraph graph, OtherRefs others) {
        List<Remote> remotes = proof.remotes();
        List<Remote> near = remotes.stream()
                .filter(remote -> remote.place() != Remote.Place.ELSEWHERE)
                .toList();
        boolean mixed = near.size() < remotes.size()
                && near.stream().anyMatch(remote -> remote.place() == Remote.Place.THIS_MACHINE);
        if (!mixed) {
            return 0;
        }
        CommitGraph lackedElsewhere = unpushed(layout, heads, proof.without(near), cap, others.tips());
        return Math.max(0, lackedElsewhere.commits().size() - graph.commits().size());
    }
}
