package io.github.ddevbak.git;

import java.util.List;

/** Asks for the proof that all is pushed, as a look at a repository does. */
final class Pushed {
    private Pushed() {}

    static boolean proved(Sandbox sandbox, Repository repository, Remote... excluded) {
        String head = sandbox.git(repository.layout().folder(), "rev-parse", "HEAD");
        return EverythingPushed.proved(
                RefFiles.read(repository).orElseThrow(),
                repository.layout(),
                List.of(head),
                OtherRefs.of(repository, List.of()),
                List.of(excluded));
    }
}
