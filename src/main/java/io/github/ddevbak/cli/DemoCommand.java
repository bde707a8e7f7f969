package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Request;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.backup.Selection;
import io.github.ddevbak.backup.Wish;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.store.RestoreGuide;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does the whole job on a throw-away sample. */
final class DemoCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Run 'all' on a throw-away sample with real git and a simulated ddev, and check a set.";

    private final Single<Path> keep = declaration.value(
            Path.class, "--keep", "DIR", "Leave the sample in DIR/sample and the destination in DIR/backups.");

    DemoCommand(DdevbakCommand root) {
        super(root, "demo", SUMMARY);
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try {
            Path folder = !keep.given()
                    ? Files.createTempDirectory("ddevbak-demo-")
                    : Files.createDirectories(
                            root.shell.workingDirectory().resolve(keep.value()).normalize());
            try {
                return demonstrate(console, folder);
            } finally {
                if (!keep.given()) {
                    Folders.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sample could not be made or removed: " + Printable.text(String.valueOf(e.getMessage())), e);
        }
    }

    private int demonstrate(Console console, Path folder) throws IOException {
        say(console, "This is a demonstration: ddev is simulated; git and all checks are real.");
        UseCases.Sample sample = root.useCases.sample(folder, console.progress()::bytes);
        say(console, "Sample projects in " + sample.projects() + ". Now 'ddevbak all' on them:");
        say(console, "");
        Request request = new Request(
                "all",
                new Selection(List.of(), true, List.of(), List.of()),
                new Wish(Part.USUAL, true, true, Set.of()),
                sample.projects());
        sample.backups().tidy(console.listener());
        RunResult result = sample.backups().sets(request, console.listener());
        ExitCode code = ExitCode.of(result);
        RunRecord record = sample.backups().record(result, code.number(), true, console.listener());
        if (code == ExitCode.INTERRUPTED) {
            return code.number();
        }
        if (!console.json()) {
            console.run(result, record, "run", true, sample.configuration().dest());
        }
        say(console, "");
        say(console, "'all' ended with exit code " + code.number() + why(code));
        List<String> failed = checked(console, sample, result);
        if (!sample.asFound()) {
            failed.add("a project was not put back as found");
        }
        boolean planned = failed.isEmpty() && code == ExitCode.OK;
        int exit = planned ? ExitCode.OK.number() : ExitCode.INCOMPLETE.number();
        if (console.json()) {
            console.document(Json.of(record)
                    .with("schema", "ddevbak/demo/1")
                    .with("simulated", true)
                    .with("checks", failed.isEmpty() ? "good" : String.join("; ", failed))
                    .with("exitCode", exit));
        }
        say(console, planned ? "All went as planned: every project is as it was found." : String.join("\n", failed));
        if (keep.given()) {
            say(console, "Kept: " + folder.resolve("sample") + " and " + folder.resolve("backups"));
        }
        return exit;
    }

    private static String why(ExitCode code) {
        return code == ExitCode.OK
                ? ": everything asked for was done and is good; what the remotes lack is in the sets."
                : ", where 0 was expected.";
    }

    /** Checks one set with the commands of its own guide. */
    private List<String> checked(Console console, UseCases.Sample sample, RunResult result) {
        Optional<StoredSet> set = result.projects().stream()
                .filter(p -> p.project().name().text().equals("shop"))
                .flatMap(p -> p.set().stream())
                .findFirst();
        List<String> failed = new ArrayList<>();
        if (set.isEmpty()) {
            failed.add("no set of 'shop' was made");
            return failed;
        }
        say(console, "");
        say(console, "The set of 'shop', checked with the commands of its own RESTORE.md:");
        for (List<String> command : RestoreGuide.checks(set.get().record())) {
            String typed = String.join(" ", command);
            if (!sample.available(command.get(0))) {
                say(console, "  -    " + typed + "   (" + command.get(0) + " is not installed here)");
            } else if (sample.check(set.get().folder(), command)) {
                say(console, "  ok   " + typed);
            } else {
                say(console, "  BAD  " + typed);
                failed.add("this check failed: " + typed);
            }
        }
        return failed;
    }

    private void say(Console console, String text) {
        if (console.json()) {
            return;
        }
        if (!root.options.quiet.given()) {
            console.line(text);
        }
    }
}
