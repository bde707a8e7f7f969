package io.github.ddevbak.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ddev snapshot --list} (recordings 118 to 123, 307): names and times, nothing checked. */
final class SnapshotListing {

    Said list(List<Site> meant, Voice voice) throws IOException {
        Map<String, @Nullable Object> raw = new TreeMap<>();
        StringBuilder table = new StringBuilder("SNAPSHOT │ CREATED\n");
        for (Site site : meant) {
            List<Map<String, String>> snapshots = new ArrayList<>();
            for (Path file : newestFirst(site)) {
                String name = file.getFileName().toString().replaceFirst("-[a-z]+_[0-9.]+\\.(zst|gz)$", "");
                String created = Files.getLastModifiedTime(file).toInstant().toString();
                Map<String, String> snapshot = new LinkedHashMap<>();
                snapshot.put("Name", name);
                snapshot.put("Created", created);
                snapshots.add(snapshot);
                table.append(name).append(" │ ").append(created).append('\n');
            }
            raw.put(site.name(), snapshots.isEmpty() ? null : snapshots);
        }
        voice.data(table.toString(), raw);
        return voice.exit(0);
    }

    private static List<Path> newestFirst(Site site) throws IOException {
        if (!Files.isDirectory(site.snapshots())) {
            return List.of();
        }
        Map<Path, Long> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(site.snapshots())) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return times.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
