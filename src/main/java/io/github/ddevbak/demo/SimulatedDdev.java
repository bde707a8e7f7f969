package io.github.ddevbak.demo;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The simulated ddev and docker: answers as the recordings of ddev v1.25.3 do and keeps its state on disk. Everything
 * that is neither ddev nor docker goes to another runner.
 *
 * <p>What it was not taught it refuses with exit 255 and a sentence; it never guesses.
 */
public final class SimulatedDdev implements ProcessRunner {
    private final StateFolder folder;
    private final ProcessRunner others;
    private final Clock clock;
    private final Faults faults;
    private final Delivery delivery;
    private final Sites sites;
    private final StartStop startStop;

    /** @param home the simulated user's home folder, with ddev's global files and all simulated state below it */
    public SimulatedDdev(Path home, ProcessRunner others, Clock clock, Faults faults) {
        this(home, others, clock, faults, new Cancellation());
    }

    public SimulatedDdev(Path home, ProcessRunner others, Clock clock, Faults faults, Cancellation cancellation) {
        this.folder = new StateFolder(home);
        this.others = others;
        this.clock = clock;
        this.faults = faults;
        this.delivery = new Delivery(cancellation);
        this.sites = new Sites(folder);
        this.startStop = new StartStop(sites);
    }

    @Override
    public ProcessResult run(Invocation invocation) {
        String program = Path.of(invocation.command().get(0)).getFileName().toString();
        if (!program.equals("ddev") && !program.equals("docker")) {
            return others.run(invocation);
        }
        Instant begin = clock.instant();
        if (delivery.cancelled(invocation)) {
            return new ProcessResult(new Ending.Cancelled(), "", false, "", Duration.ZERO);
        }
        try {
            synchronized (this) {
                Said said = program.equals("ddev") ? ddev(invocation) : docker(invocation);
                return delivery.deliver(invocation, said, Duration.between(begin, clock.instant()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated ddev cannot use its folder " + folder.home(), e);
        }
    }

    private Said ddev(Invocation invocation) throws IOException {
        Call call;
        try {
            call = Call.of(invocation);
        } catch (WrongUsageException e) {
            Voice plain = new Voice(false, false, clock);
            plain.err(String.valueOf(e.getMessage()));
            return plain.exit(255);
        }
        Strikes strikes = faults.striking(folder.calls().add(call.command(), projectOf(call)));
        Voice voice = new Voice(call.json(), call.colour(), clock);
        if (strikes.has(Fault.Kind.NOT_INSTALLED)) {
            return notInstalled("ddev", voice);
        }
        boolean needsDocker = call.command() != Fault.Command.VERSION;
        if (strikes.has(Fault.Kind.DOCKER_DOWN) && needsDocker) {
            voice.fatal(Docker.DDEV_CANNOT_CONNECT);
            return voice.exit(1);
        }
        Optional<Said> failure = Failure.of(call.command(), invocation, strikes, voice);
        Said said = failure.isPresent() ? failure.orElseThrow() : answered(call.struckBy(strikes), voice);
        return Distortion.of(
                said,
                strikes,
                call.arguments().isEmpty() ? "ddev" : call.arguments().get(0));
    }

    private Said answered(Call call, Voice voice) throws IOException {
        Interruption interruption = Interruption.of(call.invocation(), call.strikes(), delivery);
        try {
            return switch (call.verb()) {
                case "start" -> startStop.start(call, voice, interruption);
                case "stop" -> startStop.stop(call, voice, interruption);
                case "snapshot" -> new Snapshots(sites, startStop, clock).snapshot(call, voice, interruption);
                case "export-db" ->
                    new Exports(sites, startStop, new DumpTool(clock)).export(call, voice, interruption);
                case "snapshot restore" -> new SnapshotRestores(sites, startStop).restore(call, voice, interruption);
                case "import-db" -> new Imports(sites, startStop).importDb(call, voice, interruption);
                case "config" -> new MakingAndRemoving(sites, startStop).config(call, voice, interruption);
                case "delete" -> new MakingAndRemoving(sites, startStop).delete(call, voice, interruption);
                case "exec" ->
                    new DatabaseContainer(sites, startStop, new DumpTool(clock)).exec(call, voice, interruption);
                default -> looked(call, voice, interruption);
            };
        } catch (DdevFailedException e) {
            voice.fatal(String.valueOf(e.getMessage()));
            return voice.exit(1);
        }
    }

    /** The commands that change nothing. */
    private Said looked(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        Listing listing = new Listing(sites);
        Said said = switch (call.verb()) {
            case "--version" -> new Versions(folder).flag(call, voice);
            case "version" -> new Versions(folder).command(call, voice);
            case "list" -> listing.list(call, voice);
            default -> new Description(sites, listing).describe(call, voice);
        };
        return interruption.strikes() ? said.half(interruption.ending()) : said;
    }

    /** The project a call is about; empty where it is about none. */
    private String projectOf(Call call) throws IOException {
        if (call.command() == Fault.Command.LIST || call.command() == Fault.Command.VERSION) {
            return "";
        }
        boolean here = call.verb().equals("exec") || call.verb().equals("snapshot restore");
        if (!here && !call.arguments().isEmpty()) {
            return call.arguments().get(0);
        }
        String named = call.flags().getOrDefault("project", "");
        try {
            Voice unheard = new Voice(false, false, clock);
            return named.isEmpty() ? sites.around(call.directory(), unheard).name() : named;
        } catch (DdevFailedException e) {
            return "";
        }
    }

    private Said docker(Invocation invocation) throws IOException {
        Voice voice = new Voice(false, false, clock);
        List<String> words =
                invocation.command().subList(1, invocation.command().size());
        Optional<Fault.Command> command = Docker.commandOf(words);
        if (command.isEmpty()) {
            voice.err("simulated docker: this command is not simulated: " + String.join(" ", words) + "\n");
            return voice.exit(255);
        }
        Strikes strikes = faults.striking(folder.calls().add(command.orElseThrow(), Docker.projectOf(words)));
        if (strikes.has(Fault.Kind.DOCKER_DOWN)) {
            voice.err(Docker.CANNOT_CONNECT);
            return voice.exit(1);
        }
        if (strikes.has(Fault.Kind.NOT_INSTALLED)) {
            return notInstalled("docker", voice);
        }
        Optional<Said> failure = Failure.of(command.orElseThrow(), invocation, strikes, voice);
        Interruption interruption = Interruption.of(invocation, strikes, delivery);
        Said said = failure.isPresent()
                ? failure.orElseThrow()
                : new Docker(folder).run(invocation, strikes, voice, interruption);
        return Distortion.of(said, strikes, "docker");
    }

    private static Said notInstalled(String program, Voice voice) {
        return voice.exit(0).ending(new Ending.NotStarted(program + " is not installed, or not on PATH"));
    }
}
