package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A project to take a snapshot of, and the snapshot's bytes inflated, a character each. */
final class InflatedSnapshot {
    private InflatedSnapshot() {}

    static Site site(String family, String version) {
        SimulatedDatabase database = SimulatedDatabase.of("db", new SimulatedDatabase.Table("product", 1));
        return new Site(
                "p",
                Path.of("/p"),
                Site.Presence.WHOLE,
                new Configuration("p", "php", "", family, version, false),
                ProjectState.stopped(List.of(database), List.of()));
    }

    static String of(byte[] packed) throws IOException {
        try (ZstdInputStream stream = new ZstdInputStream(new ByteArrayInputStream(packed))) {
            return new String(stream.readAllBytes(), ISO_8859_1);
        }
    }
}
