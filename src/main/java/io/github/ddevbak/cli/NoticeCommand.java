package io.github.ddevbak.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command about those who are told of runs. */
@Command(
        name = "notice",
        description = {NoticeCommand.SUMMARY, ""})
final class NoticeCommand implements Runnable {
    /** What the help says of it. */
    static final String SUMMARY =
            "Try what the configuration has under 'notices': who is told of the runs of 'all', by ping, webhook, command"
                    + " or desktop: test.";

    @Spec
    CommandSpec spec = CommandSpec.create();

    private NoticeCommand() {}

    static CommandLine line(DdevbakCommand root) {
        return new CommandLine(new NoticeCommand()).addSubcommand("test", new NoticeTestCommand(root));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what about the notices: test");
    }
}
