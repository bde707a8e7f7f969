package io.github.ddevbak.files;

import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads a manifest, whatever wrote it, and the JSON lines beside it into a spool of sightings. */
final class ManifestReader {
    /** Malformed lines that are told one by one. */
    static final int TOLD = 100;

    private final Recorded.Names names;
    private final Sightings sightings;
    private final BooleanSupplier cancelled;
    private final List<String> malformed = new ArrayList<>();
    private long unusable;
    private long usable;
    private boolean checksums;
    private boolean entries;

    ManifestReader(Recorded.Names names, Sightings sightings, BooleanSupplier cancelled) {
        this.names = names;
        this.sightings = sightings;
        this.cancelled = cancelled;
    }

    /** @throws NoManifestException where nothing in it can be used */
    void read(ManifestSource source) throws IOException {
        try (InputStream in = source.open()) {
            lines(in, "line ");
        }
        if (usable == 0 && unusable > 0) {
            throw new NoManifestException(source.name() + " is no manifest of SHA-256 checksums: " + malformed.get(0)
                    + ". Name a set, a MANIFEST.sha256 or what 'sha256sum' wrote.");
        }
        if (checksums && source.lines().isPresent()) {
            try (InputStream in = Files.newInputStream(source.lines().get())) {
                lines(in, Printable.text(String.valueOf(source.lines().get().getFileName())) + " line ");
            }
        }
    }

    private void lines(InputStream in, String called) throws IOException {
        ManifestLines lines = new ManifestLines(in);
        for (Optional<byte[]> next = lines.next(); next.isPresent(); next = lines.next()) {
            Stopped.unlessGoing(cancelled);
            try {
                line(next.get());
                usable++;
            } catch (MalformedLineException wrong) {
                fault(called + lines.number() + ": " + wrong.why());
            }
        }
    }

    private void line(byte[] line) throws IOException, MalformedLineException {
        if (line[0] == '{') {
            sightings.entry(Recorded.entry(line, names));
            entries = true;
        } else {
            sightings.checksum(ManifestLine.parse(TaggedLine.plain(line).orElse(line), names));
            checksums = true;
        }
    }

    /** Something of the manifest cannot be relied on. */
    void fault(String sentence) {
        if (++unusable <= TOLD) {
            malformed.add(sentence);
        }
    }

    /** What could not be used, as sentences; past a hundred a number. */
    List<String> malformed() {
        List<String> told = new ArrayList<>(malformed);
        if (unusable > TOLD) {
            told.add("and " + (unusable - TOLD) + " more");
        }
        return told;
    }

    long unusable() {
        return unusable;
    }

    boolean empty() {
        return usable == 0;
    }

    /** Whether more than checksums was recorded, links and empty folders among it. */
    boolean entries() {
        return entries;
    }

    boolean checksums() {
        return checksums;
    }
}
