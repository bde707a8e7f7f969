package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** What comes between a right answer and the caller: noise, bad bytes, a line too many. */
final class Distortion {
    private static final byte[] NOT_UTF8 = {'c', 'a', 'f', (byte) 0xe9, ' ', (byte) 0xff, (byte) 0xfe, '\n'};
    private static final String BEFORE = """
            Network ddev_default created
            {"level":"info","msg":"hook says hello","time":"2026-11-22T16:57:56Z"}
            {"not": json
            """;
    private static final String AFTER = """
            done.
            {"level":"info","msg":"bye","time":"2026-11-22T16:57:56Z"}
            []
            """;

    private Distortion() {}

    static Said of(Said said, Strikes strikes, String program) {
        Said heard = said;
        if (strikes.has(Fault.Kind.JSON_NOISE)) {
            heard = heard.saying(joined(BEFORE.getBytes(UTF_8), heard.stdout(), AFTER.getBytes(UTF_8)), heard.stderr());
        }
        if (strikes.has(Fault.Kind.NOT_UTF8)) {
            heard = heard.saying(joined(NOT_UTF8, heard.stdout()), joined(NOT_UTF8, heard.stderr()));
        }
        if (strikes.has(Fault.Kind.UNEXPECTED_STDERR)) {
            byte[] line = (program + ": Warning: something nobody expected\n").getBytes(UTF_8);
            heard = heard.saying(heard.stdout(), joined(line, heard.stderr()));
        }
        return heard;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
