package io.github.ddevbak.git;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names as git has them: bytes, kept in a text of which each character stands for one. */
final class RawName {
    private RawName() {}

    static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** As text for a person; bytes that are none become U+FFFD. */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The file of this relative path, whatever the locale: the URI form of a path holds the bytes themselves. */
    static Path under(Path folder, String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return folder.resolve(name);
        }
        String base = folder.toUri().getRawPath();
        StringBuilder uri = new StringBuilder("file://").append(base).append(base.endsWith("/") ? "" : "/");
        for (byte b : bytes(name)) {
            if (b == '/') {
                uri.append('/');
            } else {
                uri.append('%').append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
            }
        }
        return Path.of(URI.create(uri.toString()));
    }
}
