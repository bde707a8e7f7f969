package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Dumps every database of a project, complete and portable. */
@Command(
        name = "export-db",
        description = "Dump every database of a project as SQL, routines and events too, into a set or a file.")
final class ExportDbCommand implements Callable<Integer> {
    /** The forms of a dump. */
    enum Format {
        gz
    }

    private final DdevbakCommand root;

    @Mixin
    ProjectArguments projects = new ProjectArguments();

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "Only this database; may be repeated (default: every one of the server).")
    List<String> databases = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Write one database into this .sql.gz file, not into a set; replaced only by a proved dump.")
    @Nullable
    Path file;

    @Option(names = "--format", paramLabel = "FORMAT", description = "Form of the dump: gz (the only one yet).")
    Format format = Format.gz;

    ExportDbCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Set<String> wanted = new HashSet<>(databases);
        Request request = new Request(
                "export-db",
                projects.selection(configuration, false),
                new Wish(Set.of(Part.DATABASE), true, false, wanted),
                root.shell.workingDirectory());
        Console console = new Console(root.shell, root.options);
        Backups backups = root.useCases.backups(configuration, console.progress()::bytes);
        if (file != null) {
            checkFile(file);
        }
        if (root.options.dryRun) {
            return PlanPrinter.print(console, backups.plan(request));
        }
        boolean set = file == null;
        RunResult result = file == null
                ? backups.sets(request, console.listener())
                : backups.exportTo(
                        request, root.shell.workingDirectory().resolve(file).normalize(), console.listener());
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
        if (!shown.endsWith(".gz")) {
            throw new UsageException("--file " + shown
                    + " will hold gzip: let its name end in .sql.gz, so that 'ddev import-db' reads it as such.");
        }
    }
}
