package io.github.ddevbak.notice;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.ShellLine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a command of the user: facts in its environment, the document on its standard input, never in its words. */
final class CommandCarrier implements Carrier {
    private static final int DROPPED = 1 << 10;

    private final ProcessRunner runner;

    CommandCarrier(ProcessRunner runner) {
        this.runner = runner;
    }

    @Override
    public void carry(NoticeSettings notice, Message message) {
        Map<String, String> facts = facts(notice, message);
        Invocation call = notice.shell()
                ? ShellLine.call(notice.command().get(0), facts, message.patience())
                : Invocation.of(notice.command())
                        .with(facts)
                        .within(message.patience())
                        .sheltered(true);
        ProcessResult result = runner.run(call.writing(new Output.Captured(DROPPED))
                .reading(new ByteArrayInputStream(message.outcome().document().getBytes(StandardCharsets.UTF_8))));
        if (!result.ok()) {
            throw new NoticeFailedException(
                    "its command failed (" + result.ending().words() + "); run it by hand to see why");
        }
    }

    private static Map<String, String> facts(NoticeSettings notice, Message message) {
        Outcome outcome = message.outcome();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("DDEVBAK_NOTICE", notice.name());
        facts.put("DDEVBAK_COMMAND", outcome.command());
        facts.put("DDEVBAK_EXIT_CODE", String.valueOf(outcome.exitCode()));
        facts.put("DDEVBAK_RUN", outcome.run());
        facts.put("DDEVBAK_CHANGED", message.changed() ? "yes" : "no");
        facts.put("DDEVBAK_SUMMARY", outcome.summary());
        facts.put("DDEVBAK_DETAILS", String.join("\n", outcome.details()));
        return facts;
    }
}
