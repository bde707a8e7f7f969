package io.github.ddevbak.upkeep;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.DdevList;
import io.github.ddevbak.ddev.DdevPlatform;
import io.github.ddevbak.ddev.DdevVersion;
import io.github.ddevbak.ddev.Listed;
import io.github.ddevbak.ddev.ServiceVolumes;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.schedule.Unattended;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.StartedProject;
import io.github.ddevbak.store.StartedProjects;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks whether the environment works: what ddevbak needs, what it would write to, what an earlier run left. */
public final class Doctor {
    private static final Pattern GIT_VERSION = Pattern.compile("git version (\\d+)\\.(\\d+)[\\s\\S]*");
    private static final long FEW_BYTES = 1_000_000_000L;

    private final ProcessRunner runner;
    private final DdevCli ddev;
    private final Destination destination;
    private final StartedProjects started;
    private final Unattended unattended;
    private final Set<Part> parts;
    private final Clock clock;

    /** @param parts those that are saved without being asked for */
    public Doctor(
            ProcessRunner runner,
            DdevCli ddev,
            Destination destination,
            StartedProjects started,
            Unattended unattended,
            Set<Part> parts,
            Clock clock) {
        this.runner = runner;
        this.ddev = ddev;
        this.destination = destination;
        this.started = started;
        this.unattended = unattended;
        this.parts = EnumSet.copyOf(parts);
        this.clock = clock;
    }

