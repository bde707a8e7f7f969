package io.github.ddevbak.recovery;

import io.github.ddevbak.database.ArchiveFacts;
import io.github.ddevbak.database.ArchiveProof;
import io.github.ddevbak.store.SetRecord;
import io.github.ddevbak.store.StoredVolumes;
import io.github.ddevbak.store.StoredVolumes.StoredVolume;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** How the archives of a set's volumes are proved: unpacked to their end, every entry looked at. */
final class VolumeContents {
    private VolumeContents() {}

    /** Adds a proof for each file by its path in the set. */
    static void addTo(Map<String, ContentProof> proofs, SetRecord record) {
        StoredVolumes.of(record).forEach(volume -> proofs.put(volume.file(), in -> seen(in, volume)));
    }

    static ContentProof.Seen seen(InputStream in, StoredVolume volume) throws IOException {
        ArchiveFacts facts = ArchiveProof.ofVolume(in);
        return new ContentProof.Seen(
                facts.bytes(),
                facts.sha256(),
                facts.used(),
                facts.objection().or(() -> disagreement(facts.files(), facts.contentBytes(), volume)));
    }

    /** In what contents are others than those of the set; empty where they are the same. */
    static Optional<String> disagreement(long files, long bytes, StoredVolume volume) {
        return files == volume.files() && bytes == volume.bytes()
                ? Optional.empty()
                : Optional.of("it holds " + files + " files of " + bytes + " bytes, and set.json says " + volume.files()
                        + " of " + volume.bytes());
    }
}
