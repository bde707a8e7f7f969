package io.github.ddevbak.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The text of a new configuration file, in which every key is explained and nothing is set yet. Pure. */
public final class NewSettings {
    private static final String SECTION = "  ";

    private NewSettings() {}

    /** Explanations begin with {@code ##}; a line with one {@code #} holds once that sign is taken away. */
    public static String text(SettingsScope scope) {
        List<String> lines = new ArrayList<>();
        lines.add("## Configuration of ddevbak for "
                + (scope == SettingsScope.MACHINE ? "this machine." : "this project; it wins over the machine's."));
        lines.add("## A line with one '#' holds once you take that sign away; what stands there is the default, or an"
                + " example.");
        lines.add("## 'ddevbak config validate' checks this file, 'ddevbak config show' tells what holds and from"
                + " where.");
        for (SettingKey key : SettingKeys.below(scope, "")) {
            lines.add("");
            if (key.example().isEmpty()) {
                lines.add("## " + key.about());
                lines.add(key.word() + ":");
                SettingKeys.below(scope, key.name()).forEach(inside -> example(inside, SECTION, lines));
            } else {
                example(key, "", lines);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void example(SettingKey key, String indent, List<String> lines) {
        List<String> otherwise = Stream.of(key.option(), key.variable())
                .filter(word -> !word.isEmpty())
                .toList();
        lines.add(indent + "## " + key.about()
                + (otherwise.isEmpty() ? "" : " Also " + String.join(" or ", otherwise) + "."));
        List<String> values = key.example().lines().toList();
        lines.add("#" + indent + key.word() + ":" + (values.get(0).isEmpty() ? "" : " " + values.get(0)));
        values.stream().skip(1).forEach(value -> lines.add("#" + indent + SECTION + value));
    }
}
