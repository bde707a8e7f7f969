package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.HASH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenOfASetIsReadBackTheSame() throws Exception {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("server", "mariadb:11.8");
        facts.put("databases", List.of(Map.of("name", "größe\n\u001b", "rows", 3_000_000_000L, "tables", 4)));
        facts.put("bare", true);
        PartRecord part = new PartRecord(
                Part.DATABASE,
                PartState.AT_RISK,
                List.of(
                        Finding.loss("database.broken-view", "The view v is broken.", "Mend it."),
                        Finding.loss("database.odd", "A name is odd.", "").acceptedBecause("it is a \"test\"")),
                facts,
                12);
        SetRecord set = SampleRecords.set(
                "20261122T163105Z-before-restore",
                List.of(part),
                List.of(new Artefact("database/db.sql.gz", Part.DATABASE, Long.MAX_VALUE, HASH)));

        Path file = Files.write(folder.resolve("set.json"), Records.json(set));

        assertThat(Records.set(file)).isEqualTo(set);
        assertThat(Records.set(file).parts().get(0).facts().keySet()).containsExactly("server", "databases", "bare");
    }

    @Test
    void whatWasWrittenOfARunIsReadBackTheSame() throws Exception {
        RunRecord run = SampleRecords.run("20261122T163105Z");

        Path file = Files.write(folder.resolve("run.json"), Records.json(run));

        assertThat(Records.run(file)).isEqualTo(run);
    }

    @Test
    void aSetIsWrittenForPeopleToReadTooAndInAFixedOrder() {
        assertThat(Spoiled.good()).startsWith("""
                        {
                          "schema": "ddevbak/set/1",
                          "project": "shop",
                          "id": "20261122T163105Z",
                          "label": "",
                          "created": "2026-11-22T16:31:05Z",
                        """).contains("""
                          "versions": {
                            "ddevbak": "0.1.0",
                            "ddev": "v1.25.3",
                            "database": "mariadb:11.8"
                          },
                          "parts": [
                            {
                              "part": "database",
                              "state": "ok",
                        """).endsWith("  \"tookMillis\": 4711\n}\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.ddevbak.store.Spoiled#sets")
    void aSetThatIsNotExactlyWhatWeWriteIsRefusedByName(String what, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("set.json"), content);

        assertThatThrownBy(() -> Records.set(file))
                .as(what)
                .isInstanceOf(StoredFileException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aSetCutAtAnyByteIsRefused() throws Exception {
        String whole = Spoiled.good().stripTrailing();
        for (int length = 0; length < whole.length(); length++) {
            Path file = Files.writeString(folder.resolve("set.json"), whole.substring(0, length));

            assertThatThrownBy(() -> Records.set(file)).isInstanceOf(StoredFileException.class);
        }
    }

    @Test
    void aSetOfANewerVersionIsRefusedWithBothSchemas() throws Exception {
        Path file =
                Files.writeString(folder.resolve("set.json"), Spoiled.good().replace("ddevbak/set/1", "ddevbak/set/2"));

        assertThatThrownBy(() -> Records.set(file))
                .isInstanceOf(StoredFileException.class)
                .hasMessageContaining("ddevbak/set/2")
                .hasMessageContaining("ddevbak/set/1");
    }

    @Test
    void controlCharactersOfABrokenFileDoNotReachTheTerminal() throws Exception {
        Path file = Files.writeString(
                folder.resolve("set.json"), Spoiled.good().replace("ddevbak/set/1", "\\u001b[31mset"));

        assertThatThrownBy(() -> Records.set(file)).hasMessageContaining("\\u001b[31m");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> Records.set(folder.resolve("set.json")))
                .isInstanceOf(StoredFileException.class)
                .hasMessageContaining("set.json cannot be read: ");
    }

    @Test
    void anInterruptedThreadCanStillRead() throws Exception {
        Path file = Files.writeString(folder.resolve("set.json"), Spoiled.good());

        Thread.currentThread().interrupt();
        SetRecord set = Records.set(file);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(set.project()).isEqualTo("shop");
    }

    @Test
    void aSetIsGoodWhenEveryPartIsAndThereIsOne() {
        PartRecord ok = SampleRecords.part(Part.DATABASE, PartState.OK);
        PartRecord risk = SampleRecords.part(Part.CODE, PartState.AT_RISK);
        PartRecord failed = SampleRecords.part(Part.FILES, PartState.FAILED);
        String id = "20261122T163105Z";

        assertThat(SampleRecords.set(id, List.of(ok, risk), List.of()).good()).isTrue();
        assertThat(SampleRecords.set(id, List.of(ok, failed), List.of()).good()).isFalse();
        assertThat(SampleRecords.set(id, List.of(), List.of()).good()).isFalse();
    }

    @Test
    void aFactOfAKindThatJsonWouldNotGiveBackIsRefused() {
        assertThatThrownBy(() -> new PartRecord(Part.FILES, PartState.OK, List.of(), Map.of("dir", folder), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dir");
    }

    @Test
    void aFindingOfASetThatKnewNothingOfAcceptanceIsStillRead() throws Exception {
        PartRecord part = new PartRecord(
                Part.CODE, PartState.AT_RISK, List.of(Finding.loss("code.stash", "A stash.", "Pop it.")), Map.of(), 1);
        String json = new String(Records.json(SampleRecords.set("20261122T163105Z", List.of(part), List.of())), UTF_8);

        assertThat(json).contains("\"hint\": \"Pop it.\"\n").doesNotContain("accepted");
        assertThat(Records.set(Files.writeString(folder.resolve("set.json"), json))
                        .parts())
                .containsExactly(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hint\": \"Pop it.\", \"more\": \"x\"",
                "\"hint\": \"Pop it.\", \"accepted\": 5",
                "\"hint\": \"Pop it.\", \"accepted\": null",
                "\"hinted\": \"Pop it.\"",
                "\"hint\": {}",
                "\"hint\": \"Pop it.\", \"hint\": \"twice\""
            })
    void aFindingThatIsNotExactlyWhatWeWriteIsRefused(String spoiled) throws Exception {
        PartRecord part = new PartRecord(
                Part.CODE, PartState.AT_RISK, List.of(Finding.loss("code.stash", "A stash.", "Pop it.")), Map.of(), 1);
        String json = new String(Records.json(SampleRecords.set("20261122T163105Z", List.of(part), List.of())), UTF_8);
        Path file = Files.writeString(folder.resolve("set.json"), json.replace("\"hint\": \"Pop it.\"", spoiled));

        assertThatThrownBy(() -> Records.set(file)).isInstanceOf(StoredFileException.class);
    }
}
