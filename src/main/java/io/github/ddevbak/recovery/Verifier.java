package io.github.ddevbak.recovery;

import io.github.ddevbak.git.BundleProof;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.recovery.VerifiedSet.State;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.KeptRuns;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.SealedFolder;
import io.github.ddevbak.store.SetRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reads stored sets again, every byte once, on several threads; needs no ddev, no Docker and no lock. */
public final class Verifier {
    private final Destination destination;
    private final BundleProof git;
    private final SetFiles files;
    private final BooleanSupplier cancelled;
    private final Clock clock;
    private final int threads;

    /** @param threads how many files are read at a time */
    public Verifier(
            Destination destination,
            BundleProof git,
            SetFiles files,
            BooleanSupplier cancelled,
            Clock clock,
            int threads) {
        this.destination = destination;
        this.git = git;
        this.files = files;
        this.cancelled = cancelled;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * The sets that are meant, in the order in which they are read: by project and newest first, in turns those first
     * that were never read or not for the longest time.
     *
     * @throws NoSuchSetException where a name means none
     * @throws DestinationException where the destination is not there or cannot be listed
     */
    public List<SealedFolder> choose(VerifyWish wish) {
        if (!Files.isDirectory(destination.folder())) {
            throw new DestinationException("There is no folder " + destination.folder()
                    + ". Mount its disk, or name another destination with --dest.");
        }
        List<SealedFolder> sets =
                new ArrayList<>(new VerifyChoice(destination.folders(), destination.globalFolders()).of(wish));
        if (wish.sample().isPresent()) {
            sets.sort(Comparator.comparing(VerifyNotes::lastRead));
        }
        return sets;
    }

    /** Reads them; what was learnt is noted beside each. */
    public VerifyResult verify(List<SealedFolder> sets, Optional<SampleShare> sample, VerifyListener listener) {
        return new Run(sets, sample, listener).done();
    }

    /** One run over several sets. */
    private final class Run {
        private final List<SealedFolder> sets;
        private final Optional<SampleShare> sample;
        private final VerifyListener listener;
        private final ReadMeter meter;
        private final KnownInodes known = new KnownInodes();
        private final Set<SealedFolder> bad = new HashSet<>();
        private final List<VerifiedSet> done = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private long budget;

        Run(List<SealedFolder> sets, Optional<SampleShare> sample, VerifyListener listener) {
            this.sets = sets;
            this.sample = sample;
            this.listener = listener;
            this.budget = sample.map(SampleShare::bytes).orElse(0L);
            long all = sets.stream()
                    .mapToLong(set -> set.set().map(one -> one.record().bytes()).orElse(0L))
                    .sum();
            long share = sample.map(part -> part.perMille() > 0 ? all / 1000 * part.perMille() : part.bytes())
                    .orElse(all);
            this.meter = new ReadMeter(listener, cancelled, share);
        }

        VerifyResult done() {
            Instant begin = clock.instant();
            boolean stopped = false;
            KeptRuns runs = destination.keptRuns();
            try (ReadingPool pool = new ReadingPool(threads)) {
                for (SealedFolder set : sets) {
                    one(set, runs.of(set.project(), set.id()), pool);
                }
            } catch (InterruptedIOException wish) {
                stopped = true;
            } catch (IOException odd) {
                throw new UncheckedIOException(odd);
            }
            return new VerifyResult(explained(), warnings, stopped, since(begin));
        }

        private long since(Instant begin) {
            return clock.millis() - begin.toEpochMilli();
        }

        private void one(SealedFolder set, List<RunProject> runs, ReadingPool pool) throws IOException {
            Instant begin = clock.instant();
            Optional<SetRecord> record = set.set().map(one -> one.record());
            List<String> kept = VerifyNotes.kept(set, runs);
            SetVerification.Done read = new SetVerification(set, new SetFacts(record, git), files, meter, pool, known)
                    .run(runs, kept, turn(set, begin));
            budget -= sample.isPresent() ? read.bytes() : 0;
            State state = state(set, read);
            String trusted = kept.isEmpty() ? (state == State.NOT_GOOD ? "" : read.manifestSha256()) : kept.get(0);
            VerifiedSet verified = new VerifiedSet(
                    set,
                    state,
                    state == State.GONE ? List.of() : read.problems().list(),
                    state == State.GONE ? 0 : read.problems().more(),
                    read.problems().unchecked(),
                    read.files(),
                    read.bytes(),
                    read.coverage(),
                    trusted,
                    since(begin));
            if (state == State.NOT_GOOD) {
                bad.add(set);
            }
            warnings.addAll(VerifyNotes.keep(verified, begin, turn(read)));
            done.add(verified);
            listener.verified(verified);
        }

        /** Of a share each run counts; where the bytes for this run were used up by other sets, it was none for this one. */
        private boolean turn(SetVerification.Done read) {
            return sample.isPresent() && (sample.orElseThrow().perMille() > 0 || read.bytes() > 0);
        }

        private State state(SealedFolder set, SetVerification.Done read) {
            SetProblems problems = read.problems();
            if (problems.any() && !Files.exists(set.folder(), LinkOption.NOFOLLOW_LINKS)) {
                return State.GONE;
            }
            if (problems.bad()) {
                return State.NOT_GOOD;
            }
            if (problems.any()) {
                return State.UNKNOWN;
            }
            return read.coverage().complete() ? State.VERIFIED : State.SAMPLED;
        }

        private SetVerification.Turn turn(SealedFolder set, Instant now) {
            Coverage begun = VerifyNotes.coverage(set)
                    .orElseGet(() -> Coverage.begin(now, set.project().text(), set.id()));
            Coverage before = sample.isPresent() ? begun : Coverage.begin(now, "", "");
            return new SetVerification.Turn() {
                @Override
                public Coverage before() {
                    return before;
                }

                @Override
                public Coverage of(long[] sizes) {
                    return sample.map(share -> before.next(sizes, share, Math.max(0, budget)))
                            .orElseGet(() -> Coverage.whole(now, sizes));
                }
            };
        }

        /** At the end, when it is known which of the other sets are good. */
        private List<VerifiedSet> explained() {
            return done.stream()
                    .map(verified -> verified.problems().isEmpty()
                            ? verified
                            : verified.with(new GoodCopies(others(verified), files)
                                    .explained(verified.folder(), verified.problems())))
                    .toList();
        }

        private List<SealedFolder> others(VerifiedSet verified) {
            ProjectName project = verified.project();
            List<SealedFolder> all = project.equals(Destination.GLOBAL)
                    ? destination.globalFolders()
                    : destination.folders().getOrDefault(project, List.of());
            return all.stream()
                    .filter(other -> !other.folder().equals(verified.folder().folder()))
                    .filter(other -> !bad.contains(other) && !VerifyNotes.knownBad(other))
                    .toList();
        }
    }
}
