package io.github.ddevbak.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a remote's URL says about where it is (git-clone(1), "Git URLs"; connect.c, url_is_local_not_ssh). */
final class RemoteUrl {
    private static final Pattern USER = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\s]*)@");
    private static final Pattern HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://(\\[[^]]*]|[^/:?#]*)");

    private RemoteUrl() {}

    /** The text with no password and no token in any URL of it; the user of an ssh URL is kept, as it is no secret. */
    static String withoutCredentials(String text) {
        return USER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "://" + user(found)));
    }

    private static String user(MatchResult found) {
        String name = found.group(2).split(":", 2)[0];
        return found.group(1).toLowerCase(Locale.ROOT).contains("ssh") && !name.isEmpty() ? name + "@" : "";
    }

    /** The path of a URL that git reads from the file system; empty where it would go through a network. */
    static Optional<Path> localPath(String url, Path toplevel) {
        try {
            if (url.regionMatches(true, 0, "file://", 0, 7)) {
                String path = decoded(url.substring(7));
                return Optional.of(toplevel.resolve(path.startsWith("/") ? path : "//" + path));
            }
            int colon = url.indexOf(':');
            int slash = url.indexOf('/');
            boolean local = colon < 0 || (slash >= 0 && slash < colon);
            return local ? Optional.of(toplevel.resolve(url).normalize()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a network URL names this very machine; ddev.site resolves to 127.0.0.1. */
    static boolean thisMachine(String url) {
        String bare = withoutCredentials(url);
        Matcher matcher = HOST.matcher(bare);
        String host = matcher.find() ? matcher.group(1) : bare.split(":", 2)[0];
        String name = host.substring(host.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.startsWith("127.")
                || name.endsWith(".ddev.site");
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            boolean escape = bytes[i] == '%' && high >= 0 && low >= 0;
            plain[length++] = escape ? (byte) (high * 16 + low) : bytes[i];
            i += escape ? 2 : 0;
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }
}
