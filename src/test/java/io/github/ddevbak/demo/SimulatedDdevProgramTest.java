package io.github.ddevbak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedDdevProgramTest {
    @TempDir
    Path folder;

    private RecordedWorld world;
    private Cancellation cancellation;
    private SystemProcessRunner runner;

    @BeforeEach
    void install() {
        world = new RecordedWorld(folder.resolve("it's a home"));
        Path bin = folder.resolve("my bin");
        SimulatedPrograms.install(
                bin,
                world.home(),
                Faults.of(Fault.of(Fault.Kind.HANGS, Fault.Command.EXPORT_DB).inProject("blog")));
        cancellation = new Cancellation();
        runner = new SystemProcessRunner(cancellation, SimulatedPrograms.before(bin, System.getenv()));
    }

    @Test
    void aRealChildAnswersAsTheSimulationInsideDoes() {
        Invocation list = Invocation.of("ddev", "describe", "-j", "shop").within(Duration.ofMinutes(2));

        ProcessResult said = runner.run(list);

        assertThat(said.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(said.stdout())
                .contains("\"status\":\"running\"")
                .startsWith("{")
                .endsWith("}\n");
    }

    @Test
    void exitCodeStderrAndStateComeThrough() throws IOException {
        Invocation unknown = Invocation.of("ddev", "stop", "nosuch").within(Duration.ofMinutes(2));
        Invocation stop = Invocation.of("docker", "stop", "ddev-shop-db").within(Duration.ofMinutes(2));

        ProcessResult refused = runner.run(unknown);
        runner.run(stop).orThrow(stop);

        assertThat(refused.ending()).isEqualTo(new Ending.Exited(1));
        assertThat(refused.lastWords()).contains("could not find requested project 'nosuch'");
        assertThat(world.folder().project("shop").containers()).containsEntry("db", "exited");
    }

    @Test
    void aHangIsARealOneAndLeavesTheDumpInTheContainer() throws IOException {
        Invocation export = Invocation.of("ddev", "export-db", "blog", "--gzip=false")
                .writing(new CancellingSink(cancellation))
                .within(Duration.ofMinutes(2));

        ProcessResult hung = runner.run(export);

        assertThat(hung.cancelled()).isTrue();
        assertThat(world.folder().project("blog").processes()).hasSize(1);
    }
}
