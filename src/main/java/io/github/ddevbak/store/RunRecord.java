package io.github.ddevbak.store;

import io.github.ddevbak.project.Finding;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code runs/<id>.json} says of one invocation.
 *
 * @param schema {@link #SCHEMA}
 * @param id its file's name without the ending
 * @param command what was asked for, such as {@code all}
 * @param started when, in UTC
 * @param ended when, in UTC
 * @param exitCode what the shell was told
 * @param versions of the tools; only those known
 * @param findings those of the run as a whole, such as discovery's
 * @param projects in the order they were done
 */
public record RunRecord(
        String schema,
        String id,
        String command,
        Instant started,
        Instant ended,
        int exitCode,
        Map<String, String> versions,
        List<Finding> findings,
        List<RunProject> projects) {

    /** The form of a run's file that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/run/1";

    public RunRecord {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a run: " + schema);
        }
        if (SetId.parse(id).isEmpty()) {
            throw new IllegalArgumentException("not the name of a run: " + id);
        }
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        findings = List.copyOf(findings);
        projects = List.copyOf(projects);
    }

    RunRecord withId(String newId) {
        return new RunRecord(schema, newId, command, started, ended, exitCode, versions, findings, projects);
    }
}
