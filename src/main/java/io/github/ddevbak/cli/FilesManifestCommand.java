package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.files.Differences;
import io.github.ddevbak.files.FilesReport;
import io.github.ddevbak.files.ManifestSource;
import io.github.ddevbak.files.NoManifestException;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.report.Sizes;
import io.github.ddevbak.settings.Acceptance;
import io.github.ddevbak.settings.Acceptances;
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
import java.util.stream.Stream;

/** Hashes a project's user files, or verifies them against a manifest. */
final class FilesManifestCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Hash a project's user files in the form 'sha256sum -c' reads, or compare them with an earlier state.";

    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Single<Path> output = declaration.value(
            Path.class,
            "--output",
            "FILE",
            "Write the manifest here (default: stdout), and sizes, times and modes beside it.");

    private final Single<String> verify = declaration.text(
            "--verify",
            "SET|FILE",
            "Re-read every file and compare with a set, a manifest of sha256sum's form, or - for stdin.");

    private final Single<String> diff =
            declaration.text("--diff", "SET|FILE", "Tell what changed since then; differences alone exit 0.");

    private final Flag rehash =
            declaration.flag("--rehash", "Read every file, also where size, times and inode say that it is unchanged.");

    private final Single<Path> base = declaration.value(
            Path.class,
            "--root",
            "DIR",
            "What the names of the manifest are relative to (default: the project's folder).");

    FilesManifestCommand(DdevbakCommand root) {
        super(root, "files-manifest", SUMMARY, "");
        declaration.footer(
                "",
                "A set is named by its stamp, the beginning of it, a day (2026-11-22, in UTC)",
                "or latest; ./NAME is a file. A folder of a set will do, too.",
                "Told are: ! rotten (same size and time, other content), ? unreadable,",
                "M changed, - removed, T type changed, L link target changed, R moved,",
                "m mode changed, + added, and with -v t touched (time only).",
                "--verify exits 4 where anything is not as recorded; m, + and t are no fault.",
                "--diff exits 3 only where a file is rotten. Both exit 1 where a file could",
                "not be looked at, 4 where a line is malformed, 2 where it is no manifest.");
    }

    @Override
    public Integer call() {
        if (Stream.of(output, verify, diff).filter(Single::given).count() > 1) {
            throw new UsageException("--output, --verify and --diff contradict each other: use one of them.");
        }
        if (base.given() && !verify.given() && !diff.given()) {
            throw new UsageException(
                    "--root says what a manifest's names are relative to: use it with --verify or" + " --diff.");
        }
        Configuration configuration = root.options.configuration(root.shell);
        Console console = root.console();
        root.useCases.tidy(configuration, console.listener());
        Project project = one(configuration, console);
        Manifests manifests = root.useCases.manifests(
                configuration,
                rehash.given(),
                (files, bytes, ofFiles, ofBytes) ->
                        console.progress().files(project.name().text(), "hashing", files, ofFiles, bytes, ofBytes));
        try {
            return !verify.given() && !diff.given()
                    ? written(
                            console,
                            project,
                            manifests,
                            configuration.of(project).accept())
                    : compared(console, project, manifests);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + Printable.text(String.valueOf(e.getFile())) + ".");
        } catch (NoManifestException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int compared(Console console, Project project, Manifests manifests) throws IOException {
        ManifestSource source = source(project, manifests);
        boolean verifying = verify.given();
        try (Differences differences =
                verifying ? manifests.verify(project, source) : manifests.diff(project, source)) {
            DriftTold told = new DriftTold(console, project, source.name(), verifying, root.options.verbose.given());
            return told.tell(differences).number();
        }
    }

    private ManifestSource source(Project project, Manifests manifests) throws IOException {
        String named = verify.said().or(diff::said).orElseThrow();
        ManifestSource source = named.equals("-")
                ? ManifestSource.of(root.shell.in())
                : manifests.find(project, named, root.shell.workingDirectory());
        return base.given() ? source.relativeTo(below(project, base.value())) : source;
    }

    private String below(Project project, Path folder) throws IOException {
        Path approot = project.approot().toRealPath();
        Path real = resolved(folder).toRealPath();
        if (!real.startsWith(approot)) {
            throw new UsageException("--root " + Printable.text(folder.toString()) + " is not in "
                    + Printable.text(project.approot().toString()) + ": nothing outside the project is read.");
        }
        return approot.relativize(real).toString();
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

    private int written(Console console, Project project, Manifests manifests, List<Acceptance> accept)
            throws IOException {
        FilesReport report;
        if (output.given()) {
            report = ManifestFile.write(
                    resolved(output.value()), (sums, lines) -> manifests.print(project, sums, lines));
        } else {
            OutputStream to = console.json() ? OutputStream.nullOutputStream() : root.shell.out();
            report = manifests.print(project, to);
        }
        // whether an acceptance is of use shows only where all of the part is looked at
        List<Finding> findings = Acceptances.laidOver(Part.FILES, report.findings(), accept).stream()
                .filter(f -> !f.code().equals(Acceptances.UNUSED))
                .toList();
        ExitCode code = code(findings);
        if (console.json()) {
            console.document(Json.document("files-manifest")
                    .with("exitCode", code.number())
                    .with("project", project.name().text())
                    .with("dirs", report.dirs())
                    .with("files", report.files())
                    .with("bytes", report.bytes())
                    .with(
                            "output",
                            output.said()
                                    .map(this::resolved)
                                    .map(Path::toString)
                                    .orElse(""))
                    .with("findings", Json.findings(findings)));
        } else {
            tell(console, findings);
            if (!console.quiet()) {
                console.error(project.name() + ": " + report.files() + " files, " + Sizes.bytes(report.bytes()) + " in "
                        + (report.dirs().isEmpty() ? "no upload directory" : String.join(", ", report.dirs())));
            }
        }
        return code.number();
    }

    private static ExitCode code(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return ExitCode.INCOMPLETE;
        }
        return findings.stream().anyMatch(f -> f.counts() && f.severity() == Severity.LOSS)
                ? ExitCode.LOSS
                : ExitCode.OK;
    }

    private static void tell(Console console, List<Finding> findings) {
        findings.stream()
                .filter(f -> !console.quiet() || (f.counts() && f.severity() != Severity.INFO))
                .forEach(f -> console.error("ddevbak: "
                        + (f.counts()
                                ? f.severity().word() + ": " + f.sentence()
                                        + (f.hint().isEmpty() ? "" : " " + f.hint())
                                : "accepted: " + f.sentence() + " Because: " + f.accepted())));
    }
}
