package io.github.ddevbak.project;

/**
 * One fact about a part of a project.
 *
 * @param severity how much it matters
 * @param code stable name for programs, such as {@code code.unpushed-branch}
 * @param sentence what was found, for a person; free of control characters, ends in a full stop
 * @param hint what to do about it; may be empty
 * @param accepted why a person decided to live with it; empty where nobody did. Only a warning or a loss can be accepted
 */
public record Finding(Severity severity, String code, String sentence, String hint, String accepted) {

    public Finding {
        if (!code.matches("[a-z]+(\\.[a-z0-9-]+)+")) {
            throw new IllegalArgumentException("not a finding code: " + code);
        }
        sentence = ended(Printable.text(sentence));
        hint = Printable.text(hint);
        accepted = Printable.text(accepted);
        if (!accepted.isEmpty() && severity != Severity.WARNING && severity != Severity.LOSS) {
            throw new IllegalArgumentException("cannot be accepted: " + severity.word() + " " + code);
        }
    }

    public Finding(Severity severity, String code, String sentence, String hint) {
        this(severity, code, sentence, hint, "");
    }

    /** The same, as one that a person decided to live with. */
    public Finding acceptedBecause(String reason) {
        return new Finding(severity, code, sentence, hint, reason);
    }

    /** Whether it counts in states, verdicts and exit codes; what a person accepted is shown and not counted. */
    public boolean counts() {
        return accepted.isEmpty();
    }

    private static String ended(String sentence) {
        boolean ends = sentence.isEmpty() || ".!?…".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        return ends ? sentence : sentence + ".";
    }

    public static Finding info(String code, String sentence) {
        return new Finding(Severity.INFO, code, sentence, "");
    }

    public static Finding warning(String code, String sentence, String hint) {
        return new Finding(Severity.WARNING, code, sentence, hint);
    }

    public static Finding loss(String code, String sentence, String hint) {
        return new Finding(Severity.LOSS, code, sentence, hint);
    }

    public static Finding error(String code, String sentence, String hint) {
        return new Finding(Severity.ERROR, code, sentence, hint);
    }
}
