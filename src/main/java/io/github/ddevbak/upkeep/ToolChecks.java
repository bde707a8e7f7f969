package io.github.ddevbak.upkeep;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DdevList;
import io.github.ddevbak.ddev.DdevPlatform;
import io.github.ddevbak.ddev.DdevVersion;
import io.github.ddevbak.ddev.DockerEngine;
import io.github.ddevbak.ddev.Listed;
import io.github.ddevbak.ddev.ServiceVolumes;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.store.Destination;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the programs that ddevbak calls, and at what they know. */
final class ToolChecks {
    private static final Pattern GIT_VERSION = Pattern.compile("git version (\\d+)\\.(\\d+)[\\s\\S]*");
    private static final String GIT = "Install git 2.30 or newer.";

    /** Below this ddev itself warns (v1.25.3). */
    private static final long FEW_BYTES = 5_000_000_000L;

    private final Doctor.Tools tools;
    private final List<Check> checks;

    /** @param checks what was found is added to them */
    ToolChecks(Doctor.Tools tools, List<Check> checks) {
        this.tools = tools;
        this.checks = checks;
    }

    /**
     * Looks at all of them.
     *
     * @return the folders of the projects that ddev knows
     */
    List<Path> look() {
        checks.add(Check.ok("java", Runtime.version() + ", " + System.getProperty("java.home", "")));
        checks.add(git());
        Optional<DdevPlatform> platform = ddevAnswers();
        if (platform.isEmpty()) {
            return List.of();
        }
        List<Listed> projects = projects();
        docker(platform.get(), projects);
        List<Path> approots = projects.stream()
                .map(Listed::approot)
                .filter(approot -> approot.startsWith("/"))
                .map(Path::of)
                .toList();
        if (!tools.volumes()) {
            approots.forEach(this::volumes);
        }
        return approots;
    }

    private Check git() {
        ProcessResult result =
                tools.runner().run(Invocation.of("git", "--version").within(Duration.ofSeconds(30)));
        Matcher version = GIT_VERSION.matcher(result.stdout());
        if (!result.ok() || !version.matches()) {
            return Check.failed(
                    "git",
                    result.ok()
                            ? Printable.text(result.stdout())
                            : result.ending().words(),
                    GIT);
        }
        String found = Printable.text(result.stdout().strip());
        int major = Integer.parseInt(version.group(1));
        boolean old = major < 2 || (major == 2 && Integer.parseInt(version.group(2)) < 30);
        return old ? Check.warning("git", found, GIT) : Check.ok("git", found);
    }

    private Optional<DdevPlatform> ddevAnswers() {
        Answer<DdevVersion> version = tools.ddev().version();
        if (version instanceof Answer.Refused<DdevVersion> refused) {
            checks.add(Check.failed(
                    "ddev",
                    refused.why(),
                    refused.trouble() == Answer.Trouble.ROOT
                            ? "Run ddevbak as the user who owns the projects."
                            : "Install ddev v1.24.7 or newer, or put it on PATH; git-check and files-manifest work"
                                    + " without it."));
            return Optional.empty();
        }
        DdevVersion known = version.value().orElseThrow();
        checks.add(
                known.supported()
                        ? Check.ok("ddev", known.text())
                        : Check.failed("ddev", known.text() + " is too old", "Install ddev v1.24.7 or newer."));
        Answer<DdevPlatform> platform = tools.ddev().platform();
        Optional<String> down = platform instanceof Answer.Refused<DdevPlatform> refused
                ? Optional.of(refused.why())
                : platform.value().flatMap(DdevPlatform::dockerError).map(Printable::text);
        down.ifPresent(why -> checks.add(Check.failed("docker", why, "Start Docker.")));
        return down.isEmpty() && known.supported() ? platform.value() : Optional.empty();
    }

    private List<Listed> projects() {
        Answer<DdevList> list = tools.ddev().list();
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
        return projects;
    }

    /** ddev has a client of its own: that it reaches Docker does not say that the program docker does. */
    private void docker(DdevPlatform platform, List<Listed> projects) {
        Answer<DockerEngine> engine = tools.docker().engine();
        if (engine instanceof Answer.Refused<DockerEngine> refused) {
            checks.add(Check.warning(
                    "docker",
                    platform.dockerPlatform() + "; but the program docker does not answer: " + refused.why(),
                    "Without it paused projects cannot be put back as they were found: put docker on PATH, and see"
                            + " 'docker context ls'."));
            return;
        }
        DockerEngine known = engine.value().orElseThrow();
        checks.add(Check.ok("docker", platform.dockerPlatform() + ", " + known.version()));
        OptionalLong free = platform.dockerPlatform().startsWith("linux-docker")
                        || platform.dockerPlatform().startsWith("wsl2-docker")
                ? OptionalLong.of(Destination.usableBytes(Path.of(known.root())))
                : inside(projects);
        if (free.isEmpty()) {
            checks.add(Check.ok("docker disk", "can be told only while a project runs"));
        } else {
            String found = PlaceChecks.free(free.getAsLong()) + " for images and databases";
            checks.add(
                    free.getAsLong() < FEW_BYTES
                            ? Check.warning("docker disk", found, "Make room: see 'docker system df'.")
                            : Check.ok("docker disk", found));
        }
    }

    /** Where Docker is in a machine of its own, only a container sees its disk. */
    private OptionalLong inside(List<Listed> projects) {
        return projects.stream()
                .filter(project -> project.status().equals("running"))
                .flatMap(project -> ProjectName.parse(project.name()).stream())
                .limit(1)
                .flatMap(name -> tools.docker().containers(name).value().stream())
                .flatMap(List::stream)
                .filter(container -> container.state().equals("running"))
                .limit(1)
                .flatMap(container -> tools.docker().freeBytes(container).value().stream())
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private void volumes(Path approot) {
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
