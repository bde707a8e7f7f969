package io.github.ddevbak.demo;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The longer sentences of the tests. */
record Calls(RecordedWorld world) {

    /** A program in the project's database container. */
    ProcessResult exec(Faults faults, String project, String... words) {
        List<String> command = new ArrayList<>(List.of("ddev", "exec", "--raw", "-s", "db", "--skip-hooks", "--"));
        command.addAll(List.of(words));
        return world.ddev(faults)
                .run(Invocation.of(command)
                        .in(world.approot(project))
                        .within(Duration.ofSeconds(45))
                        .with(Map.of("NO_COLOR", "1")));
    }

    ProcessResult containers(Faults faults, String project) {
        return world.run(
                faults,
                "docker",
                "ps",
                "-a",
                "--no-trunc",
                "--filter",
                "label=com.ddev.site-name=" + project,
                "--format",
                "{{json .}}");
    }

    /** The plainest call of each kind: of shop, but sleepy is started, and docker stops a container of blog. */
    ProcessResult make(Faults faults, Fault.Command command) {
        return switch (command) {
            case LIST -> world.run(faults, "ddev", "list", "-j");
            case DESCRIBE -> world.run(faults, "ddev", "describe", "-j", "shop");
            case START -> world.run(faults, "ddev", "start", "-y", "sleepy");
            case STOP -> world.run(faults, "ddev", "stop", "shop");
            case SNAPSHOT -> world.run(faults, "ddev", "snapshot", "shop", "--name", "S");
            case EXPORT_DB -> world.run(faults, "ddev", "export-db", "shop", "--gzip=false");
            case DOCKER_STOP -> world.run(faults, "docker", "stop", "ddev-blog-db");
            case DUMP -> dump(faults);
            default -> exec(faults, "shop", "mariadb", "-N", "-B", "-e", "SELECT 'end-of-answer'");
        };
    }

    ProcessResult dump(Faults faults) {
        return exec(faults, "shop", "mariadb-dump", "--single-transaction", "--routines", "--events", "db");
    }

    String list(Fault fault) {
        return make(Faults.of(fault), Fault.Command.LIST).stdout();
    }

    String inShop(String... words) {
        return exec(Faults.NONE, "shop", words).stdout();
    }

    String processes() {
        return inShop("sh", "-c", "echo end-of-processes");
    }

    List<String> tables() throws IOException {
        return world.folder().project("shop").databases().get(0).tables().stream()
                .map(SimulatedDatabase.Table::name)
                .toList();
    }
}
