package io.github.ddevbak.backup;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.DestinationLock;
import io.github.ddevbak.store.HeldServices;
import io.github.ddevbak.store.StartedProject;
import io.github.ddevbak.store.StoredFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One command at a time: takes the lock, puts back what a killed run left started, finds the projects, and afterwards puts
 * back what this one started.
 */
public final class ExclusiveRun {
    private final Survey survey;
    private final ProjectKeeper keeper;
    private final ServiceKeeper services;
    private final Destination destination;
    private final Locking locking;
    private final Cancellation cancellation;
    private final Clock clock;

    /**
     * How the one lock is taken.
     *
     * @param state the folder it lies in
     * @param patience how long to wait for another run
     */
    public record Locking(Path state, Duration patience) {}

    public ExclusiveRun(
            Survey survey,
            ProjectKeeper keeper,
            ServiceKeeper services,
            Destination destination,
            Locking locking,
            Cancellation cancellation,
            Clock clock) {
        this.survey = survey;
        this.keeper = keeper;
        this.services = services;
        this.destination = destination;
        this.locking = locking;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /**
     * Whom the command is about.
     *
     * @param command its words, told to those who find the lock taken
     * @param folders of projects that ddev need not know
     * @param choice which of those found are meant
     * @param startsMore whether other projects than the chosen ones are started
     */
    public record Scope(
            String command, List<Path> folders, Function<Surveyed, List<Project>> choice, boolean startsMore) {
        public Scope {
            folders = List.copyOf(folders);
        }
    }

    /** What a command does to its projects while it holds the lock. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Surveyed surveyed, List<Project> projects);
    }

    /**
     * What came of it.
     *
     * @param findings projects that could not be put back as found
     */
    public record Done<T>(T value, Surveyed surveyed, List<ProjectFinding> findings) {
        public Done {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Does the work while nobody else does any.
     *
     * @throws RootRefusedException where ddev does not work for this user
     * @throws io.github.ddevbak.store.LockHeldException where another run is at work
     */
    public <T> Done<T> run(Scope scope, Listener listener, Work<T> work) {
        survey.refusal().ifPresent(why -> {
            throw new RootRefusedException(why);
        });
        try (DestinationLock lock = lock(scope.command())) {
            putBackLeft(listener);
            listener.working("", "looking for projects");
            Surveyed surveyed = survey.look(true, scope.folders(), EarlierProjects.in(destination));
            List<Project> projects = scope.choice().apply(surveyed);
            List<ProjectFinding> late = new ArrayList<>();
            T value;
            try {
                rememberAllBeforeAnUpgrade(surveyed, projects, scope.startsMore());
                value = work.on(surveyed, projects);
            } finally {
                late.addAll(putBackLeft(listener));
            }
            return new Done<>(value, surveyed, late);
        }
    }

    /**
     * The same for work that needs neither ddev nor Docker.
     *
     * @throws io.github.ddevbak.store.LockHeldException where another run is at work
     */
    public <T> T withoutDdev(String command, List<Path> folders, Function<Surveyed, T> work) {
        try (DestinationLock lock = lock(command)) {
            return work.apply(withoutDdev(folders));
        }
    }

    /** What can be known of the projects without ddev, and without the lock. */
    public Surveyed withoutDdev(List<Path> folders) {
        return survey.look(false, folders, Map.of());
    }

    /** What is known of the projects, ddev being asked, without the lock. */
    public Surveyed look(List<Path> folders) {
        return survey.look(true, folders, EarlierProjects.in(destination));
    }

    /** Puts back what a killed run left started; nothing where another run is at work. */
    public void tidy(Listener listener) {
        if (keeper.left().isEmpty() && services.left().isEmpty()) {
            return;
        }
        Optional<DestinationLock> lock = DestinationLock.tryAcquire(locking.state(), "tidy", clock.instant());
        if (lock.isPresent()) {
            try (DestinationLock held = lock.get()) {
                putBackLeft(listener);
            }
        }
    }

    private DestinationLock lock(String command) {
        return DestinationLock.acquire(
                locking.state(), command, clock.instant(), locking.patience(), cancellation::requested);
    }

    /** {@code ddev start -y} of another version than the last one powers off every project first. */
    private void rememberAllBeforeAnUpgrade(Surveyed surveyed, List<Project> chosen, boolean startsMore) {
        boolean starts =
                startsMore || chosen.stream().anyMatch(p -> p.callable() && p.status() != ProjectStatus.RUNNING);
        if (surveyed.upgraded() && starts) {
            surveyed.projects().stream()
                    .filter(Project::callable)
                    .forEach(project -> keeper.remember(project, project.status()));
        }
    }

    private List<ProjectFinding> putBackLeft(Listener listener) {
        List<ProjectFinding> findings = new ArrayList<>();
        for (HeldServices held : services.left()) {
            listener.working(held.project().text(), "letting its services go");
            for (Finding finding : release(held)) {
                listener.told(held.project().text(), finding);
                findings.add(new ProjectFinding(held.project().text(), finding));
            }
        }
        for (StartedProject left : keeper.left()) {
            listener.working(left.name().text(), "putting back");
            putBack(left).ifPresent(finding -> {
                listener.told(left.name().text(), finding);
                findings.add(new ProjectFinding(left.name().text(), finding));
            });
        }
        return findings;
    }

    private List<Finding> release(HeldServices held) {
        try {
            return services.release(held);
        } catch (DestinationException e) {
            return List.of(Finding.error(
                    "volumes.not-released",
                    "the services of '" + held.project() + "' were let go, and that could not be noted: "
                            + e.getMessage(),
                    "Look at the rights and the space of the state folder, then run ddevbak again."));
        }
    }

    /** One record that cannot be worked off keeps no other project from being put back. */
    private Optional<Finding> putBack(StartedProject left) {
        try {
            return keeper.putBack(left);
        } catch (DestinationException | StoredFileException e) {
            return Optional.of(Finding.error(
                    "project.not-put-back",
                    "'" + left.name() + "' was " + left.statusFound().word() + ": " + e.getMessage(),
                    "Look at the rights and the space of the state folder, then run ddevbak again."));
        }
    }
}
