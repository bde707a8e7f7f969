package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for files of Git LFS whose content no remote has; by git's objects and by files, without git-lfs. */
final class LfsQuestions {
    private static final List<String> EVERYTHING = List.of("--branches", "--tags", "--remotes");

    private final LfsPointers pointers;

    LfsQuestions(GitCli git) {
        pointers = new LfsPointers(git);
    }

    /** Costs nothing where the repository has none. */
    Lfs look(Repository repository, History history) {
        return LfsPointers.possible(repository) ? new Looking(repository, history).look() : Lfs.NONE;
    }

    /** One repository's look. */
    private final class Looking {
        private final Repository repository;
        private final History history;
        private final LfsStore store;
        private final LfsRemotes remotes;

        Looking(Repository repository, History history) {
            this.repository = repository;
            this.history = history;
            this.store = LfsStore.of(repository);
            this.remotes = LfsRemotes.of(repository, history.remotes());
        }

        Lfs look() {
            List<LfsFile> index = pointers.inIndex(repository.layout());
            Map<LfsPointer, LfsFile> doubtful = doubtful(index);
            List<LfsFile> notPushed = new ArrayList<>();
            List<LfsFile> lost = new ArrayList<>();
            doubtful.values().forEach(file -> (here(file) ? notPushed : lost).add(file));
            List<LfsFile> absent = new ArrayList<>();
            List<LfsFile> counted = new ArrayList<>();
            for (LfsFile file : index) {
                if (!doubtful.containsKey(file.pointer())) {
                    if (!here(file)) {
                        absent.add(file);
                    }
                    if (!remotes.hold(file.pointer())) {
                        counted.add(file);
                    }
                }
            }
            return new Lfs(notPushed, lost, absent, counted, filtered() ? 0 : index.size());
        }

        /** The files of which no remote is known, or taken, to have the content. */
        private Map<LfsPointer, LfsFile> doubtful(List<LfsFile> index) {
            Collection<LfsFile> candidates = new ArrayList<>(history.lfs());
            if (remotes.all()) {
                // What is there can be seen, so that nothing need be taken for granted.
                Set<String> unknown = unknown();
                if (!unknown.isEmpty()) {
                    pointers.inCommits(repository.layout(), EVERYTHING, RemoteQuestions.positive(Set.of())).stream()
                            .filter(file -> unknown.contains(file.pointer().oid()))
                            .forEach(candidates::add);
                }
                // What is only staged is kept here, and told as such.
                index.stream().filter(file -> !store.holds(file.pointer())).forEach(candidates::add);
            }
            Map<LfsPointer, LfsFile> doubtful = new LinkedHashMap<>();
            candidates.stream()
                    .filter(file -> !remotes.hold(file.pointer()))
                    .forEach(file -> doubtful.putIfAbsent(file.pointer(), file));
            return doubtful;
        }

        /** Names of contents that are here and on no remote; some may belong to no commit. */
        private Set<String> unknown() {
            Set<String> names = store.own();
            names.removeIf(name -> remotes.stores().stream().anyMatch(remote -> remote.names(name)));
            return names;
        }

        /** Kept by git-lfs, or checked out. */
        private boolean here(LfsFile file) {
            Path checkedOut = RawName.under(repository.layout().toplevel(), file.path());
            return store.holds(file.pointer())
                    || LfsStore.hasSize(checkedOut, file.pointer().size());
        }

        private boolean filtered() {
            return repository.config().value("filter", "lfs", "process").isPresent()
                    || repository.config().value("filter", "lfs", "clean").isPresent();
        }
    }
}
