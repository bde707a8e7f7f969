package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.DdevCli;
import io.github.ddevbak.ddev.DdevList;
import io.github.ddevbak.ddev.DdevPlatform;
import io.github.ddevbak.ddev.DdevVersion;
import io.github.ddevbak.ddev.Discovered;
import io.github.ddevbak.ddev.Discovery;
import io.github.ddevbak.ddev.Registry;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the projects: ddev's registry file first, for ddev's own list drops entries from it; then the list. */
public final class Survey {
    private final DdevCli ddev;
    private final List<Path> globalDirs;
    private final boolean root;
    private final String ourVersion;

    /**
     * @param globalDirs where ddev may keep its global files, in order of preference
     * @param root whether the user is root
     * @param ourVersion of ddevbak
     */
    public Survey(DdevCli ddev, List<Path> globalDirs, boolean root, String ourVersion) {
        this.ddev = ddev;
        this.root = root;
        this.ourVersion = ourVersion;
        this.globalDirs = List.copyOf(globalDirs);
    }

    /** Why no command that needs ddev can be run by this user at all; ddev itself is asked, where the user is root. */
    public Optional<String> refusal() {
        if (!root) {
            return Optional.empty();
        }
        return ddev.version() instanceof Answer.Refused<DdevVersion> refused && refused.trouble() == Answer.Trouble.ROOT
                ? Optional.of("ddev does not work for root, so neither does this command. Run ddevbak as the user who"
                        + " owns the projects.")
                : Optional.empty();
    }

    /**
     * Finds every project.
     *
     * @param askDdev false: from the registry file and the folders alone
     * @param extra folders named by the user
     * @param earlier name and folder of the projects that the newest earlier run knew
     */
    public Surveyed look(boolean askDdev, List<Path> extra, Map<String, String> earlier) {
        Map<String, String> versions = new TreeMap<>(Map.of("ddevbak", ourVersion));
        Optional<Answer.Refused<?>> trouble = askDdev ? trouble(versions) : Optional.empty();
        Path globalDir =
                Optional.ofNullable(versions.remove("globalDir")).map(Path::of).orElseGet(this::likelyGlobalDir);
        List<ProjectFinding> findings = new ArrayList<>();
        Map<String, Path> registry = registry(globalDir, findings);
        Optional<String> lastStarted = Registry.lastStartedVersion(globalDir);
        Optional<Answer<DdevList>> list = askDdev && trouble.isEmpty() ? Optional.of(ddev.list()) : Optional.empty();
        if (list.isPresent() && list.get() instanceof Answer.Refused<DdevList> refused && unfit(refused)) {
            trouble = Optional.of(refused);
        }
        Discovered discovered = Discovery.compare(registry, list, extra, earlier);
        findings.addAll(discovered.findings());
        trouble.ifPresent(
                refused -> findings.add(new ProjectFinding("", DdevTroubles.finding("discovery", "", refused))));
        return new Surveyed(discovered.projects(), findings, trouble, versions, globalDir, lastStarted);
    }

    private Optional<Answer.Refused<?>> trouble(Map<String, String> versions) {
        Answer<DdevVersion> version = ddev.version();
        if (version instanceof Answer.Refused<DdevVersion> refused) {
            return Optional.of(refused);
        }
        DdevVersion known = version.value().orElseThrow();
        versions.put("ddev", known.text());
        if (!known.supported()) {
            return Optional.of(new Answer.Refused<>(
                    Answer.Trouble.NOT_INSTALLED,
                    "this is ddev " + known.text() + ", and ddevbak needs v1.24.7 or newer for databases; git-check and"
                            + " files-manifest work with any"));
        }
        Answer<DdevPlatform> platform = ddev.platform();
        if (platform instanceof Answer.Refused<DdevPlatform> refused) {
            return Optional.of(refused);
        }
        DdevPlatform answered = platform.value().orElseThrow();
        versions.put("dockerPlatform", answered.dockerPlatform());
        answered.globalDir().ifPresent(dir -> versions.put("globalDir", dir.toString()));
        return answered.dockerError().map(why -> new Answer.Refused<>(Answer.Trouble.DOCKER_DOWN, Printable.text(why)));
    }

    /** Whether no other question need be asked; a list that failed for itself leaves the projects of the registry. */
    private static boolean unfit(Answer.Refused<?> refused) {
        return switch (refused.trouble()) {
            case NOT_INSTALLED, ROOT, DOCKER_DOWN, CANCELLED -> true;
            case TIMED_OUT, OTHER -> false;
        };
    }

    private Path likelyGlobalDir() {
        return globalDirs.stream()
                .filter(dir -> Files.isRegularFile(dir.resolve("project_list.yaml")))
                .findFirst()
                .orElse(globalDirs.get(0));
    }

    private static Map<String, Path> registry(Path globalDir, List<ProjectFinding> findings) {
        try {
            Registry registry = Registry.read(globalDir);
            findings.addAll(registry.findings());
            return registry.projects();
        } catch (IOException e) {
            findings.add(new ProjectFinding(
                    "",
                    Finding.error(
                            "discovery.registry-unreadable",
                            "ddev's list of projects cannot be read: " + e.getMessage(),
                            "Repair or restore "
                                    + Printable.text(globalDir
                                            .resolve("project_list.yaml")
                                            .toString())
                                    + "; an earlier copy is in the sets of ddevbak under global/.")));
            return Map.of();
        }
    }
}
