package io.github.ddevbak.recovery;

import io.github.ddevbak.files.RawPath;
import io.github.ddevbak.files.SealedManifest;
import io.github.ddevbak.files.SealedUserFiles;
import io.github.ddevbak.recovery.SetProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The two manifests of a set's user files: against each other, set.json, and the links that are there. */
final class UserFilesCheck {
    private static final String SUMS = "files/MANIFEST.sha256";
    private static final String LINES = "files/manifest.jsonl";

    private final SetFacts facts;
    private final SetProblems problems;

    UserFilesCheck(SetFacts facts, SetProblems problems) {
        this.facts = facts;
        this.problems = problems;
    }

    /**
     * Reads both; empty where the set has none.
     *
     * @param folder of the set
     * @param manifest of the whole set
     */
    Optional<SealedUserFiles> read(Path folder, SealedManifest manifest, SetFiles files, ReadMeter meter)
            throws IOException {
        if (manifest.number(RawPath.of(SUMS)) < 0 || manifest.number(RawPath.of(LINES)) < 0) {
            return Optional.empty();
        }
        try (InputStream sums = meter.metered(files.open(folder.resolve(SUMS)));
                InputStream lines = meter.metered(files.open(folder.resolve(LINES)))) {
            SealedUserFiles read = SealedUserFiles.read(sums, lines, manifest);
            read.objections()
                    .forEach(wrong -> problems.add(SetProblem.of(
                            Kind.CONTENT,
                            "files/" + wrong.manifest(),
                            "The manifests of the user files do not agree: " + wrong.why() + ".")));
            return Optional.of(read);
        } catch (InterruptedIOException cancelled) {
            throw cancelled;
        } catch (IOException toldOfTheFile) {
            // The file is read again with all others, and what is wrong with it is told there.
            return Optional.empty();
        }
    }

    /** @param links those among the user files, and to what they point */
    void compare(SealedUserFiles users, Map<RawPath, RawPath> links) {
        facts.userFiles()
                .filter(count -> count != users.files())
                .ifPresent(count -> problems.add(SetProblem.of(
                        Kind.CONTENT,
                        LINES,
                        "It names " + users.files() + " files, and set.json says " + count + ".")));
        long expected = facts.copied().orElse(0L);
        if (users.copied() != expected) {
            problems.add(SetProblem.of(
                    Kind.RECORD,
                    SUMS,
                    users.copied() + " of its files are in the set's manifest, and set.json says that " + expected
                            + " were copied."));
        }
        links.forEach((path, target) -> {
            RawPath recorded = users.links().get(path);
            if (recorded == null) {
                problems.add(SetProblem.extra(path.printable(), "The link is not recorded in " + LINES + "."));
            } else if (!recorded.equals(target)) {
                problems.add(
                        SetProblem.of(Kind.CHANGED, path.printable(), "The link points elsewhere than was recorded."));
            }
        });
    }
}
