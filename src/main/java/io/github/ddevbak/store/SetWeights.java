package io.github.ddevbak.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What sets weigh on the disk, a file that several of them share counted once; nothing is changed by looking. */
final class SetWeights {
    private final List<StoredSet> sets;
    private final Map<Object, Held> files = new HashMap<>();

    private SetWeights(List<StoredSet> sets) {
        this.sets = sets;
    }

    /** One file on the disk and the sets, by their number, that hold it. */
    private record Held(long bytes, BitSet by) {}

    static List<SetFiles> of(List<StoredSet> sets) throws IOException {
        SetWeights weights = new SetWeights(sets);
        for (int number = 0; number < sets.size(); number++) {
            weights.add(number);
        }
        return weights.summed();
    }

    private void add(int number) throws IOException {
        Deque<Path> folders = new ArrayDeque<>(List.of(sets.get(number).folder()));
        while (!folders.isEmpty()) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folders.pop())) {
                for (Path entry : entries) {
                    BasicFileAttributes attributes =
                            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isDirectory()) {
                        folders.push(entry);
                    } else {
                        // Where the system numbers no files, each is counted as one of its own.
                        Object key = attributes.fileKey() == null ? entry : attributes.fileKey();
                        files.computeIfAbsent(key, unseen -> new Held(attributes.size(), new BitSet()))
                                .by()
                                .set(number);
                    }
                }
            } catch (NoSuchFileException removedMeanwhile) {
                // What is gone weighs nothing.
            }
        }
    }

    private List<SetFiles> summed() {
        Map<BitSet, Long> bytes = new HashMap<>();
        files.values().forEach(held -> bytes.merge(held.by(), held.bytes(), Long::sum));
        List<SetFiles> summed = new ArrayList<>();
        bytes.forEach((by, sum) -> {
            Set<String> ids = new HashSet<>();
            by.stream().forEach(number -> ids.add(sets.get(number).id()));
            summed.add(new SetFiles(ids, sum));
        });
        return summed;
    }
}
