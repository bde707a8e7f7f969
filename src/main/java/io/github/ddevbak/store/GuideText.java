package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ShellWord;
import java.util.List;

/** A Markdown text with shell commands in it, put together so that no name can end a line, a block or a quotation. */
final class GuideText {
    private final StringBuilder text = new StringBuilder();

    GuideText heading(String title) {
        return line(text.isEmpty() ? "# " + Printable.text(title) : "## " + Printable.text(title))
                .gap();
    }

    GuideText paragraph(String sentences) {
        return line(Printable.text(sentences)).gap();
    }

    GuideText bullets(List<String> items) {
        items.forEach(item -> line("- " + Printable.text(item)));
        return items.isEmpty() ? this : gap();
    }

    /** Commands to be copied: one line each, already quoted. */
    GuideText commands(List<String> commands) {
        line("```sh");
        commands.forEach(this::line);
        return line("```").gap();
    }

    /** A name inside a sentence. */
    static String code(String name) {
        String shown = Printable.text(name);
        return shown.contains("`") ? "`` " + shown + " ``" : "`" + shown + "`";
    }

    /** A command line of these words. */
    static String typed(List<String> words) {
        return String.join(" ", words.stream().map(ShellWord::quoted).toList());
    }

    /** A file of the set as a word, wherever the set's folder is when the commands are run. */
    static String ofSet(String path) {
        return "\"$SET\"/" + ShellWord.quoted(path);
    }

    private GuideText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private GuideText gap() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
