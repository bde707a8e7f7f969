package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.ddev.VolumeCli;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import java.util.Optional;

/** Why volumes cannot be read or written at all, as findings. */
public final class VolumeTroubles {
    private VolumeTroubles() {}

    /** The finding for a question that docker refused; empty where it answered. */
    public static Optional<Finding> refused(ProjectName project, Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused
                ? Optional.of(Finding.error(
                        DdevTroubles.code("volumes", refused.trouble()),
                        "docker did not answer for the volumes of '" + project + "': " + refused.why(),
                        "Start Docker and put the docker command on PATH, then run ddevbak again."))
                : Optional.empty();
    }

    /** The image that reads and writes is not on this machine, and ddevbak gets none. */
    public static Finding noImage(ProjectName project) {
        return Finding.error(
                "volumes.no-image",
                "the volumes of '" + project + "' were left alone: the image " + VolumeCli.IMAGE
                        + " is not on this machine, and ddevbak pulls none",
                "Run 'ddev start' of any project once, which brings it, then run ddevbak again.");
    }
}
