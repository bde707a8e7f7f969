package io.github.ddevbak.ddev;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Values that many tests of this room begin with. */
final class Sample {
    static final Duration TIMEOUT = Duration.ofMinutes(2);
    static final ProjectName SHOP = new ProjectName("shop");
    static final DatabaseServer MARIADB = new DatabaseServer(DatabaseServer.Family.MARIADB, "11.8");
    static final DatabaseServer MYSQL = new DatabaseServer(DatabaseServer.Family.MYSQL, "8.0");
    static final DatabaseServer POSTGRES = new DatabaseServer(DatabaseServer.Family.POSTGRES, "15");

    private Sample() {}

    /** The project shop, its folder with a configuration made on disk. */
    static Project shop(Path folder) throws IOException {
        return project(ConfigFolder.in(folder, "name: shop").approot());
    }

    static Project project(Path approot) {
        return new Project(
                SHOP, approot, "php", "", ProjectStatus.RUNNING, Optional.of(MARIADB), false, List.of(), true);
    }

    static ProcessResult ended(Ending ending) {
        return new ProcessResult(ending, "", false, "", TIMEOUT);
    }

    static <T> Answer.Refused<T> refused(Answer<T> answer) {
        if (answer instanceof Answer.Refused<T> refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + answer);
    }

    static <T> Answer.Said<T> said(Answer<T> answer) {
        if (answer instanceof Answer.Said<T> said) {
            return said;
        }
        throw new AssertionError("refused: " + answer);
    }
}
