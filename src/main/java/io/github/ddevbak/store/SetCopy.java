package io.github.ddevbak.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A copy of a set in a repository off this machine, as it was last seen there.
 *
 * @param repository what the user calls it
 * @param repositoryId its own id
 * @param place where it is, without secrets
 * @param folder the same, where it is a folder of this machine; else empty
 * @param loopback whether it is reached through the network and still on this machine
 * @param snapshot its name there
 * @param seen when it was last seen to be there with every file, in UTC
 */
public record SetCopy(
        String repository,
        String repositoryId,
        String place,
        String folder,
        boolean loopback,
        String snapshot,
        Instant seen) {

    static SetCopy of(Facts facts, Instant noted) {
        return new SetCopy(
                facts.text("repository"),
                facts.text("repositoryId"),
                facts.text("place"),
                facts.text("folder"),
                facts.truth("loopback"),
                facts.text("snapshot"),
                seen(facts.text("seen"), noted));
    }

    private static Instant seen(String text, Instant noted) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            return noted;
        }
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("repository", repository);
        facts.put("repositoryId", repositoryId);
        facts.put("place", place);
        facts.put("folder", folder);
        facts.put("loopback", loopback);
        facts.put("snapshot", snapshot);
        facts.put("seen", seen.toString());
        return facts;
    }

    /** Whether it would be lost with the disk that the folder is on; where that cannot be told, it would. */
    public boolean lostWith(Path disk) {
        return folder.isEmpty()
                ? loopback
                : Disk.of(Path.of(folder))
                        .flatMap(ours -> Disk.of(disk).map(ours::sameAs))
                        .orElse(true);
    }
}
