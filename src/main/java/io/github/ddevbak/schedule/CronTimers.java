package io.github.ddevbak.schedule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The user's table of cron's: read whole, changed in one block, written whole, read again. */
public final class CronTimers implements Timers {
    private static final String TABLE = "crontab";

    private final ProcessRunner runner;
    private final MarkedFile script;

    /** @param folder the one that the job's script goes to */
    public CronTimers(ProcessRunner runner, Path folder) {
        this.runner = runner;
        this.script = new MarkedFile(folder.resolve("cron-job.sh"), MARK);
    }

    @Override
    public TimerSystem system() {
        return TimerSystem.CRON;
    }

    @Override
    public boolean usable() {
        return read().isPresent();
    }

    @Override
    public Map<String, String> texts(Job job) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(TABLE, CronText.block(job, script.path().toString()));
        texts.put(script.path().toString(), CronText.script(job));
        return texts;
    }

    @Override
    public Map<String, String> present() {
        Map<String, String> present = new LinkedHashMap<>();
        read().flatMap(CronTable::block)
                .ifPresent(block -> present.put(TABLE, new String(block.getBytes(ISO_8859_1), UTF_8)));
        script.text().ifPresent(text -> present.put(script.path().toString(), text));
        return present;
    }

    @Override
    public void install(Job job) {
        CronTable table = table();
        String block = CronText.block(job, script.path().toString());
        CronTable changed = table.with(new String(block.getBytes(UTF_8), ISO_8859_1));
        script.write(CronText.script(job));
        write(changed);
    }

    @Override
    public void remove() {
        CronTable table = table();
        if (table.block().isPresent()) {
            write(table.without());
        }
        script.remove();
    }

    /** Whether a daemon reads the table cannot be asked; that the job never began tells it. */
    @Override
    public Optional<String> asleep() {
        return Optional.empty();
    }

    @Override
    public Optional<String> condition() {
        return Optional.empty();
    }

    private CronTable table() {
        return read().orElseThrow(() -> new ScheduleRefusedException(
                "'crontab -l' does not tell your crontab. Install cron, or see 'crontab -l' for what is wrong."));
    }

    /** Empty where cron is not there or does not serve this user; a table that is not there yet is one without lines. */
    private Optional<CronTable> read() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProcessResult result = runner.run(call("-l").writing(bytes));
        if (result.ok()) {
            return Optional.of(new CronTable(bytes.toString(ISO_8859_1)));
        }
        boolean none = result.stderrTail().toLowerCase(Locale.ROOT).contains("no crontab for");
        return none ? Optional.of(new CronTable("")) : Optional.empty();
    }

    private void write(CronTable table) {
        ProcessResult result = runner.run(
                call("-").reading(new ByteArrayInputStream(table.text().getBytes(ISO_8859_1))));
        if (!result.ok()) {
            throw new ScheduleRefusedException("'crontab -' did not take the changed table ("
                    + result.ending().words() + "): " + Printable.text(result.lastWords())
                    + ". The one you have was left as it is.");
        }
        if (!table().equals(table)) {
            throw new ScheduleRefusedException("'crontab -l' does not tell the table that was just written. Look at it,"
                    + " and put it right with 'crontab -e'.");
        }
    }

    private static Invocation call(String word) {
        return Invocation.of(TABLE, word).with(Map.of("LC_ALL", "C")).within(Duration.ofSeconds(30));
    }
}