    /** Every check, in the order in which a person would mend them. */
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        checks.add(git());
        boolean answers = ddevAnswers(checks);
        List<Path> approots = answers ? projects(checks) : List.of();
        volumes(checks, approots);
        boolean usable = destination(checks, approots);
        leftovers(checks);
        unattended(checks);
        if (usable) {
            sets(checks);
        }
        return checks;
    }

    private static Check java() {
        return Check.ok("java", Runtime.version().toString());
    }

    private Check git() {
        ProcessResult result = runner.run(Invocation.of("git", "--version").within(Duration.ofSeconds(30)));
        Matcher version = GIT_VERSION.matcher(result.stdout());
        if (!result.ok() || !version.matches()) {
            return Check.failed(
                    "git",
                    result.ok()
                            ? Printable.text(result.stdout())
                            : result.ending().words(),
                    "Install git 2.30 or newer.");
        }
        String found = result.stdout().strip();
        boolean old = Integer.parseInt(version.group(1)) < 2
                || (version.group(1).equals("2") && Integer.parseInt(version.group(2)) < 30);
        return old ? Check.warning("git", found, "Install git 2.30 or newer.") : Check.ok("git", found);
    }

    private boolean ddevAnswers(List<Check> checks) {
        Answer<DdevVersion> version = ddev.version();
        if (version instanceof Answer.Refused<DdevVersion> refused) {
            checks.add(Check.failed(
                    "ddev",
                    refused.why(),
                    refused.trouble() == Answer.Trouble.ROOT
                            ? "Run ddevbak as the user who owns the projects."
                            : "Install ddev v1.24.7 or newer, or put it on PATH; git-check and files-manifest work"
                                    + " without it."));
            return false;
        }
        DdevVersion known = version.value().orElseThrow();
        checks.add(
                known.supported()
                        ? Check.ok("ddev", known.text())
                        : Check.failed("ddev", known.text() + " is too old", "Install ddev v1.24.7 or newer."));
        Answer<DdevPlatform> platform = ddev.platform();
        if (platform instanceof Answer.Refused<DdevPlatform> refused) {
            checks.add(Check.failed("docker", refused.why(), "Start Docker."));
            return false;
        }
        DdevPlatform answered = platform.value().orElseThrow();
        if (answered.dockerError().isPresent()) {
            checks.add(
                    Check.failed("docker", Printable.text(answered.dockerError().get()), "Start Docker."));
            return false;
        }
        checks.add(Check.ok("docker", answered.dockerPlatform()));
        return known.supported();
    }

    private List<Path> projects(List<Check> checks) {
        Answer<DdevList> list = ddev.list();
        if (list instanceof Answer.Refused<DdevList> refused) {
            checks.add(Check.failed("projects", refused.why(), "Run 'ddev list' to see what is wrong."));
            return List.of();
        }
        List<Listed> projects = list.value().orElseThrow().projects();
        checks.add(
                projects.isEmpty()
                        ? Check.warning(
                                "projects",
                                "ddev knows none",
                                "If there should be some, check HOME and DDEV_XDG_CONFIG_HOME.")
                        : Check.ok("projects", projects.size() + (projects.size() == 1 ? " project" : " projects")));
        return projects.stream()
                .map(Listed::approot)
                .filter(approot -> approot.startsWith("/"))
                .map(Path::of)
                .toList();
    }

    private void volumes(List<Check> checks, List<Path> approots) {
        if (parts.contains(Part.VOLUMES)) {
            return;
        }
        for (Path approot : approots) {
            Set<String> volumes = ServiceVolumes.of(approot);
            if (!volumes.isEmpty()) {
                checks.add(Check.warning(
                        "volumes",
                        "of add-on services in " + Printable.text(approot.toString()) + ", stored with --volumes only: "
                                + Printable.text(String.join(", ", volumes)),
                        "Set 'volumes: true' in the configuration, unless they can be made anew."));
            }
        }
    }

    private boolean destination(List<Check> checks, List<Path> approots) {
        String folder = Printable.text(destination.folder().toString());
        try {
            destination.prepare();
        } catch (DestinationException e) {
            checks.add(Check.failed("destination", String.valueOf(e.getMessage()), ""));
            return false;
        }
        long usable = destination.usableBytes();
        String found = folder + ", " + usable / 1_000_000 + " MB free";
        checks.add(
                usable < FEW_BYTES
                        ? Check.warning("destination", found, "Free some space, or name another one with --dest.")
                        : Check.ok("destination", found));
        long same = approots.stream().filter(destination::onSameDiskAs).count();
        if (same > 0) {
            checks.add(Check.warning(
                    "other disk",
                    "the destination is on the disk of " + same + (same == 1 ? " project" : " projects"),
                    "Sets there outlive a mistake, not the disk: name a folder on another disk with --dest."));
        }
        return true;
    }

    private void leftovers(List<Check> checks) {
        List<StartedProject> left = started.all();
        checks.add(
                left.isEmpty()
                        ? Check.ok("put back", "no project is left started")
                        : Check.warning(
                                "put back",
                                left.size() + " started by a run that did not end well: "
                                        + String.join(
                                                ", ",
                                                left.stream()
                                                        .map(p -> p.name().text())
                                                        .toList()),
                                "The next run of ddevbak puts them back as they were found."));
        started.oddities().forEach(f -> checks.add(Check.warning("put back", f.sentence(), f.hint())));
    }

    private void unattended(List<Check> checks) {
        List<Finding> schedule = unattended.schedules().findings(true);
        schedule.forEach(f -> checks.add(Check.warning("schedule", f.sentence(), f.hint())));
        if (schedule.isEmpty()) {
            checks.add(Check.ok(
                    "schedule",
                    unattended
                            .schedules()
                            .installed()
                            .map(one -> one.system() + ", " + one.rhythm())
                            .orElse("none is installed; see 'ddevbak schedule --help'")));
        }
        unattended.hooks().findings().forEach(f -> checks.add(Check.warning("hook", f.sentence(), f.hint())));
    }

    private void sets(List<Check> checks) {
        boolean future = destination.newestRun().stream()
                .anyMatch(run -> run.started().isAfter(clock.instant().plus(Duration.ofMinutes(5))));
        checks.add(
                future
                        ? Check.warning("clock", "the newest run lies in the future", "Set this machine's clock.")
                        : Check.ok("clock", clock.instant().toString()));
        destination.oddities().forEach(f -> checks.add(Check.warning("sets", f.sentence(), f.hint())));
    }
}
