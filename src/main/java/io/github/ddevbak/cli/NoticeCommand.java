package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;

/** The command about those who are told of runs. */
final class NoticeCommand implements Command {
    /** What the help says of it. */
    static final String SUMMARY =
            "Try what the configuration has under 'notices': who is told of the runs of 'all', by ping, webhook, command"
                    + " or desktop: test.";

    private final Declaration declaration = new Declaration(this, "notice", SUMMARY, "");

    NoticeCommand(DdevbakCommand root) {
        declaration.add(new NoticeTestCommand(root).declaration());
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Integer call() {
        throw declaration.refusal("say what about the notices: test");
    }
}
