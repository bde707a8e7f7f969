package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.Programs;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class TimerTextsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/schedule");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", "/tmp");

    @TempDir
    Path folder;

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Job> jobs = Map.of(
                "daily", Jobs.plain(Jobs.DAILY),
                "weekly", Jobs.plain(Jobs.WEEKLY),
                "every-6h", Jobs.plain(Jobs.every("6H")),
                "every-15m", Jobs.plain(Jobs.every("15M")),
                "odd", Jobs.odd(Jobs.DAILY));
        jobs.forEach((name, job) -> {
            String script = name.equals("odd") ? Jobs.oddFolder() + "/cron-job.sh" : "/home/ada/cron-job.sh";
            texts.put("cron-" + name + ".crontab", CronText.block(job, script));
            texts.put("systemd-" + name + ".timer", SystemdText.timer(job));
            texts.put("launchd-" + name + ".plist", LaunchdText.plist(job));
        });
        texts.put("cron-job.sh", CronText.script(Jobs.plain(Jobs.DAILY)));
        texts.put("cron-job-odd.sh", CronText.script(Jobs.odd(Jobs.DAILY)));
        texts.put("systemd.service", SystemdText.service(Jobs.plain(Jobs.DAILY)));
        texts.put("systemd-every-15m.service", SystemdText.service(Jobs.plain(Jobs.every("15M"))));
        texts.put("systemd-odd.service", SystemdText.service(Jobs.odd(Jobs.DAILY)));
        texts.put("config.ddevbak.yaml", new HookFile("/opt/o'brien $x/ddevbak", HookFile.LIMIT).text());
        return texts;
    }

    static Stream<String> names() {
        return texts().keySet().stream();
    }

    /** {@code -Dgolden.write=true} writes what is generated now, to be looked at in the diff. */
    @ParameterizedTest
    @MethodSource("names")
    void theGeneratedTextIsTheOneThatWasReadAndApproved(String name) throws Exception {
        Path golden = GOLDEN.resolve(name);
        String text = Objects.requireNonNull(texts().get(name));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyApprovedTextIsGenerated() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).hasSameElementsAs(texts().keySet());
        }
    }

    @Test
    void thePropertyListIsXmlThatGivesEveryWordBack() throws Exception {
        Job job = Jobs.odd(Jobs.WEEKLY);

        List<String> strings = new ArrayList<>();
        NodeList elements = xml(LaunchdText.plist(job)).getElementsByTagName("string");
        for (int i = 0; i < elements.getLength(); i++) {
            strings.add(elements.item(i).getTextContent());
        }

        assertThat(strings).containsAll(job.command());
        assertThat(strings).containsAll(job.environment().values());
        assertThat(strings).contains(job.log());
    }

    @Test
    void aPropertyListAlternatesKeysAndValues() throws Exception {
        Element dict = (Element) xml(LaunchdText.plist(Jobs.plain(Jobs.DAILY)))
                .getElementsByTagName("dict")
                .item(0);

        List<String> kinds = new ArrayList<>();
        for (Node child = dict.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                kinds.add(element.getTagName());
            }
        }

        assertThat(kinds).hasSizeGreaterThan(10);
        for (int i = 0; i < kinds.size(); i++) {
            assertThat(kinds.get(i).equals("key")).as("element %s", i).isEqualTo(i % 2 == 0);
        }
    }

    @Test
    void theSystemsOwnProgramTakesTheUnits() throws Exception {
        assumeTrue(new Programs(ENVIRONMENT).find("systemd-analyze").isPresent(), "no systemd-analyze");
        Path odd = Files.createDirectories(folder.resolve("o'brien & 100% \"ü\" $HOME"));
        Path program = Files.writeString(odd.resolve("ddevbak"), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Job job = new Job(
                Jobs.DAILY,
                List.of(program.toString(), "all", "--exclude", "$HOME \\ ;"),
                Jobs.odd(Jobs.DAILY).environment(),
                "/tmp/log");
        Path service = Files.writeString(folder.resolve("ddevbak.service"), SystemdText.service(job));
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", service.toString()));
        for (Rhythm rhythm : List.of(Jobs.DAILY, Jobs.WEEKLY, Jobs.every("12H"), Jobs.every("15M"))) {
            Path timers = Files.createDirectories(folder.resolve(rhythm.words().replace(' ', '-')));
            Path timer = Files.writeString(timers.resolve("ddevbak.timer"), SystemdText.timer(Jobs.plain(rhythm)));
            command.add(timer.toString());
        }

        ProcessResult result = run(Invocation.of(command));

        assertThat(result.stderrTail()).doesNotContain("ddevbak.service:").doesNotContain("ddevbak.timer:");
    }

    @Test
    void theScriptGivesTheJobItsWordsAndItsEnvironmentWhateverIsInThem() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("o'brien & <sons> 100% \"ü\" $HOME"));
        Path program = Files.writeString(
                odd.resolve("ddevbak"), "#!/bin/sh\nprintf '%s\\n' \"$@\" \"$DDEVBAK_NOTE\" \"$HOME\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Job source = Jobs.odd(Jobs.DAILY);
        Job job = new Job(
                Jobs.DAILY,
                List.of(program.toString(), "all", "--exclude", "*;$(x)"),
                source.environment(),
                odd.resolve("job.log").toString());
        Path script = Files.writeString(odd.resolve("cron-job.sh"), CronText.script(job));

        ProcessResult result = run(Invocation.of("/bin/sh", script.toString()));

        assertThat(result.ok()).as(result.stderrTail()).isTrue();
        assertThat(Files.readString(odd.resolve("job.log")))
                .isEqualTo("all\n--exclude\n*;$(x)\n" + source.environment().get("DDEVBAK_NOTE") + "\n"
                        + source.environment().get("HOME") + "\n");
    }

    @Test
    void aLogThatGrewTooLongIsPutAside() throws Exception {
        Path log = Files.writeString(folder.resolve("job.log"), "x".repeat(1_000_001));
        Job job = new Job(Jobs.DAILY, List.of("/bin/echo", "new"), Map.of(), log.toString());
        Path script = Files.writeString(folder.resolve("cron-job.sh"), CronText.script(job));

        run(Invocation.of("/bin/sh", script.toString()));

        assertThat(Files.readString(log)).isEqualTo("new\n");
        assertThat(folder.resolve("job.log.old")).hasSize(1_000_001);
    }

    @Test
    void cronReadsAPercentSignInThePathAsItself() {
        assertThat(CronText.block(Jobs.plain(Jobs.DAILY), "/home/100%/it's/job.sh"))
                .contains("\n30 12-23 * * * /bin/sh '/home/100\\%/it'\\''s/job.sh'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M", "15M", "20M", "1H", "12H"})
    void systemdStartsTheJobAtEachOfItsTimesThoughAllTheTriesCountToo(String interval) {
        Rhythm rhythm = Jobs.every(interval);

        String text = SystemdText.service(Jobs.plain(rhythm));

        assertThat(text).contains("\nStartLimitIntervalSec=12h\n");
        long burst = text.lines()
                .filter(line -> line.startsWith("StartLimitBurst="))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1)))
                .sum();
        assertThat(rhythm.interval().multipliedBy(burst - 30)).isGreaterThanOrEqualTo(Duration.ofHours(12));
    }

    private static ProcessResult run(Invocation call) {
        return new SystemProcessRunner(new Cancellation(), ENVIRONMENT).run(call);
    }

    /** As plutil would, but that nothing is fetched: no declaration of a document's type is followed. */
    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
