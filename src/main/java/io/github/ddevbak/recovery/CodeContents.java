package io.github.ddevbak.recovery;

import io.github.ddevbak.database.ArchiveFacts;
import io.github.ddevbak.database.ArchiveProof;
import io.github.ddevbak.git.BundleProof;
import io.github.ddevbak.git.BundleReader;
import io.github.ddevbak.git.GitRescue;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.store.Facts;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** How the files of a set's code part are proved: bundles and patches by git, archives to their end. */
final class CodeContents {
    private static final String ARCHIVE = "untracked.tar.gz";

    private CodeContents() {}

    /** Adds a proof for each file by its path in the set. */
    static void addTo(Map<String, ContentProof> proofs, SetRecord record, BundleProof git) {
        record.parts().stream()
                .filter(part -> part.part() == Part.CODE)
                .flatMap(part -> Facts.of(part).maps("rescued").stream())
                .forEach(rescued -> {
                    String folder = rescued.text("folder") + "/";
                    if (rescued.truth("bundle")) {
                        proofs.put(folder + GitRescue.BUNDLE, new Bundle(rescued, git));
                    }
                    if (rescued.truth("patch")) {
                        proofs.put(folder + GitRescue.PATCH, new Patch(git));
                    }
                    if (rescued.truth("staged")) {
                        proofs.put(folder + GitRescue.STAGED, new Patch(git));
                    }
                    if (rescued.number("files") > 0) {
                        proofs.put(folder + ARCHIVE, in -> archive(in, rescued.number("files")));
                    }
                });
    }

    private static ContentProof.Seen archive(InputStream in, long files) throws IOException {
        ArchiveFacts facts = ArchiveProof.read(in);
        Optional<String> count = facts.files() == files
                ? Optional.empty()
                : Optional.of("it holds " + facts.files() + " files, and set.json says " + files);
        return new ContentProof.Seen(
                facts.bytes(), facts.sha256(), facts.used(), facts.objection().or(() -> count));
    }

    /** A bundle: its header and its pack's own sum while it is read, then git's word. */
    private static final class Bundle implements ContentProof {
        private final Facts rescued;
        private final BundleProof git;
        private BundleReader.Read read = new BundleReader.Read(0, 0, false, Optional.empty());

        Bundle(Facts rescued, BundleProof git) {
            this.rescued = rescued;
            this.git = git;
        }

        @Override
        public Seen read(InputStream in) throws IOException {
            Counted counted = new Counted(in);
            read = BundleReader.read(counted);
            Optional<String> count = read.refs() == rescued.number("refs")
                    ? Optional.empty()
                    : Optional.of("it brings " + read.refs() + " refs, and set.json says " + rescued.number("refs"));
            return counted.seen(read.objection().or(() -> count));
        }

        @Override
        public BundleProof.Answer asked(Path file) {
            String toplevel = rescued.text("toplevel");
            return git.bundle(file, read, Path.of(toplevel.indexOf(0) < 0 ? toplevel : ""));
        }
    }

    /** A patch: git must be able to read it. */
    private record Patch(BundleProof git) implements ContentProof {
        @Override
        public Seen read(InputStream in) throws IOException {
            return new HashedContent().read(in);
        }

        @Override
        public BundleProof.Answer asked(Path file) {
            return git.patch(file);
        }
    }

    /** Hashes and counts what goes by. */
    private static final class Counted extends DigestInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in, Sha256.digest());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            bytes += Math.max(0, count);
            return count;
        }

        ContentProof.Seen seen(Optional<String> objection) {
            return new ContentProof.Seen(
                    bytes, HexFormat.of().formatHex(getMessageDigest().digest()), bytes, objection);
        }
    }
}
