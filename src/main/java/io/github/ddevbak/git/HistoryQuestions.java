package io.github.ddevbak.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Layout layout = repository.layout();
        Optional<RefFiles> files = RefFiles.read(repository);
        Refs refs = files.flatMap(found -> Refs.of(found, repository)).orElseGet(() -> asked(layout));
        List<Remote> missing = remotes.stream()
                .filter(remote -> remote.place() == Remote.Place.MISSING)
                .toList();
        CommitGraph listed = unpushed(layout, heads, missing, cap, List.of("--branches", "--tags"));
        boolean capped = listed.commits().size() >= cap;
        CommitGraph graph = capped ? withTips(layout, listed, tips(refs, heads), missing) : listed;
        return new History(
                refs,
                remotes,
                graph,
                capped,
                refs.stash() ? stashes(layout) : List.of(),
                tagsOf(layout, graph, refs, heads),
                onlyHere(layout, remotes, heads, graph));
    }

    private Refs asked(Layout layout) {
        return Refs.parse(git.answer(layout.folder(), Refs.QUESTION).stdout());
    }

    private CommitGraph unpushed(
            Layout layout, Collection<String> heads, List<Remote> excluded, int most, List<String> tips) {
        List<String> question = new ArrayList<>(List.of("rev-list", "--timestamp", "--parents", "--max-count=" + most));
        question.addAll(tips);
        question.addAll(heads);
        question.add("--not");
        question.addAll(Remote.exclusions(excluded));
        question.add("--remotes");
        question.add("--");
        return CommitGraph.parse(git.answer(layout.folder(), question).stdout());
    }

    private static Set<String> tips(Refs refs, Collection<String> heads) {
        Set<String> tips = new HashSet<>(heads);
        refs.branches().forEach(branch -> tips.add(branch.oid()));
        return tips;
    }

    /** The newest commits were read; a branch whose tip is older has to be asked for by itself. */
    private CommitGraph withTips(Layout layout, CommitGraph listed, Set<String> tips, List<Remote> missing) {
        Map<String, CommitGraph.Commit> commits = new HashMap<>(listed.commits());
        for (String tip : tips) {
            if (!commits.containsKey(tip)) {
                commits.putAll(
                        unpushed(layout, List.of(tip), missing, 1, List.of()).commits());
            }
        }
        return new CommitGraph(commits);
    }

    private List<Instant> stashes(Layout layout) {
        String answer = git.answer(
                        layout.folder(), List.of("rev-list", "--walk-reflogs", "--timestamp", "refs/stash", "--"))
                .stdout();
        List<Instant> stashes = new ArrayList<>();
        for (String line : answer.split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                stashes.add(Instant.ofEpochSecond(CommitGraph.time(line, line.substring(0, space))));
            }
        }
        // Without a reflog the ref alone still holds one.
        return stashes.isEmpty() ? List.of(Instant.EPOCH) : stashes;
    }

    private List<History.Tag> tagsOf(Layout layout, CommitGraph graph, Refs refs, Collection<String> heads) {
        if (graph.reachedFrom(tips(refs, heads)).size() == graph.commits().size()) {
            return List.of();
        }
        List<String> question =
                List.of("for-each-ref", "--format=%(refname)%00%(objectname)%00%(*objectname)", "refs/tags");
        List<History.Tag> tags = new ArrayList<>();
        for (String line : git.answer(layout.folder(), question).stdout().split("\n", -1)) {
            String[] field = line.split("\0", -1);
            if (field.length == 3) {
                String oid = field[2].isEmpty() ? field[1] : field[2];
                tags.add(new History.Tag(field[0].substring("refs/tags/".length()), oid));
            }
        }
        return tags;
    }

    private int onlyHere(Layout layout, List<Remote> remotes, Collection<String> heads, CommitGraph graph) {
        List<Remote> near = remotes.stream()
                .filter(remote -> remote.place() != Remote.Place.ELSEWHERE)
                .toList();
        boolean mixed = near.size() < remotes.size()
                && near.stream().anyMatch(remote -> remote.place() == Remote.Place.THIS_MACHINE);
        if (!mixed) {
            return 0;
        }
        CommitGraph lackedElsewhere = unpushed(layout, heads, near, cap, List.of("--branches", "--tags"));
        return Math.max(0, lackedElsewhere.commits().size() - graph.commits().size());
    }
}
