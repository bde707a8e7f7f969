package io.github.ddevbak.demo;

import io.github.ddevbak.process.Invocation;
import java.util.Optional;

/** A call that fails as a whole, before it did anything. */
final class Failure {
    private Failure() {}

    /** What is said instead of an answer; nothing where no fault of that kind strikes. */
    static Optional<Said> of(Fault.Command command, Invocation invocation, Strikes strikes, Voice voice) {
        if (strikes.has(Fault.Kind.EXIT_1)) {
            voice.fatal(words(command, invocation));
            return Optional.of(voice.exit(1));
        }
        if (strikes.has(Fault.Kind.EXIT_255)) {
            voice.err("Error: " + words(command, invocation) + "\n" + Usages.of("export-db"));
            return Optional.of(voice.exit(255));
        }
        if (strikes.has(Fault.Kind.FAILS_WITH_EXIT_0) && command != Fault.Command.SNAPSHOT) {
            voice.failure(words(command, invocation));
            return Optional.of(voice.exit(0));
        }
        return Optional.empty();
    }

    private static String words(Fault.Command command, Invocation invocation) {
        String last = invocation.command().get(invocation.command().size() - 1);
        return switch (command) {
            case START ->
                "Failed to start " + last + ": unable to start project " + last
                        + " because the configured database type does not match the current actual database.";
            case STOP -> "Failed to stop project " + last + ": \nunable to stop containers";
            case EXPORT_DB -> "failed to export database: unable to export db: exit status 2\nstdout: \nstderr: ";
            case IMPORT_DB ->
                "failed to import database 'db' for project: failed to import database: exit status 1\nstdout: \nstderr: ";
            case DUMP, QUERY, LOAD ->
                "ERROR 2002 (HY000): Can't connect to local server through socket" + " '/var/tmp/mysql.sock' (111)";
            default -> "Something went wrong with " + command.name().replace('_', ' ');
        };
    }
}
