package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call says on its two streams: text with or without colours, or a JSON object a line, as ddev v1.25.3 does
 * (pkg/util, pkg/output).
 */
final class Voice {
    private final boolean json;
    private final boolean colour;
    private final Clock clock;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    Voice(boolean json, boolean colour, Clock clock) {
        this.json = json;
        this.colour = colour;
        this.clock = clock;
    }

    void info(String message) {
        say(stdout, "info", message, "");
    }

    void success(String message) {
        say(stdout, "info", message, "32");
    }

    void notice(String message) {
        say(stderr, "warning", message, "35");
    }

    void warning(String message) {
        say(stderr, "warning", message, "33");
    }

    /** Red in text; in JSON a mere warning, as ddev has it (300, 301). */
    void failure(String message) {
        say(stderr, "warning", message, "31");
    }

    void error(String message) {
        say(stderr, "error", message, "31");
    }

    /** The last words before exit 1. */
    void fatal(String message) {
        say(stderr, "fatal", message, "31");
    }

    /** A drawn table, and under {@code -j} the data as well. */
    void data(String table, Object raw) {
        if (json) {
            stdout.writeBytes(line("info", table, raw).getBytes(UTF_8));
        } else {
            out(table + "\n");
        }
    }

    /** Bytes for stdout as they are. */
    void out(String text) {
        stdout.writeBytes(text.getBytes(UTF_8));
    }

    void out(byte[] bytes) {
        stdout.writeBytes(bytes);
    }

    /** Text for stderr as it is. */
    void err(String text) {
        stderr.writeBytes(text.getBytes(UTF_8));
    }

    void err(byte[] bytes) {
        stderr.writeBytes(bytes);
    }

    String green(String text) {
        return colour ? "\u001b[32m" + text + "\u001b[0m" : text;
    }

    /** All that was said, with the exit code. */
    Said exit(int code) {
        return new Said(stdout.toByteArray(), stderr.toByteArray(), code);
    }

    private void say(ByteArrayOutputStream stream, String level, String message, String code) {
        String text = colour && !code.isEmpty() ? "\u001b[" + code + "m" + message + "\u001b[0m" : message;
        stream.writeBytes((json ? line(level, message, null) : text + "\n").getBytes(UTF_8));
    }

    private String line(String level, String message, @Nullable Object raw) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("level", level);
        object.put("msg", message);
        if (raw != null) {
            object.put("raw", raw);
        }
        object.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return GoJson.text(object) + "\n";
    }
}
