package io.github.ddevbak.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Files of sets that are nearly what we write, each with what is wrong with it. */
final class Spoiled {
    private Spoiled() {}

    static Stream<Arguments> sets() {
        return Stream.of(
                spoiled("an unknown field", "\"label\": \"\"", "\"label\": \"\", \"colour\": 1"),
                spoiled("an unknown field further in", "\"size\": 4", "\"size\": 4, \"colour\": 1"),
                spoiled("a missing field", "\"label\": \"\",", ""),
                spoiled("a field twice", "\"label\": \"\"", "\"label\": \"\", \"label\": \"\""),
                spoiled("nothing for a text", "\"label\": \"\"", "\"label\": null"),
                spoiled("nothing for a number", "\"size\": 4", "\"size\": null"),
                spoiled("a text for a number", "\"size\": 4", "\"size\": \"4\""),
                spoiled("a broken number", "\"size\": 4", "\"size\": 4.5"),
                spoiled("a negative size", "\"size\": 4", "\"size\": -4"),
                spoiled("a number for a text", "\"label\": \"\"", "\"label\": 1"),
                spoiled("an unknown state", "\"ok\"", "\"perfect\""),
                spoiled("a number for a state", "\"ok\"", "0"),
                spoiled("a state in capitals", "\"ok\"", "\"OK\""),
                spoiled("an unknown part", "\"part\": \"database\"", "\"part\": \"soul\""),
                spoiled("no time", "2026-11-22T16:31:05Z", "yesterday"),
                spoiled("a path that leaves the set", "database/db.sql.gz", "../db.sql.gz"),
                spoiled("an absolute path", "database/db.sql.gz", "/database/db.sql.gz"),
                spoiled("no hash", SampleRecords.HASH, "abc"),
                spoiled("another name", "20261122T163105Z", "../../x"),
                spoiled("a fact of no kind", "\"facts\": { }", "\"facts\": { \"a\": 1.5 }"),
                spoiled("a fact that is nothing", "\"facts\": { }", "\"facts\": { \"a\": null }"),
                spoiled("more behind the end", "}\n", "}\n{}"),
                spoiled("the schema of a run", "ddevbak/set/1", "ddevbak/run/1"),
                spoiled("a list", "{\n", "[{\n"));
    }

    static String good() {
        Artefact dump =
                new Artefact("database/db.sql.gz", io.github.ddevbak.project.Part.DATABASE, 4, SampleRecords.HASH);
        return new String(Records.json(SampleRecords.good("20261122T163105Z", java.util.List.of(dump))), UTF_8);
    }

    private static Arguments spoiled(String what, String good, String bad) {
        int at = good.equals("}\n") ? good().lastIndexOf(good) : good().indexOf(good);
        if (at < 0) {
            throw new IllegalStateException("the sample does not hold " + good);
        }
        return Arguments.of(what, good().substring(0, at) + bad + good().substring(at + good.length()));
    }
}
