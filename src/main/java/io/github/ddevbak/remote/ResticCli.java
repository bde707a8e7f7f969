package io.github.ddevbak.remote;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.settings.Durations;
import io.github.ddevbak.settings.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Every sentence said to restic about one repository. Where it is and its password go through the environment, which no
 * other user and no log sees.
 */
public final class ResticCli {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LIST = 64 << 20;

    /** A server that takes a connection and says nothing would be waited for as long as for a transfer. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private static final Duration LISTING = Duration.ofMinutes(30);

    private final ProcessRunner runner;
    private final Repository repository;
    private final Credentials credentials;
    private final LockPatience patience;
    private final Duration timeout;

    /**
     * @param timeout for one call
     * @param lockWait how long to wait for another restic
     */
    public ResticCli(
            ProcessRunner runner,
            Repository repository,
            Duration timeout,
            Duration lockWait,
            Cancellation cancellation) {
        this.runner = runner;
        this.repository = repository;
        this.credentials = new Credentials(runner, repository);
        this.timeout = timeout;
        this.patience = new LockPatience(lockWait, cancellation);
    }

    public Repository repository() {
        return repository;
    }

    /** Makes the repository. */
    public void init() {
        done(call("init").within(Durations.shorter(timeout, ANSWER)));
    }

    /** The repository's own id: it is there, and the password opens it. */
    public String open() {
        ProcessResult result = done(call("cat", "config", "--no-lock").within(Durations.shorter(timeout, ANSWER)));
        return ResticJson.repositoryId(result.stdout()).orElseThrow(() -> ResticWords.exception(repository, result));
    }

    /** The copies of sets that it lists, newest first. */
    public List<RemoteSnapshot> snapshots() {
        ProcessResult result = done(call("snapshots", "--json", "--no-lock", "--tag", RemoteSnapshot.OURS)
                .within(Durations.shorter(timeout, LISTING))
                .writing(new Output.Captured(LIST)));
        return ResticJson.snapshots(result.stdout()).orElseThrow(() -> ResticWords.exception(repository, result));
    }

    /**
     * Puts a set into it.
     *
     * @param parent an earlier copy: what did not change since is not read again
     * @param host what machine it is said to come from; empty for this one's name
     * @param progress hears how many bytes restic has read of the set
     * @return what restic says of it, which is to be proved
     */
    BackupSummary backup(LocalSet set, Optional<RemoteSnapshot> parent, Optional<String> host, LongConsumer progress) {
        List<String> words = new ArrayList<>(List.of("backup", "--json", "--ignore-ctime", "--time"));
        words.add(time(set.set().record().created()));
        parent.ifPresent(one -> words.addAll(List.of("--parent", one.id())));
        host.ifPresent(name -> words.addAll(List.of("--host", name)));
        RemoteSnapshot.tags(set).forEach(tag -> words.addAll(List.of("--tag", tag)));
        words.add(".");
        List<BackupSummary> summaries = new ArrayList<>();
        Lines lines = new Lines(line -> {
            ResticJson.bytesDone(line).ifPresent(progress::accept);
            ResticJson.summary(line).ifPresent(summaries::add);
        });
        ProcessResult result =
                patience.run(() -> runner.run(call(words).in(set.set().folder()).writing(lines)), this::unlock);
        lines.end();
        if (!result.ok() || summaries.isEmpty()) {
            summaries.forEach(incomplete -> forget(List.of(incomplete.snapshot())));
            throw ResticWords.exception(repository, result);
        }
        return summaries.get(0);
    }

    /** What a snapshot holds. */
    SetListing list(String snapshot) {
        SetListing listing = new SetListing();
        Lines lines = new Lines(line -> ResticJson.file(line).ifPresent(file -> listing.add(file.path(), file.size())));
        done(call("ls", "--json", "--no-lock", snapshot).writing(lines));
        lines.end();
        return listing;
    }

    /** Writes one file of a snapshot. */
    void dump(String snapshot, String path, Path to) {
        done(call("dump", "--no-lock", snapshot, path).writing(new Output.ToFile(to)));
    }

    /** Writes all of a snapshot into a folder. */
    void restore(String snapshot, Path target) {
        done(call("restore", "--no-lock", snapshot, "--target", target.toString()));
    }

    /** Reads a share of the repository again, and checks that nothing is missing. */
    public void check(int turn, int turns, RemoteListener listener) {
        counted(call("check", "--read-data-subset", turn + "/" + turns), listener);
    }

    /** Takes snapshots out of the list. */
    public void forget(List<String> snapshots) {
        List<String> words = new ArrayList<>(List.of("forget"));
        words.addAll(snapshots);
        done(call(words));
    }

    /** Frees what no snapshot holds any more. */
    public void prune(RemoteListener listener) {
        counted(call("prune"), listener);
    }

    /** Work of which restic says how far it is, once a second, to whoever asks for it this way (0.14). */
    private void counted(Invocation call, RemoteListener listener) {
        Map<String, String> environment = new HashMap<>(call.environment());
        environment.put("RESTIC_PROGRESS_FPS", "1");
        Lines lines =
                new Lines(line -> PieceCount.in(line).ifPresent(count -> listener.pieces(count.done(), count.of())));
        done(call.with(environment).writing(lines));
        lines.end();
    }

    /** Removes only locks of restics that are gone. */
    private void unlock() {
        runner.run(call("unlock").within(Durations.shorter(timeout, LISTING)));
    }

    private ProcessResult done(Invocation call) {
        ProcessResult result = patience.run(() -> runner.run(call), this::unlock);
        if (!result.ok()) {
            throw ResticWords.exception(repository, result);
        }
        return result;
    }

    private Invocation call(String... words) {
        return call(List.of(words));
    }

    private Invocation call(List<String> words) {
        List<String> command = new ArrayList<>(List.of("restic"));
        repository.options().forEach(option -> command.addAll(List.of("-o", option)));
        command.addAll(words);
        return Invocation.of(command).within(timeout).with(environment());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(credentials.variables());
        environment.putAll(Map.of(
                "RESTIC_REPOSITORY", repository.location(), "RESTIC_REPOSITORY_FILE", "", "TZ", "UTC", "LC_ALL", "C"));
        if (!repository.password().missing()) {
            environment.put("RESTIC_PASSWORD", "");
            environment.put("RESTIC_PASSWORD_FILE", repository.password().file().orElse(""));
            environment.put(
                    "RESTIC_PASSWORD_COMMAND", repository.password().command().orElse(""));
        }
        return environment;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
