package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.notice.Notices;
import io.github.ddevbak.notice.Sent;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.report.DoctorText;
import io.github.ddevbak.report.Json;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.upkeep.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends a test to those who are told of runs. */
final class NoticeTestCommand extends Command {
    private final Several<String> names = declaration.arguments("NAME", "Names of notices (default: all).");

    NoticeTestCommand(DdevbakCommand root) {
        super(
                root,
                "test",
                "Send a test by every notice of the configuration, or by those named, whatever they wait for; exits 1 where"
                        + " one does not get through.",
                "",
                "A ping is sent to /log, which leaves the state of the check alone.",
                "");
    }

    @Override
    public Integer call() {
        Notices notices = root.useCases.notices(root.options.configuration(root.shell));
        Console console = root.console();
        List<Sent> sent = notices.test(chosen(notices.all()));
        boolean failed = sent.stream().anyMatch(one -> one.why().isPresent());
        ExitCode code = failed ? ExitCode.INCOMPLETE : ExitCode.OK;
        if (console.json()) {
            console.document(Json.document("notice-test")
                    .with("exitCode", code.number())
                    .with(
                            "notices",
                            sent.stream().map(NoticeTestCommand::fields).toList()));
            return code.number();
        }
        new DoctorText(console.ink(), console.quiet(), console.columns())
                .of(sent.stream().map(NoticeTestCommand::check).toList())
                .forEach(console::line);
        return code.number();
    }

    private List<NoticeSettings> chosen(List<NoticeSettings> all) {
        if (all.isEmpty()) {
            throw new UsageException("nobody is told of runs: the configuration has no 'notices'. 'ddevbak config init"
                    + " -n' shows how they are written.");
        }
        List<String> known = all.stream().map(NoticeSettings::name).toList();
        for (String name : names.all()) {
            if (!known.contains(name)) {
                throw new UsageException(
                        "the configuration has no notice '" + Printable.text(name) + "'" + NearMatch.hint(name, known));
            }
        }
        return all.stream()
                .filter(one -> !names.given() || names.all().contains(one.name()))
                .toList();
    }

    private static Check check(Sent sent) {
        return new Check(
                sent.notice().name(),
                sent.why().isPresent() ? Check.Health.FAILED : Check.Health.OK,
                sent.notice().kind().word() + ", " + sent.notice().when().word(),
                sent.why().orElse(""));
    }

    private static Map<String, Object> fields(Sent sent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", sent.notice().name());
        fields.put("kind", sent.notice().kind().word());
        fields.put("when", sent.notice().when().word());
        fields.put("sent", sent.why().isEmpty());
        fields.put("why", sent.why().orElse(""));
        return fields;
    }
}
