package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.files.FilesReport;
import io.github.ddevbak.files.VerifyReport;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.upkeep.Manifests;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hashes a project's user files, or verifies them against a manifest. */
@Command(
        name = "files-manifest",
        description = "Hash a project's user files in the form 'sha256sum -c' reads, or verify them against it.")
final class FilesManifestCommand implements Callable<Integer> {
    private final DdevbakCommand root;

    @Mixin
    ProjectArguments projects = new ProjectArguments();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the manifest here (default: stdout).")
    @Nullable
    Path output;

    @Option(names = "--verify", paramLabel = "FILE", description = "Re-read the files against this manifest.")
    @Nullable
    Path verify;

    FilesManifestCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (output != null && verify != null) {
            throw new UsageException("--output and --verify contradict each other: use one of them.");
        }
        Configuration configuration = root.options.configuration(root.shell);
        Console console = new Console(root.shell, root.options);
        root.useCases.backups(configuration, console.progress()::bytes).tidy(console.listener());
        Project project = one(configuration, console);
        Manifests manifests = root.useCases.manifests(configuration);
        try {
            return verify != null
                    ? verified(console, project, manifests, resolved(verify))
                    : written(console, project, manifests);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + Printable.text(String.valueOf(e.getFile())) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Project one(Configuration configuration, Console console) {
        Request request = new Request(
                "files-manifest",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.FILES), false, false, Set.of()),
                root.shell.workingDirectory());
        List<Project> chosen =
                root.useCases.backups(configuration, console.progress()::bytes).projects(request);
        if (chosen.size() != 1) {
            throw new UsageException("files-manifest takes one project at a time, and " + chosen.size()
                    + " are meant: its paths are relative to the project. Name one.");
        }
        if (!Files.isDirectory(chosen.get(0).approot())) {
            throw new UsageException("the folder of '" + chosen.get(0).name() + "' is gone: "
                    + Printable.text(chosen.get(0).approot().toString()) + ". Is its disk mounted?");
        }
        return chosen.get(0);
    }

    private Path resolved(Path path) {
        return root.shell.workingDirectory().resolve(path).normalize();
    }

    private int written(Console console, Project project, Manifests manifests) throws IOException {
        FilesReport report;
        if (output != null) {
            report = ManifestFile.write(resolved(output), to -> manifests.print(project, to));
        } else {
            OutputStream to = console.json() ? OutputStream.nullOutputStream() : root.shell.out();
            report = manifests.print(project, to);
        }
        ExitCode code = report.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR)
                ? ExitCode.INCOMPLETE
                : ExitCode.OK;
        if (console.json()) {
            console.document(Json.document("files-manifest")
                    .with("exitCode", code.number())
                    .with("project", project.name().text())
                    .with("dirs", report.dirs())
                    .with("files", report.files())
                    .with("bytes", report.bytes())
                    .with("output", output == null ? "" : resolved(output).toString())
                    .with("findings", Json.findings(report.findings())));
        } else {
            tell(console, report.findings());
            console.error(project.name() + ": " + report.files() + " files, " + Sizes.bytes(report.bytes()) + " in "
                    + (report.dirs().isEmpty() ? "no upload directory" : String.join(", ", report.dirs())));
        }
        return code.number();
    }

    private int verified(Console console, Project project, Manifests manifests, Path manifest) throws IOException {
        VerifyReport report = manifests.verify(project, manifest);
        ExitCode code = report.good() ? ExitCode.OK : ExitCode.SET_NOT_GOOD;
        if (console.json()) {
            console.document(Json.document("files-verify")
                    .with("exitCode", code.number())
                    .with("project", project.name().text())
                    .with("checked", report.checked())
                    .with("changed", report.changed())
                    .with("missing", report.missing())
                    .with("added", report.added())
                    .with("unreadable", report.unreadable())
                    .with("malformed", report.malformed()));
            return code.number();
        }
        list(console, "changed", report.changed());
        list(console, "missing", report.missing());
        list(console, "unreadable", report.unreadable());
        list(console, "malformed line", report.malformed());
        list(console, "added", report.added());
        console.line(project.name() + ": " + report.checked() + " files checked, "
                + (report.good() ? "all as in the manifest" : "not as in the manifest")
                + (report.added().isEmpty() ? "" : ", " + report.added().size() + " not in it"));
        return code.number();
    }

    private static void list(Console console, String word, List<String> paths) {
        paths.forEach(path -> console.line(word + ": " + Printable.text(path)));
    }

    private static void tell(Console console, List<Finding> findings) {
        findings.forEach(f -> console.error("ddevbak: " + f.severity().word() + ": " + f.sentence()
                + (f.hint().isEmpty() ? "" : " " + f.hint())));
    }
}
