package io.github.ddevbak.settings;

import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Reads what nobody else may see, from its file or command; no message of ours tells what stands there. */
public final class SecretReader {
    private static final int LONGEST = 16 << 10;

    private final ProcessRunner runner;

    public SecretReader(ProcessRunner runner) {
        this.runner = runner;
    }

    /**
     * What stands there, without white space around it.
     *
     * @param what it is, such as {@code the address}
     * @throws SecretException where it cannot be read, or there is nothing
     */
    public String read(Secret secret, String what, Duration patience) {
        String text = secret.file()
                .map(file -> ofFile(file, what))
                .or(() -> secret.command().map(line -> ofCommand(line, what, patience)))
                .orElse("")
                .strip();
        if (text.isEmpty()) {
            throw new SecretException(what + " is empty");
        }
        return text;
    }

    private static String ofFile(String file, String what) {
        Path path = Path.of(file);
        try {
            // A pipe or a device would never end.
            if (!Files.isRegularFile(path)) {
                throw new SecretException(
                        "the file with " + what + ", " + Printable.text(file) + ", is not there, or is no file");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return bounded(in.readNBytes(LONGEST + 1), what);
            }
        } catch (IOException unreadable) {
            throw new SecretException(
                    "the file with " + what + ", " + Printable.text(file) + ", cannot be read by you");
        }
    }

    private String ofCommand(String line, String what, Duration patience) {
        ProcessResult result =
                runner.run(ShellLine.call(line, Map.of(), patience).writing(new Output.Captured(LONGEST + 1)));
        if (!result.ok()) {
            throw new SecretException("the command that prints " + what + " failed ("
                    + result.ending().words() + "); run it by hand to see why");
        }
        return bounded(result.stdout().getBytes(StandardCharsets.UTF_8), what);
    }

    private static String bounded(byte[] bytes, String what) {
        if (bytes.length > LONGEST) {
            throw new SecretException(what + " is longer than any can be");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
