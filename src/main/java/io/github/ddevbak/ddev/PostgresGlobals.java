package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Project;
import java.util.List;
import java.util.regex.Pattern;

/** The roles of a PostgreSQL server, without those ddev makes itself. */
final class PostgresGlobals {
    private static final String TRAILER = "-- PostgreSQL database cluster dump complete";
    private static final Pattern DDEVS = Pattern.compile("(?:CREATE ROLE|ALTER ROLE) (?:db|postgres)(?:;| WITH .*;)");
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("\\s*|--.*|SET \\w+ = .*;|\\\\(?:un)?restrict .*", Pattern.CASE_INSENSITIVE);

    private final DatabaseContainer container;

    PostgresGlobals(DatabaseContainer container) {
        this.container = container;
    }

    Answer<String> of(Project project) {
        return container
                .ask(project, List.of("pg_dumpall", "-U", "db", "--globals-only"))
                .then(PostgresGlobals::withoutDdevs);
    }

    private static Answer<String> withoutDdevs(String stdout) {
        StringBuilder kept = new StringBuilder();
        boolean whole = false;
        boolean says = false;
        for (String line : stdout.split("\n", -1)) {
            whole |= line.equals(TRAILER);
            if (!DDEVS.matcher(line).matches()) {
                kept.append(line).append('\n');
                says |= !SAYS_NOTHING.matcher(line).matches();
            }
        }
        if (!whole) {
            return Refusal.because("the database server's list of roles is incomplete");
        }
        return new Answer.Said<>(says ? kept.toString().stripTrailing() + "\n" : "", List.of());
    }
}
