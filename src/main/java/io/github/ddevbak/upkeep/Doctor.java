package io.github.ddevbak.upkeep;

import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.DockerCli;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.schedule.Unattended;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.NoticeNotes;
import io.github.ddevbak.store.StartedProjects;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the environment works: what ddevbak needs, what it would write to, what an earlier run left. */
public final class Doctor {
    private final Tools tools;
    private final Places places;
    private final Watched watched;
    private final Clock clock;

    /**
     * The programs.
     *
     * @param repositories those that sets are copied to
     * @param volumes whether volumes of add-on services are stored without being asked for
     */
    public record Tools(
            ProcessRunner runner,
            DdevCli ddev,
            DockerCli docker,
            RemoteTools remote,
            List<Repository> repositories,
            boolean volumes) {
        public Tools {
            repositories = List.copyOf(repositories);
        }
    }

    /**
     * Where things lie.
     *
     * @param state the folder of the lock
     */
    public record Places(Destination destination, Path state, StartedProjects started) {}

    /**
     * What goes on by itself.
     *
     * @param notices those who are told of runs
     * @param notes what became of that
     */
    public record Watched(Unattended unattended, List<NoticeSettings> notices, NoticeNotes notes) {
        public Watched {
            notices = List.copyOf(notices);
        }
    }

    public Doctor(Tools tools, Places places, Watched watched, Clock clock) {
        this.tools = tools;
        this.places = places;
        this.watched = watched;
        this.clock = clock;
    }

    /**
     * Every check, in the order in which a person would mend them.
     *
     * @param listener hears which repository is asked: one that does not answer takes two minutes
     */
    public List<Check> examine(RemoteListener listener) {
        List<Check> checks = new ArrayList<>();
        List<Path> approots = new ToolChecks(tools, checks).look();
        new RepositoryChecks(tools.remote(), listener, checks).look(tools.repositories());
        new PlaceChecks(places, clock, checks).look(approots);
        new WatchChecks(watched, checks).look();
        return checks;
    }
}
