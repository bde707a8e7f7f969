package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.Answer;
import io.github.ddevbak.project.Finding;

/** A question that ddev did not answer, as a finding with what to do about it. */
public final class DdevTroubles {
    private DdevTroubles() {}

    /**
     * The finding for a refusal.
     *
     * @param area the first word of the finding's code, such as {@code database}
     * @param project its name; empty where ddev was asked about none
     */
    public static Finding finding(String area, String project, Answer.Refused<?> refused) {
        return Finding.error(
                code(area, refused.trouble()),
                "ddev did not answer" + (project.isEmpty() ? "" : " for '" + project + "'") + ": " + refused.why(),
                hint(refused.trouble(), project));
    }

    /** The code of such a finding. */
    static String code(String area, Answer.Trouble trouble) {
        return area + "." + word(trouble);
    }

    private static String word(Answer.Trouble trouble) {
        return switch (trouble) {
            case NOT_INSTALLED -> "ddev-missing";
            case ROOT -> "ddev-refuses-root";
            case DOCKER_DOWN -> "docker-down";
            case TIMED_OUT -> "timed-out";
            case CANCELLED -> "cancelled";
            case OTHER -> "ddev-refused";
        };
    }

    private static String hint(Answer.Trouble trouble, String project) {
        return switch (trouble) {
            case NOT_INSTALLED -> "Install ddev, or put it on PATH.";
            case ROOT -> "Run ddevbak as the user who owns the projects, not as root.";
            case DOCKER_DOWN -> "Start Docker, then run ddevbak again.";
            case TIMED_OUT ->
                "See whether the server hangs ('ddev logs -s db " + project + "'), or give it longer with --timeout.";
            case CANCELLED -> "Run ddevbak again.";
            case OTHER ->
                "Run 'ddev " + (project.isEmpty() ? "list" : "describe " + project)
                        + "' to see what is wrong, then run ddevbak again.";
        };
    }
}
