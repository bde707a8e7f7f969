package io.github.ddevbak.recovery;

import io.github.ddevbak.files.SealedManifest;
import io.github.ddevbak.recovery.SetProblem.Kind;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads a set's manifest: byte for byte canonical, and the very one whose hash is kept beside the set. */
final class ManifestReading {
    static final String NAME = "MANIFEST.sha256";

    private ManifestReading() {}

    /**
     * A manifest that could be read.
     *
     * @param sha256 of itself
     */
    record Read(SealedManifest manifest, String sha256) {}

    /**
     * Reads it; what is wrong goes to the problems.
     *
     * @param kept the hashes that are kept of it, in the runs' files or in a note
     */
    static Optional<Read> read(
            SealedFolder set, List<String> kept, SetFiles files, ReadMeter meter, SetProblems problems)
            throws IOException {
        Path file = set.folder().resolve(NAME);
        try (InputStream in = meter.metered(files.open(file))) {
            DigestInputStream hashed = new DigestInputStream(in, Sha256.digest());
            SealedManifest manifest = SealedManifest.read(hashed);
            String sha256 = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
            judge(manifest, sha256, kept, problems);
            return Optional.of(new Read(manifest, sha256));
        } catch (SetInput.ReadFailedException refused) {
            problems.add(FileReading.refused(NAME, refused, Long.MAX_VALUE));
        } catch (InterruptedIOException cancelled) {
            throw cancelled;
        } catch (IOException unopened) {
            problems.add(FileReading.unopened(NAME, unopened));
        }
        return Optional.empty();
    }

    private static void judge(SealedManifest manifest, String sha256, List<String> kept, SetProblems problems) {
        manifest.flaws()
                .forEach(flaw -> problems.add(SetProblem.of(
                                Kind.MANIFEST,
                                NAME,
                                "Line " + flaw.line() + " is not as it was sealed: " + flaw.why() + ".")
                        .at(flaw.from(), flaw.to())));
        if (manifest.size() == 0 && manifest.flaws().isEmpty()) {
            problems.add(SetProblem.of(Kind.MANIFEST, NAME, "It is empty.").at(0, manifest.bytes()));
        }
        if (!kept.isEmpty() && !kept.stream().allMatch(sha256::equals)) {
            problems.add(SetProblem.of(
                            Kind.MANIFEST,
                            NAME,
                            "Its SHA-256 is not the one that was kept beside the set when it was sealed.")
                    .at(0, manifest.bytes())
                    .expecting(kept.get(0)));
        }
    }
}
