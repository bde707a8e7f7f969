package io.github.ddevbak.git;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The local branches, and whether there is a stash.
 *
 * @param current the branch checked out here; empty on a detached HEAD and on a branch without a commit
 */
record Refs(List<Branch> branches, Optional<Branch> current, boolean stash) {
    private static final String HEADS = RefFiles.BRANCHES;

    /** Ref names hold neither control characters nor newlines (git-check-ref-format(1)), so lines are safe here. */
    static final List<String> QUESTION = List.of(
            "for-each-ref", "--format=%(HEAD)%00%(refname)%00%(objectname)%00%(upstream)", "refs/heads", "refs/stash");

    Refs {
        branches = List.copyOf(branches);
    }

    /** As git would answer, read from its files; empty where git has to be asked. */
    static Optional<Refs> of(RefFiles files, Repository repository) {
        // Of old, HEAD may be a link.
        if (Files.isSymbolicLink(repository.layout().gitDir().resolve("HEAD"))) {
            return Optional.empty();
        }
        Upstreams upstreams = new Upstreams(repository.config());
        Optional<String> head = repository.layout().branch();
        List<Branch> branches = new ArrayList<>();
        for (Map.Entry<String, RefFiles.Ref> ref : files.below(HEADS).entrySet()) {
            String name = ref.getKey().substring(HEADS.length());
            Optional<String> upstream = upstreams.of(name);
            if (upstream.isEmpty()) {
                return Optional.empty();
            }
            branches.add(new Branch(name, ref.getValue().oid(), upstream.get()));
        }
        Optional<Branch> current = branches.stream()
                .filter(branch -> head.filter(branch.name()::equals).isPresent())
                .findFirst();
        return Optional.of(new Refs(branches, current, files.has(RefFiles.STASH)));
    }

    static Refs parse(String answer) {
        List<Branch> branches = new ArrayList<>();
        Optional<Branch> current = Optional.empty();
        boolean stash = false;
        for (String line : answer.split("\n", -1)) {
            String[] field = line.split("\0", -1);
            if (field.length < 4) {
                continue;
            }
            if (!field[1].startsWith(HEADS)) {
                stash = stash || field[1].equals("refs/stash");
                continue;
            }
            Branch branch = new Branch(field[1].substring(HEADS.length()), field[2], field[3]);
            branches.add(branch);
            current = field[0].equals("*") ? Optional.of(branch) : current;
        }
        return new Refs(branches, current, stash);
    }

    /**
     * A local branch.
     *
     * @param upstream full name of the ref it follows, there or not; empty where it follows none
     */
    record Branch(String name, String oid, String upstream) {}
}
