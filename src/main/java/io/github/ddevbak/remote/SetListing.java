package io.github.ddevbak.remote;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The regular files of a set, here or in a repository, by name and size. Names that are no ASCII are compared by what is
 * ASCII in them: restic's JSON cannot tell bytes that are no UTF-8.
 */
final class SetListing {
    private final Map<String, Map<Long, Integer>> files = new HashMap<>();
    private long count;
    private long bytes;

    void add(String path, long size) {
        files.computeIfAbsent(plain(path), name -> new TreeMap<>()).merge(size, 1, Integer::sum);
        count++;
        bytes += size;
    }

    long count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    /** Why the other is not the same as this; empty where it is. */
    Optional<String> objection(SetListing other) {
        if (files.equals(other.files)) {
            return Optional.empty();
        }
        for (Map.Entry<String, Map<Long, Integer>> file : files.entrySet()) {
            Map<Long, Integer> there = other.files.getOrDefault(file.getKey(), Map.of());
            if (!there.equals(file.getValue())) {
                return Optional.of(
                        there.isEmpty()
                                ? file.getKey() + " is missing"
                                : file.getKey() + " is of another size than "
                                        + file.getValue().keySet());
            }
        }
        return Optional.of(other.count + " files are there, and not " + count);
    }

    private static String plain(String path) {
        String from = path.startsWith("/") ? path : "/" + path;
        return from.replaceAll("[^\\x00-\\x3e\\x40-\\x7e]+", "?");
    }
}
