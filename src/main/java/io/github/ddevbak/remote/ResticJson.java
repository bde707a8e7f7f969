package io.github.ddevbak.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what restic prints under {@code --json} (0.14 to 0.18), leniently: what is not understood is passed over. Pure. */
final class ResticJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResticJson() {}

    /** What {@code snapshots} lists, without those that are not ours; empty where it is no such list. */
    static Optional<List<RemoteSnapshot>> snapshots(String text) {
        Optional<JsonNode> list = parsed(text).filter(node -> node.isArray() || node.isNull());
        return list.map(all -> {
            List<RemoteSnapshot> snapshots = new ArrayList<>();
            for (JsonNode one : all) {
                List<String> tags = new ArrayList<>();
                one.path("tags").forEach(tag -> tags.add(tag.asText()));
                RemoteSnapshot.of(one.path("id").asText(), one.path("hostname").asText(), tags)
                        .filter(snapshot -> !snapshot.id().isEmpty())
                        .ifPresent(snapshots::add);
            }
            snapshots.sort(RemoteSnapshot.NEWEST_FIRST);
            return snapshots;
        });
    }

    /** The repository's own id, from {@code cat config}. */
    static Optional<String> repositoryId(String text) {
        return parsed(text).map(config -> config.path("id").asText()).filter(id -> id.matches("[0-9a-f]{64}"));
    }

    /** How many bytes {@code backup} has read, where the line says so. */
    static Optional<Long> bytesDone(String line) {
        return parsed(line)
                .filter(one -> one.path("message_type").asText().equals("status"))
                .map(one -> one.path("bytes_done").asLong());
    }

    /** What a backup says at its end. */
    static Optional<BackupSummary> summary(String line) {
        return parsed(line)
                .filter(one -> one.path("message_type").asText().equals("summary"))
                .map(one -> new BackupSummary(
                        one.path("snapshot_id").asText(),
                        one.path("data_added").asLong(),
                        one.path("total_bytes_processed").asLong()))
                .filter(summary -> summary.snapshot().matches("[0-9a-f]{8,64}"));
    }

    /** A regular file of a snapshot, from a line of {@code ls}. */
    static Optional<RemoteFile> file(String line) {
        return parsed(line)
                .filter(one -> one.path("struct_type").asText().equals("node")
                        && one.path("type").asText().equals("file"))
                .map(one -> new RemoteFile(
                        one.path("path").asText(), one.path("size").asLong()));
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
