package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.ProjectName;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said to docker to read and write volumes, with the utilities image that ddev uses itself. */
public final class VolumeCli {
    /** What ddev calls the image of its own little containers (v1.24.7 to v1.25.3, pkg/versionconstants). */
    public static final String IMAGE = "ddev/ddev-utilities";

    private static final String NAMES = "[A-Za-z0-9][A-Za-z0-9_.-]*";
    private static final String INSIDE = "/volume";

    /** Where a restore unpacks; what a killed one left there is no content. */
    private static final String BESIDE = ".ddevbak-restore";

    /**
     * Unpacks beside what is there, and only then puts it in its place. The image is Alpine's (Dockerfile of
     * ddev/ddev-utilities), whose tools are busybox's; GNU's understand it as well.
     */
    private static final String UNPACK = String.join(
            "\n",
            "set -e",
            "cd " + INSIDE,
            "rm -rf ./" + BESIDE,
            "mkdir ./" + BESIDE,
            "tar -C ./" + BESIDE + " --numeric-owner -xpf -",
            "find . -mindepth 1 -maxdepth 1 ! -name " + BESIDE + " -exec rm -rf -- {} +",
            "find ./" + BESIDE + " -mindepth 1 -maxdepth 1 -exec mv -- {} . ';'",
            "chown \"$(stat -c %u:%g ./" + BESIDE + ")\" .",
            "chmod \"$(stat -c %a ./" + BESIDE + ")\" .",
            "rmdir ./" + BESIDE,
            "sync");

    private final ProcessRunner runner;
    private final Duration question;
    private final Duration transfer;

    /**
     * @param question for each question
     * @param transfer for the content of one volume
     */
    public VolumeCli(ProcessRunner runner, Duration question, Duration transfer) {
        this.runner = runner;
        this.question = question;
        this.transfer = transfer;
    }

    /**
     * A volume that is there.
     *
     * @param declared as which it was declared
     * @param name docker's
     */
    public record Volume(ServiceVolumes.Declared declared, String name) {}

    /** The image as it is on this machine, with its tag; empty where there is none. */
    public Answer<Optional<String>> image() {
        return asked(List.of("image", "ls", IMAGE, "--format", "{{.Repository}}:{{.Tag}}"))
                .map(lines -> lines.stream()
                        .filter(line -> line.matches("(?:docker\\.io/)?" + IMAGE + ":" + NAMES))
                        .findFirst());
    }

    /**
     * Those of the declared volumes that are there: by the labels that compose gives them, else by their name as ddev and
     * compose make it (ddev v1.25.3, pkg/ddevapp/ddevapp.go GetComposeProjectName).
     */
    public Answer<List<Volume>> volumes(ProjectName project, List<ServiceVolumes.Declared> declared) {
        String format =
                "{{.Name}}\t{{.Label \"com.docker.compose.project\"}}\t{{.Label \"com.docker.compose.volume\"}}";
        return asked(List.of("volume", "ls", "--format", format)).map(lines -> {
            List<String[]> rows = lines.stream()
                    .map(line -> line.split("\t", -1))
                    .filter(row -> row.length == 3 && row[0].matches(NAMES))
                    .toList();
            return declared.stream()
                    .flatMap(one -> named(project, one, rows).map(name -> new Volume(one, name)).stream())
                    .toList();
        });
    }

    private static Optional<String> named(ProjectName project, ServiceVolumes.Declared one, List<String[]> rows) {
        String compose = "ddev-" + project.text().toLowerCase(Locale.ROOT).replace(".", "");
        String name = one.name().isEmpty() ? compose + "_" + one.key() : resolved(one.name(), project, compose);
        Stream<String[]> labelled = rows.stream().filter(row -> row[1].equals(compose) && row[2].equals(one.key()));
        return labelled.map(row -> row[0])
                .findFirst()
                .or(() -> rows.stream().map(row -> row[0]).filter(name::equals).findFirst());
    }

    /** The variables that ddev's own documentation uses in such names. */
    private static String resolved(String name, ProjectName project, String compose) {
        return name.replaceAll("\\$\\{DDEV_(?:SITENAME|PROJECT)\\}|\\$DDEV_(?:SITENAME|PROJECT)\\b", project.text())
                .replaceAll("\\$\\{COMPOSE_PROJECT_NAME\\}|\\$COMPOSE_PROJECT_NAME\\b", compose);
    }

    /** When the volume was made, as docker writes it: another one of the same name was made at another time. */
    public Answer<String> made(String volume) {
        return asked(List.of("volume", "inspect", "--format", "{{.CreatedAt}}", volume))
                .map(lines -> String.join(" ", lines));
    }

    /** Writes the content as a tar stream; the volume is mounted so that nothing can be changed in it. */
    public ProcessResult read(String image, String volume, String helper, OutputStream sink) {
        List<String> words = helper(helper, volume, ",readonly", "tar");
        words.addAll(List.of(image, "-C", INSIDE, "--numeric-owner", "--exclude=./" + BESIDE, "-cf", "-", "."));
        return runner.run(Invocation.of(words).within(transfer).writing(sink));
    }

    /** Replaces the content by that of a tar stream; what was there stays until all of it has come. */
    public ProcessResult write(String image, String volume, String helper, InputStream tar) {
        List<String> words = helper(helper, volume, "", "sh");
        words.add(4, "--interactive");
        words.addAll(List.of(image, "-c", UNPACK));
        return runner.run(Invocation.of(words).within(transfer).reading(tar));
    }

    /** Neither network, nor a log on the disk of what goes by, nor an image from elsewhere. */
    private static List<String> helper(String name, String volume, String mode, String program) {
        return new ArrayList<>(List.of(
                "docker",
                "run",
                "--rm",
                "--name=" + name,
                "--pull=never",
                "--network=none",
                "--log-driver=none",
                "--user=0:0",
                "--entrypoint=" + program,
                "--mount=type=volume,source=" + volume + ",target=" + INSIDE + mode));
    }

    /** Ends a helper that was left at work, and says so; a cancellation does not cut it short. */
    public boolean ended(String helper) {
        return runner.run(Invocation.of("docker", "rm", "--force", helper)
                        .within(question)
                        .sheltered(true))
                .ok();
    }

    private Answer<List<String>> asked(List<String> words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        ProcessResult result = runner.run(Invocation.of(command).within(question));
        if (!result.ok()) {
            return Refusal.of(result);
        }
        if (result.truncated()) {
            return Refusal.unusable("docker " + words.get(0), result);
        }
        List<String> lines = Arrays.stream(result.stdout().split("[\r\n]+", -1))
                .filter(line -> !line.isBlank())
                .toList();
        return new Answer.Said<>(lines, JsonLines.warnings(result.stderrTail()));
    }
}
