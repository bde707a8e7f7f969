package io.github.ddevbak.cli.manual;

/** Texts in the language of manual pages: man(7), so that groff and mandoc both read it. */
final class Troff {
    private Troff() {}

    /** The text as it is; what stands in quotes of commands can be copied from the page. */
    static String text(String text) {
        String literal = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
        return literal.startsWith(".") ? "\\&" + literal : literal;
    }

    static String bold(String text) {
        return "\\fB" + text(text) + "\\fR";
    }

    static String slanted(String text) {
        return "\\fI" + text(text) + "\\fR";
    }

    /** A term, and what it means below it. */
    static String term(String term, String meaning) {
        return ".TP\n" + term + "\n" + text(meaning) + "\n";
    }
}
