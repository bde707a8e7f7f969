package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DockerCli;
import io.github.ddevbak.ddev.DockerCli.Container;
import io.github.ddevbak.ddev.LastWords;
import io.github.ddevbak.ddev.VolumeCli;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.HeldNotes;
import io.github.ddevbak.store.HeldServices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds up the services whose volumes are read or written, and lets them go again; it is on disk before they are. */
public final class ServiceKeeper {
    private static final Set<String> AT_WORK = Set.of("running", "restarting");

    private final DockerCli docker;
    private final VolumeCli volumes;
    private final HeldNotes notes;
    private final Clock clock;

    /** @param docker a cancellation does not cut it short */
    public ServiceKeeper(DockerCli docker, VolumeCli volumes, HeldNotes notes, Clock clock) {
        this.docker = docker;
        this.volumes = volumes;
        this.notes = notes;
        this.clock = clock;
    }

    /** How services are kept from writing. */
    public enum Hold {
        /** Frozen where they are: for reading. */
        PAUSE,
        /** Stopped, so that what they have in memory does not go over what is written. */
        STOP
    }

    /**
     * What is held up, or why nothing is.
     *
     * @param helper the name for the container that reads or writes
     * @param containers those that were at work
     * @param trouble why the volumes must be left alone; whatever comes, call {@link #release} after
     */
    public record Held(String helper, List<String> containers, Optional<Finding> trouble) {
        public Held {
            containers = List.copyOf(containers);
        }
    }

    /** Holds up every container that has one of the volumes and is at work. */
    public Held hold(ProjectName project, List<String> names, Hold how) {
        Set<String> busy = new TreeSet<>();
        for (String name : names) {
            Answer<List<Container>> found = docker.containersWith(name);
            if (found instanceof Answer.Refused<List<Container>> refused) {
                return held(
                        HeldServices.of(project, List.of(), clock.instant()),
                        Optional.of(notHeld(project, refused.why())));
            }
            found.value().orElseThrow().stream()
                    .filter(one -> AT_WORK.contains(one.state()))
                    .forEach(one -> busy.add(one.name()));
        }
        HeldServices services = HeldServices.of(project, List.copyOf(busy), clock.instant());
        notes.remember(services);
        ProcessResult done =
                how == Hold.PAUSE ? docker.pause(services.containers()) : docker.stop(services.containers());
        return held(services, done.ok() ? still(services) : Optional.of(notHeld(project, LastWords.of(done))));
    }

    /** Why they could be at work still although docker said yes; empty where none is. */
    private Optional<Finding> still(HeldServices services) {
        for (String name : services.containers()) {
            Answer<Optional<Container>> now = docker.container(name);
            boolean rests = now.value().isPresent()
                    && now.value()
                            .get()
                            .filter(one -> AT_WORK.contains(one.state()))
                            .isEmpty();
            if (!rests) {
                return Optional.of(notHeld(services.project(), "container " + name + " is still at work"));
            }
        }
        return Optional.empty();
    }

    private static Held held(HeldServices services, Optional<Finding> trouble) {
        return new Held(services.helper(), services.containers(), trouble);
    }

    private static Finding notHeld(ProjectName project, String why) {
        return Finding.error(
                "volumes.not-held",
                "the services of '" + project + "' could not be held up, so their volumes were left alone: " + why,
                "Look at 'docker ps -a' and run ddevbak again.");
    }

    /** What this or a killed run holds up. */
    public List<HeldServices> left() {
        return notes.all();
    }

    /** Lets the services of the project go; nothing where none is held up. */
    public List<Finding> release(ProjectName project) {
        return left().stream()
                .filter(held -> held.project().equals(project))
                .flatMap(held -> release(held).stream())
                .toList();
    }

    /** Lets them go and forgets them; keeps the note where that failed, for the next run. */
    public List<Finding> release(HeldServices held) {
        List<Finding> findings = new ArrayList<>();
        boolean clear = gone(held.helper()) || volumes.ended(held.helper()) || gone(held.helper());
        for (String name : held.containers()) {
            letGo(held, name).ifPresent(findings::add);
        }
        if (!clear) {
            findings.add(notReleased(held, "container " + held.helper() + " of ddevbak is still there"));
        }
        if (findings.stream().noneMatch(finding -> finding.code().equals("volumes.not-released"))) {
            notes.forget(held.project());
        }
        return findings;
    }

    private boolean gone(String helper) {
        return docker.container(helper).value().filter(Optional::isEmpty).isPresent();
    }

    private Optional<Finding> letGo(HeldServices held, String name) {
        Answer<Optional<Container>> found = docker.container(name);
        if (found instanceof Answer.Refused<Optional<Container>> refused) {
            return Optional.of(notReleased(held, refused.why()));
        }
        String state = found.value().orElseThrow().map(Container::state).orElse("");
        if (state.isEmpty()) {
            return Optional.of(Finding.warning(
                    "volumes.service-gone",
                    "container " + name + " of '" + held.project() + "' was removed while it was held up",
                    "Run 'ddev start " + held.project() + "' if it should run."));
        }
        if (AT_WORK.contains(state)) {
            return Optional.empty();
        }
        ProcessResult done = state.equals("paused") ? docker.unpause(List.of(name)) : docker.start(List.of(name));
        boolean again = docker.container(name)
                .value()
                .flatMap(now -> now)
                .filter(now -> AT_WORK.contains(now.state()))
                .isPresent();
        return done.ok() && again
                ? Optional.empty()
                : Optional.of(notReleased(held, "container " + name + " does not run again: " + LastWords.of(done)));
    }

    private static Finding notReleased(HeldServices held, String why) {
        return Finding.error(
                "volumes.not-released",
                "the services of '" + held.project() + "' that were held up could not be let go: " + why,
                "Run 'docker unpause " + String.join(" ", held.containers()) + "', or 'ddev restart " + held.project()
                        + "'; the next run of ddevbak tries again.");
    }
}
