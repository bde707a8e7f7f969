package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.time.Instant;
import java.util.List;

/**
 * Containers that ran and were held up while a volume of theirs is read or written.
 *
 * @param schema of its file
 * @param project whose volume it is
 * @param containers their names
 * @param helper the name of the container that reads or writes
 * @param since when this was noted
 */
public record HeldServices(String schema, ProjectName project, List<String> containers, String helper, Instant since) {
    static final String SCHEMA = "ddevbak/held/1";

    public HeldServices {
        containers = List.copyOf(containers);
    }

    public static HeldServices of(ProjectName project, List<String> containers, Instant since) {
        return new HeldServices(SCHEMA, project, containers, "ddevbak-volumes-" + project, since);
    }
}
