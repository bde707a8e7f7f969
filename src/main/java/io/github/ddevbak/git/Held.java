package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commits that only an operation in progress holds.
 *
 * @param heads those it began from or takes in
 * @param autostashes those that hold the changes it put aside
 */
record Held(List<String> heads, List<String> autostashes) {

    Held {
        heads = List.copyOf(heads);
        autostashes = List.copyOf(autostashes);
    }

    /** Of the work tree and of those linked to it, by the folders of their notes. */
    static Held in(Path gitDir, List<Path> linked) {
        List<String> heads = new ArrayList<>();
        List<String> autostashes = new ArrayList<>();
        List<Path> folders = new ArrayList<>(List.of(gitDir));
        folders.addAll(linked);
        for (Path folder : folders) {
            heads.addAll(Operations.heads(folder));
            autostashes.addAll(Operations.autostashes(folder));
        }
        return new Held(heads, autostashes);
    }

    List<String> all() {
        List<String> all = new ArrayList<>(heads);
        all.addAll(autostashes);
        return all;
    }
}
