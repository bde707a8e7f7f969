package io.github.ddevbak.backup;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Works on several projects at once: the one place where a run has more threads than its own. A failure of one stops no
 * other; on a cancellation nothing more is begun, and each that is at work is waited for, so that it is put back as found
 * before the run goes on.
 */
public final class Jobs {
    private final int most;
    private final Cancellation cancellation;

    /** @param most projects at once; with one, each is done on the caller's thread */
    public Jobs(int most, Cancellation cancellation) {
        this.most = most;
        this.cancellation = cancellation;
    }

    /** Those for what was found: after an upgrade of ddev one at a time, for a start then stops what others work on. */
    Jobs suiting(Surveyed surveyed) {
        return surveyed.upgraded() ? new Jobs(1, cancellation) : this;
    }

    /** Whether some of so many projects are worked on at once. */
    boolean several(int projects) {
        return Math.min(most, projects) > 1;
    }

    /** The order in which they are begun: what runs already need not wait until others are started and stopped. */
    <T> List<T> inOrder(List<T> things, Function<T, Project> of) {
        return several(things.size())
                ? things.stream()
                        .sorted(Comparator.comparing(thing -> of.apply(thing).status() != ProjectStatus.RUNNING))
                        .toList()
                : things;
    }

    /**
     * Does the work to each project, and returns what came of those that were begun, in the order of the projects.
     *
     * @throws RuntimeException the first that the work threw, once all have ended
     */
    List<ProjectResult> each(
            List<Project> projects, Listener listener, BiFunction<Project, Listener, ProjectResult> work) {
        Voices voices = new Voices(listener, several(projects.size()));
        if (!several(projects.size())) {
            List<ProjectResult> results = new ArrayList<>();
            for (int i = 0; i < projects.size() && !cancellation.requested(); i++) {
                results.add(work.apply(projects.get(i), voices.of(projects.get(i))));
            }
            return results;
        }
        List<Turn> turns = projects.stream()
                .map(project -> turn(project, voices.of(project), work))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(most, turns.size()), Jobs::worker);
        try {
            inOrder(turns, Turn::project).forEach(turn -> pool.execute(turn.task()));
            return taken(turns);
        } finally {
            pool.shutdown();
        }
    }

    /** One project's place in the order of those told. */
    private record Turn(Project project, Voices.Voice voice, FutureTask<Optional<ProjectResult>> task) {}

    private Turn turn(Project project, Voices.Voice voice, BiFunction<Project, Listener, ProjectResult> work) {
        FutureTask<Optional<ProjectResult>> task = new FutureTask<>(() -> {
            try {
                return cancellation.requested() ? Optional.empty() : Optional.of(work.apply(project, voice));
            } finally {
                voice.end();
            }
        });
        return new Turn(project, voice, task);
    }

    private List<ProjectResult> taken(List<Turn> turns) {
        List<ProjectResult> results = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (Turn turn : turns) {
            try {
                result(turn.task()).ifPresent(results::add);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
            turn.voice().tell();
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return results;
    }

    /** An interrupt is a wish to stop; the work is waited for all the same. */
    private Optional<ProjectResult> result(Future<Optional<ProjectResult>> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancellation.request();
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "project");
        thread.setDaemon(true);
        return thread;
    }
}
