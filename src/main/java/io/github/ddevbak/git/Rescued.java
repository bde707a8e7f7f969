package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was saved of one work tree that no remote has, and what is still to be saved of it.
 *
 * @param place where it lies, seen from the approot; empty for the approot's own repository
 * @param folder where its artefacts are, below the folder of all; empty for that folder itself
 * @param linked whether it is a linked work tree of the one before
 * @param within whether the repository around it tracks the files of its folder as its own
 * @param top of the work tree
 * @param base the commit checked out; empty before the first one
 * @param branch empty on a detached HEAD
 * @param remotes name to URL, without credentials
 * @param operations what was begun in it and not ended, each a sentence
 * @param bundle whether there is {@code unpushed.bundle}
 * @param whole whether the bundle needs no commit of a remote
 * @param refs how many refs the bundle holds
 * @param stashes object and message of each stash in the bundle, newest first
 * @param patch whether there is {@code worktree.patch}
 * @param staged whether there is {@code staged.patch}
 * @param contents how many contents of files in Git LFS there are in {@code lfs}
 * @param bytes of all these
 * @param names of files that are to be saved as they are, relative to the top, as the file system's bytes
 * @param leftOut what was not saved, each a sentence's beginning and its kind
 */
public record Rescued(
        String place,
        String folder,
        boolean linked,
        boolean within,
        Path top,
        String base,
        String branch,
        Map<String, String> remotes,
        List<String> operations,
        boolean bundle,
        boolean whole,
        int refs,
        List<Map.Entry<String, String>> stashes,
        boolean patch,
        boolean staged,
        int contents,
        long bytes,
        List<byte[]> names,
        List<LeftOut> leftOut) {

    /** What can be saved and lost by itself. */
    public enum Kind {
        COMMITS,
        CHANGES,
        FILES,
        CONTENTS
    }

    /**
     * Something that was not saved.
     *
     * @param words such as {@code index.php: it cannot be read}
     */
    public record LeftOut(Kind kind, String words) {}

    public Rescued {
        remotes = Collections.unmodifiableMap(new TreeMap<>(remotes));
        operations = List.copyOf(operations);
        stashes = List.copyOf(stashes);
        names = List.copyOf(names);
        leftOut = List.copyOf(leftOut);
    }

    static Draft draft(String place, String folder, Layout layout, Looked looked) {
        return new Draft(place, folder, layout, looked);
    }

    /** One in the making. */
    static final class Draft {
        private final String place;
        private final String folder;
        private final Layout layout;
        private final Looked looked;
        private final List<byte[]> names = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final List<Map.Entry<String, String>> stashes = new ArrayList<>();
        private List<String> operations = List.of();
        private String base = "";
        private String branch = "";
        private Bundle.Written bundle = new Bundle.Written(Set.of(), 0, false, "");
        private LfsCopies.Written copies = LfsCopies.Written.NOTHING;
        private Patch.Written patch = new Patch.Written(false, false, 0, List.of(), Map.of());

        private Draft(String place, String folder, Layout layout, Looked looked) {
            this.place = place;
            this.folder = folder;
            this.layout = layout;
            this.looked = looked;
        }

        void standsOn(String newBase, String newBranch) {
            base = newBase;
            branch = newBranch;
        }

        void begun(List<Operation> operationsThere) {
            operations = operationsThere.stream()
                    .map(operation -> operation.sentence(""))
                    .toList();
        }

        void bundled(Bundle.Written written, RescueRefs refs) {
            bundle = written;
            if (!written.leftOut().isEmpty()) {
                leftOut(
                        Kind.COMMITS,
                        Words.count(written.names().size(), "ref") + " with commits: " + written.leftOut());
            }
            for (int i = 0; i < refs.stashes().size(); i++) {
                if (written.bytes() > 0 && written.names().contains("refs/ddevbak/stash/" + i)) {
                    RescueRefs.Stash stash = refs.stashes().get(i);
                    stashes.add(Map.entry(stash.oid(), stash.message()));
                }
            }
        }

        void patched(Patch.Written written) {
            patch = written;
            written.beside().forEach(this::file);
            written.leftOut().forEach((name, why) -> leftOut(Kind.CHANGES, RawName.text(name) + ": " + why));
        }

        void copied(LfsCopies.Written written) {
            copies = written;
            written.leftOut()
                    .forEach((name, why) -> leftOut(Kind.CONTENTS, RawName.text(name) + " in Git LFS: " + why));
        }

        void file(String name) {
            names.add(RawName.bytes(name));
        }

        void leftOut(Kind kind, String words) {
            leftOut.add(new LeftOut(kind, words));
        }

        String folder() {
            return folder;
        }

        long bytes() {
            return bundle.bytes() + copies.bytes() + patch.bytes();
        }

        Rescued done() {
            return new Rescued(
                    place,
                    folder,
                    layout.linkedWorktree() && !looked.layout().linkedWorktree(),
                    looked.within(),
                    layout.toplevel(),
                    base,
                    branch,
                    looked.history().urls(),
                    operations,
                    bundle.bytes() > 0,
                    bundle.whole(),
                    bundle.names().size(),
                    stashes,
                    patch.patch(),
                    patch.staged(),
                    copies.objects(),
                    bytes(),
                    names,
                    leftOut);
        }
    }
}
