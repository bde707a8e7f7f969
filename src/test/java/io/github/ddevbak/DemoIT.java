package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, run once by the packaged program; the tests look at what it said and left. */
class DemoIT {
    @TempDir
    static Path folder;

    private static PackagedProgram.Ended demo = new PackagedProgram.Ended(-1, "", "");
    private static Path kept = Path.of("");

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        kept = folder.resolve("kept here");
        demo = new PackagedProgram(folder, Map.of("LC_ALL", "C", "LANG", "")).run("demo", "--keep", kept.toString());
    }

    @Test
    void allWentAsPlanned() {
        assertThat(demo.code()).as(demo.out() + demo.err()).isZero();
    }

    @Test
    void itSaysThatDdevIsSimulated() {
        assertThat(demo.out()).contains("ddev is simulated");
    }

    @Test
    void itSaysThatAllEndedWellAndThatTheSetHasWhatNoRemoteHas() {
        assertThat(demo.out())
                .contains("'all' ended with exit code 0")
                .contains("1 commit that no remote has, the oldest less than a minute old; saved in the set");
    }

    @Test
    void itChecksASetWithTheCommandsOfItsOwnGuide() throws IOException {
        String guide = Files.readString(set("shop").resolve("RESTORE.md"));

        assertThat(demo.out()).contains("ok   sha256sum -c --strict MANIFEST.sha256");
        assertThat(guide).contains("sha256sum -c --strict MANIFEST.sha256", "gunzip -t database/db.sql.gz");
    }

    @Test
    void everySetPassesItsManifestAndEveryDumpDecompresses() throws IOException, InterruptedException {
        List<Path> sets = sets();
        assertThat(sets).hasSize(4);
        for (Path set : sets) {
            PackagedProgram there = new PackagedProgram(folder, Map.of());
            String check = "cd \"$1\" && sha256sum -c --strict --quiet MANIFEST.sha256 && for f in database/*.gz; do"
                    + " [ ! -e \"$f\" ] || gunzip -t \"$f\" || exit 1; done";
            assertThat(there.start(List.of("sh", "-c", check, "sh", set.toString()))
                            .end())
                    .as(set.toString())
                    .returns(0, PackagedProgram.Ended::code);
        }
    }

    @Test
    void theDumpHoldsTheRoutineThatDdevLeavesOut() throws IOException, InterruptedException {
        Path dump = set("shop").resolve("database/reporting.sql.gz");
        PackagedProgram.Ended text = new PackagedProgram(folder, Map.of())
                .start(List.of("gunzip", "-c", dump.toString()))
                .end();

        assertThat(text.out()).containsPattern("CREATE.*(PROCEDURE|FUNCTION)");
    }

    @Test
    void nothingOfTheDestinationCanBeReadByOthers() throws IOException {
        Set<PosixFilePermission> others =
                EnumSet.complementOf(EnumSet.copyOf(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> all = Files.walk(kept.resolve("backups"))) {
            for (Path each : all.filter(p -> !Files.isSymbolicLink(p)).toList()) {
                assertThat(Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS))
                        .as(each.toString())
                        .doesNotContainAnyElementsOf(others);
            }
        }
    }

    @Test
    void theSnapshotWasMovedIntoTheSet() throws IOException {
        Path withDdev = kept.resolve("sample/projects/shop/.ddev/db_snapshots");
        try (Stream<Path> inSet = Files.list(set("shop").resolve("database/snapshot"))) {
            assertThat(inSet).hasSize(1);
        }
        assertThat(withDdev).isEmptyDirectory();
    }

    @Test
    void theListShowsWhatTheDemonstrationMade() throws IOException, InterruptedException {
        PackagedProgram.Ended list = new PackagedProgram(folder, Map.of())
                .run("list", "--dest", kept.resolve("backups").toString(), "--json");

        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("\"ddevbak/list/1\"", "\"blog\"", "\"nodb\"", "\"shop\"");
    }

    private static Path set(String project) throws IOException {
        return kept.resolve("backups/projects")
                .resolve(project)
                .resolve("latest")
                .toRealPath();
    }

    private static List<Path> sets() throws IOException {
        try (Stream<Path> all = Files.walk(kept.resolve("backups"), 4)) {
            return all.filter(path -> path.endsWith("set.json"))
                    .map(Path::getParent)
                    .filter(path -> !Files.isSymbolicLink(path))
                    .toList();
        }
    }
}
