package io.github.ddevbak.cli;

import java.util.List;

/** The command about those who are told of runs. */
final class NoticeCommand {
    /** What the help says of it. */
    static final String SUMMARY =
            "Try what the configuration has under 'notices': who is told of the runs of 'all', by ping, webhook, command"
                    + " or desktop: test.";

    private NoticeCommand() {}

    static Command of(DdevbakCommand root) {
        return new CommandGroup(
                root, "say what about the notices: test", List.of(new NoticeTestCommand(root)), "notice", SUMMARY, "");
    }
}
