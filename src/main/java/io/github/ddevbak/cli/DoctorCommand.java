package io.github.ddevbak.cli;

import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.upkeep.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks whether the environment works. */
@Command(name = "doctor", description = "Look whether ddevbak can work here, and say what to mend.")
final class DoctorCommand implements Callable<Integer> {
    private final DdevbakCommand root;

    DoctorCommand(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        Console console = new Console(root.shell, root.options);
        root.useCases.backups(configuration, console.progress()::bytes).tidy(console.listener());
        List<Check> checks = root.useCases.doctor(configuration).examine();
        boolean failed = checks.stream().anyMatch(c -> c.health() == Check.Health.FAILED);
        ExitCode code = failed ? ExitCode.ENVIRONMENT : ExitCode.OK;
        if (console.json()) {
            console.document(Json.document("doctor")
                    .with("exitCode", code.number())
                    .with("checks", checks.stream().map(DoctorCommand::fields).toList()));
            return code.number();
        }
        for (Check check : checks) {
            String word = check.health().word();
            console.line(console.ink().word(word)
                    + " ".repeat(9 - word.length())
                    + check.what()
                    + " ".repeat(Math.max(1, 13 - check.what().length()))
                    + check.found()
                    + (check.todo().isEmpty() ? "" : "\n         → " + check.todo()));
        }
        return code.number();
    }

    private static Map<String, Object> fields(Check check) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("what", check.what());
        fields.put("health", check.health().word());
        fields.put("found", check.found());
        fields.put("todo", check.todo());
        return fields;
    }
}
