package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that a restore needs although Git is often told to ignore them: secrets and settings of one machine. */
public final class PreciousFiles {
    /** Folder of ddev's configuration, relative to the approot; everything in it that ddev does not make is precious. */
    public static final String DDEV = ".ddev";

    /** Bytes of a file in which ddev's own mark is looked for; ddev writes it near the top. */
    private static final int MARK_WITHIN = 4096;

    /** Marks a file as ddev's own until the user takes the mark out (ddev v1.25.3, pkg/nodeps DdevFileSignature). */
    private static final String MARK = "#ddev-generated";

    /** Files by name, wherever they lie: what frameworks keep out of git because it holds secrets or local settings. */
    private static final List<String> NAMES = List.of(
            ".env",
            "settings.local.php",
            "services.local.yml",
            "wp-config.php",
            "wp-config-local.php",
            "auth.json",
            "local.xml",
            "env.php",
            "LocalConfiguration.php",
            "config.inc.php",
            "configuration.php",
            "settings.php");

    private static final Set<String> NAMED = Set.copyOf(NAMES);

    private static final String VARIANTS = ".env.";

    /** Made anew by ddev (its generated .ddev/.gitignore, v1.22.7 to v1.25.3), or no configuration. */
    private static final Pattern MADE_AGAIN =
            Pattern.compile("\\.ddev/(db_snapshots|\\.importdb[^/]*|\\.[^/]*downloads|\\.homeadditions"
                    + "|\\.dbimageBuild|\\.webimageBuild|\\.ssh-agent|import\\.yaml|\\.ddev-docker-[^/]*\\.yaml"
                    + "|commands/\\.gitattributes|mutagen/\\.start-synced|traefik/certs/[^/]*|\\.gitignore)(/.*)?"
                    + "|\\.ddev/(.*/)?(README\\.[^/]*|[^/]*\\.example)"
                    + "|(.*/)?(\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    private PreciousFiles() {}

    /** Literal paths and {@code :(glob)} patterns that together match every such file. */
    public static List<String> pathspecs() {
        return Stream.concat(
                        Stream.of(DDEV, ":(glob)**/" + VARIANTS + "*"),
                        NAMES.stream().map(name -> ":(glob)**/" + name))
                .toList();
    }

    /** Whether the path, relative to the approot and with {@code /}, is of such a file by its name alone. */
    public static boolean named(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith(DDEV + "/") || NAMED.contains(name) || name.startsWith(VARIANTS);
    }

    /** Whether nothing else would make this file again: neither ddev nor a package manager, and it is no template. */
    public static boolean wanted(Path approot, String path) {
        boolean template = path.endsWith(".example") || path.endsWith(".dist") || path.endsWith(".sample");
        boolean installed = ("/" + path).contains("/node_modules/") || ("/" + path).contains("/vendor/");
        return !template && !installed && !MADE_AGAIN.matcher(path).matches() && !marked(approot.resolve(path));
    }

    /** The loss of these ignored files, relative to the approot. */
    public static Finding finding(List<String> paths) {
        return Finding.loss(
                "code.ignored-precious",
                Words.count(paths.size(), "file") + " that a restore needs and Git ignores" + Words.names(paths) + ".",
                "ddevbak all saves " + (paths.size() == 1 ? "it" : "them") + " into the set; or keep a copy elsewhere");
    }

    /** The same where the set holds them. */
    public static Finding saved(List<String> paths) {
        return Finding.info(
                "code.ignored-precious",
                Words.count(paths.size(), "file") + " that a restore needs and Git ignores"
                        + (paths.size() == 1 ? " is" : " are") + " in the set" + Words.names(paths) + ".");
    }

    /** Whether a file is one of them, there, and not empty. */
    static boolean lostWithout(Path approot, String path) {
        return named(path) && wanted(approot, path) && filled(approot.resolve(path));
    }

    /** A link counts where it leads to something: the link itself is a setting of this machine. */
    private static boolean filled(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static boolean marked(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MARK_WITHIN), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
