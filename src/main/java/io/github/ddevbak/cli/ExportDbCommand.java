package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Dumps every database of a project, complete and portable. */
final class ExportDbCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Dump every database of a project as SQL, routines and events too, into a set or a file.";

    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Several<String> databases = declaration.texts(
            "--database", "NAME", "Only this database; may be repeated (default: every one of the server).");

    private final Single<Path> file = declaration.value(
            Path.class,
            "--file",
            "FILE",
            "Write one database into this file, not into a set; replaced only by a proved dump. Its name tells"
                    + " the format: .sql.gz, .sql.zst or .sql.");

    private final DumpFormatOption format = new DumpFormatOption(declaration);

    ExportDbCommand(DdevbakCommand root) {
        super(root, "export-db", SUMMARY);
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Set<String> wanted = new HashSet<>(databases.all());
        Request request = new Request(
                "export-db",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.DATABASE), true, false, wanted)
                        .in(format(configuration.databases().format())),
                root.shell.workingDirectory());
        Console console = root.console();
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        if (root.options.dryRun.given()) {
            return PlanPrinter.print(console, backups.plan(request));
        }
        boolean set = !file.given();
        RunResult result = !file.given()
                ? backups.sets(request, console.listener())
                : backups.exportTo(
                        request,
                        root.shell.workingDirectory().resolve(file.value()).normalize(),
                        console.listener());
        ExitCode code = ExitCode.of(result);
        console.run(
                result,
                backups.record(result, code.number(), set, console.listener()),
                "run",
                set,
                configuration.dest());
        return code.number();
    }

    private void checkFile(Path named) {
        Path target = root.shell.workingDirectory().resolve(named).normalize();
        Path folder = target.getParent();
        String shown = Printable.text(named.toString());
        if (Files.isDirectory(target)) {
            throw new UsageException("--file " + shown + " is a folder: name a file in it, such as db.sql.gz.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("the folder of --file " + shown + " does not exist: make it first.");
        }
    }

    /** A file is read by its name, here and by ddev: the name wins over the configuration, and may not belie the option. */
    private DumpFormat format(DumpFormat configured) {
        if (!file.given()) {
            return format.format().orElse(configured);
        }
        checkFile(file.value());
        String shown = Printable.text(file.value().toString());
        DumpFormat told = DumpFormat.ofFile(file.value().toString())
                .orElseThrow(() -> new UsageException("--file " + shown
                        + " does not tell its format: let its name end in .sql.gz, .sql.zst or .sql."));
        if (format.format().filter(asked -> asked != told).isPresent()) {
            throw new UsageException("--file " + shown + " is no name for " + format.word.or("") + ": let it end in "
                    + format.format().orElse(told).suffix() + ", or leave --format out.");
        }
        return told;
    }
}
