package io.github.ddevbak.settings;

import java.util.Collection;
import java.util.List;
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
 * @param form what its value looks like, if no other keys stand below it
 * @param choices the texts it can be; empty where it can be any
 * @param needed whether an entry of a list must have it
 */
public record SettingKey(
        String name,
        Set<SettingsScope> scopes,
        String example,
        String about,
        String option,
        String variable,
        ValueForm form,
        List<String> choices,
        boolean needed) {
    public SettingKey {
        scopes = Set.copyOf(scopes);
        choices = List.copyOf(choices);
    }

    /** Of the form that its example shows. */
    static SettingKey shown(String name, Set<SettingsScope> scopes, String example, String about) {
        return new SettingKey(name, scopes, example, about, "", "", ValueForm.shownBy(example), List.of(), false);
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
        return new SettingKey(name, scopes, example, about, byOption, byVariable, form, choices, needed);
    }

    /** The same, of a form that its example does not show. */
    SettingKey as(ValueForm other) {
        return new SettingKey(name, scopes, example, about, option, variable, other, choices, needed);
    }

    /** The same, of these texts only. */
    SettingKey of(Collection<String> texts) {
        return new SettingKey(name, scopes, example, about, option, variable, form, List.copyOf(texts), needed);
    }

    /** The same, which an entry of a list must have. */
    SettingKey must() {
        return new SettingKey(name, scopes, example, about, option, variable, form, choices, true);
    }
}
