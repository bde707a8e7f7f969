package io.github.ddevbak.settings;

import java.util.List;

/**
 * One way in which somebody is told of the runs of {@code all}.
 *
 * @param name what the user calls it
 * @param kind how
 * @param when of which runs
 * @param url the address of a ping or a webhook: whoever knows it can use it, so it is a secret
 * @param header lines {@code Name: value} that go with a webhook, such as a token
 * @param command program and arguments, or one line for the shell
 * @param shell whether the command is a line for the shell
 */
public record NoticeSettings(
        String name, NoticeKind kind, NoticeWhen when, Secret url, Secret header, List<String> command, boolean shell) {
    public NoticeSettings {
        command = List.copyOf(command);
    }

    /** Such as {@code the notice watch (ping)}. */
    public String inWords() {
        return "the notice " + name + " (" + kind.word() + ")";
    }
}
