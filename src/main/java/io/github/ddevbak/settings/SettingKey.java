package io.github.ddevbak.settings;

import java.util.Set;

/**
 * One key of the configuration files.
 *
 * @param name with the keys it stands below, such as {@code files.copy}
 * @param scopes in which files it may stand
 * @param example its value as YAML: the default where there is one; empty for a section, and for what stands in a list
 * @param about what it is for, in a sentence
 * @param option the option that says it of every command; empty where there is none
 * @param variable the environment variable that says it; empty where there is none
 */
public record SettingKey(
        String name, Set<SettingsScope> scopes, String example, String about, String option, String variable) {
    public SettingKey {
        scopes = Set.copyOf(scopes);
    }

    /** The key it stands below; empty at the top. */
    public String section() {
        int end = name.lastIndexOf('.');
        return end < 0 ? "" : name.substring(0, end);
    }

    /** Its last word, as the file holds it. */
    public String word() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The same, said by an option and a variable too. */
    SettingKey also(String byOption, String byVariable) {
        return new SettingKey(name, scopes, example, about, byOption, byVariable);
    }
}
