package io.github.ddevbak;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.cli.UseCases;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.DdevList;
import io.github.ddevbak.ddev.Listed;
import io.github.ddevbak.demo.Faults;
import io.github.ddevbak.demo.SampleProjects;
import io.github.ddevbak.demo.SimulatedDdev;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.process.Programs;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Preferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The sample of the demonstration with the use cases over it: the same object graph, with a simulated ddev. */
final class SampleStage implements UseCases.Sample {
    private final Path sample;
    private final Path destination;
    private final ProcessRunner real;
    private final ProcessRunner simulated;
    private final Shell shell;
    private final Backups backups;

    private SampleStage(
            Path folder,
            Shell outer,
            ProcessRunner real,
            Cancellation cancellation,
            Clock clock,
            LongConsumer progress) {
        this.sample = folder.resolve("sample");
        this.destination = folder.resolve("backups");
        this.real = real;
        this.simulated = new SimulatedDdev(sample.resolve("home"), real, clock, Faults.NONE, cancellation);
        this.shell = inside(outer, sample);
        this.backups = new Wiring(shell, simulated, cancellation, clock, false).backups(configuration(), progress);
    }

    static SampleStage open(
            Path folder,
            Shell outer,
            ProcessRunner real,
            Cancellation cancellation,
            Clock clock,
            LongConsumer progress) {
        Path sample = folder.resolve("sample");
        try {
            if (!SampleProjects.exists(sample)) {
                SampleProjects.create(sample, real, clock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleStage(folder, outer, real, cancellation, clock, progress);
    }

    /** The user's own home and state are never touched by the demonstration. */
    private static Shell inside(Shell outer, Path sample) {
        Map<String, String> environment = new HashMap<>(outer.environment());
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("DDEV"));
        Path home = sample.resolve("home");
        environment.put("HOME", home.toString());
        return new Shell(
                outer.in(),
                outer.out(),
                outer.err(),
                outer.outTerminal(),
                outer.errTerminal(),
                outer.columns(),
                outer.clock(),
                environment,
                home,
                sample.resolve("projects"));
    }

    @Override
    public Backups backups() {
        return backups;
    }

    @Override
    public Configuration configuration() {
        return new Configuration(
                destination,
                Duration.ofMinutes(5),
                Duration.ZERO,
                List.of(),
                Part.USUAL,
                true,
                true,
                List.of(),
                Preferences.NONE,
                Preferences.NONE);
    }

    @Override
    public Path projects() {
        return sample.resolve("projects");
    }

    @Override
    public boolean check(Path folder, List<String> command) {
        return real.run(Invocation.of(command).in(folder)).ok();
    }

    @Override
    public boolean available(String program) {
        return new Programs(shell.environment()).find(program).isPresent();
    }

    @Override
    public boolean asFound() {
        Optional<DdevList> list = new DdevCli(simulated, Duration.ofMinutes(1), Duration.ofMinutes(1))
                .list()
                .value();
        return list.isPresent() && list.get().projects().stream().allMatch(SampleStage::asMade);
    }

    private static boolean asMade(Listed project) {
        return project.status().equals(project.name().equals("blog") ? "stopped" : "running");
    }
}
