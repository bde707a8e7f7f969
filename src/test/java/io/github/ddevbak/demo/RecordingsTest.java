package io.github.ddevbak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation beside the recordings: the same exit code, and the same words but for paths, times and ports. */
class RecordingsTest {
    private Path home;

    @BeforeEach
    void makeHome(@TempDir Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("home/user"));
        Path out = Files.createDirectories(home.resolve("out"));
        Files.createFile(out.resolve("empty.sql"));
        Files.createFile(out.resolve("i.sql.zst"));
        Files.writeString(out.resolve("i.sql"), "-- nothing\n");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(out.resolve("a.sql.gz")))) {
            gzip.write('\n');
        }
        Files.copy(out.resolve("a.sql.gz"), out.resolve("pg.sql.gz"));
        Files.write(out.resolve("trunc.sql.gz"), Arrays.copyOf(Files.readAllBytes(out.resolve("a.sql.gz")), 12));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            001-version-flag | '' | ''
            003-version-j | '' | ''
            011-list-j | '' | ''
            012-list-active-only-j | '' | ''
            013-list-A-j | '' | ''
            020-describe-j-shop-running | '' | ''
            021-describe-j-blog-running | '' | ''
            022-describe-j-pgapp-running | '' | ''
            023-describe-j-nodb-running | '' | ''
            024-describe-j-sleepy-stopped | '' | ''
            025-describe-j-unknown | '' | ''
            026-describe-unknown | '' | ''
            028-describe-j-no-arg-outside-project | '' | ''
            030-describe-j-no-arg-in-subdir | '' | ''
            031-pause-is-unknown-command | '' | ''
            031a-describe-j-blog-containers-stopped | blog paused | ''
            031b-list-j-containers-stopped | blog paused | ''
            031e-snapshot-containers-stopped | blog paused | ''
            031g-describe-j-blog-docker-paused | blog frozen | ''
            031h-snapshot-docker-paused | blog frozen | ''
            031i-describe-j-only-db-stopped | blog db=exited | ''
            031k-snapshot-only-db-stopped | blog db=exited | ''
            031m-describe-j-only-web-stopped | blog web=exited | ''
            101-snapshot-shop-name | '' | ''
            102-snapshot-shop-by-arg-name | '' | ''
            103-snapshot-existing-name | shop has-X2 | ''
            104-snapshot-existing-name-j | shop has-X2 | ''
            105-snapshot-j | '' | ''
            106-snapshot-invalid-name | '' | ''
            107-snapshot-unknown-project | '' | ''
            108-snapshot-unknown-project-j | '' | ''
            109-snapshot-nodb | '' | ''
            110-snapshot-nodb-j | '' | ''
            111-snapshot-stopped | '' | ''
            114-snapshot-pgapp | '' | ''
            122-snapshot-list-nodb-j | '' | ''
            123-snapshot-list-stopped-j | sleepy has-S1 | ''
            203-export-gzip-false | '' | ''
            209-export-nosuch-db | '' | ''
            210-export-nosuch-db-plain | '' | ''
            211-export-nosuch-db-j | '' | ''
            217-export-nodb | '' | ''
            218-export-unknown-project | '' | ''
            219-export-unknown-project-j | '' | ''
            220-export-outside-project | '' | ''
            221-export-stopped-to-file | '' | ''
            300-snapshot-mariabackup-fails | '' | FAILS_WITH_EXIT_0@SNAPSHOT
            301-snapshot-mariabackup-fails-j | '' | FAILS_WITH_EXIT_0@SNAPSHOT
            305-snapshot-disk-full-host | '' | DISK_FULL@SNAPSHOT
            308-snapshot-disk-full-host-j | '' | DISK_FULL@SNAPSHOT
            502-restore-unknown-name | '' | ''
            503-restore-unknown-name-j | '' | ''
            507-restore-nodb-latest | '' | ''
            600-import-gz | '' | ''
            601-import-sql | '' | ''
            604-import-zst | '' | ''
            608b-import-truncated-gz-over-good | '' | ''
            609-import-empty | '' | ''
            610-import-missing-file | '' | ''
            612-import-gz-j | '' | ''
            613-import-into-stopped | '' | ''
            614-import-into-nodb | '' | ''
            733-pg-import-gz | '' | ''
            508-restore-stopped | sleepy has-S1; sleepy stopped | ''
            731-pg-restore | pgapp has-PGS | ''
            701-pg-export-plain | '' | ''
            728-exec-nodb-service-db | '' | ''
            800-gone-running-describe-j | gone running; gone away | ''
            801-gone-running-list-j | gone running; gone away | ''
            803-gone-running-snapshot | gone running; gone away | ''
            816-gone-really-stopped-list-j | gone known; gone away | ''
            817-gone-really-stopped-describe-j | gone known; gone away | ''
            820-gone2-export | gone2 known; gone2 away; gonepg known; gonepg away | ''
            853-list-j-broken-config-yaml | sleepy broken | ''
            856-snapshot-other-with-broken-config-yaml | sleepy broken | ''
            900-stop | victim running | ''
            901-stop-already-stopped | victim known | ''
            902-start | victim known | ''
            903-start-already-running | victim running | ''
            930-dockerdown-version | '' | DOCKER_DOWN@ANY
            931-dockerdown-version-j | '' | DOCKER_DOWN@ANY
            932-dockerdown-list-j | '' | DOCKER_DOWN@ANY
            933-dockerdown-list | '' | DOCKER_DOWN@ANY
            934-dockerdown-describe-j | '' | DOCKER_DOWN@ANY
            935-dockerdown-snapshot | '' | DOCKER_DOWN@ANY
            936-dockerdown-snapshot-j | '' | DOCKER_DOWN@ANY
            938-dockerdown-export | '' | DOCKER_DOWN@ANY
            940-dockerdown-stop | '' | DOCKER_DOWN@ANY
            941-dockerdown-start | '' | DOCKER_DOWN@ANY
            966-NO_COLOR | '' | ''
            968-unknown-flag | '' | ''
            970-list-j-project_list-yaml-corrupt | registry corrupt | ''
            975-describe-j-db-crashed | shop db=exited | ''
            980-export-db-with-invalid-view | shop badview | ''
            """)
    void theSimulationSaysWhatWasRecorded(String name, String sentences, String faults) throws IOException {
        Recording recorded = Recording.of(name);
        RecordedWorld world = new RecordedWorld(home);
        world.prepare(sentences);
        Files.createDirectories(home.resolve("projects/shop/web/sites"));
        List<String> argv = recorded.argv().stream()
                .map(word -> word.replace("/home/user", home.toString()))
                .toList();
        Invocation call = Invocation.of(argv)
                .in(Path.of(recorded.directory().replace("/home/user", home.toString())))
                .with(name.contains("NO_COLOR") ? Map.of("NO_COLOR", "1") : Map.of());

        ProcessResult said = world.ddev(Faults.parse(faults)).run(call);

        assertThat(said.ending().words()).isEqualTo("exit " + recorded.exit());
        assertThat(Normal.text(said.stderrTail(), home)).isEqualTo(Normal.text(recorded.stderr(), home));
        assertThat(Normal.text(said.stdout(), home)).isEqualTo(Normal.text(recorded.stdout(), home));
    }
}
