package io.github.ddevbak.backup;

import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files count as configuration that a restore needs, and which of them ddev makes again by itself. */
final class PreciousConfig {
    /** Bytes of a file in which ddev's own mark is looked for; ddev writes it near the top. */
    private static final int MARK_WITHIN = 4096;

    /** Marks a file as ddev's own until the user takes the mark out (ddev v1.25.3, pkg/nodeps DdevFileSignature). */
    private static final String MARK = "#ddev-generated";

    /** Files by name, wherever they lie: what frameworks keep out of git because it holds secrets or local settings. */
    private static final List<String> NAMES = List.of(
            ".env",
            ".env.*",
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

    /** Made anew by ddev (FACTS of its generated .ddev/.gitignore, v1.22.7 to v1.25.3), or no configuration. */
    private static final Pattern MADE_AGAIN =
            Pattern.compile("\\.ddev/(db_snapshots|\\.importdb[^/]*|\\.[^/]*downloads|\\.homeadditions"
                    + "|\\.dbimageBuild|\\.webimageBuild|\\.ssh-agent|import\\.yaml|\\.ddev-docker-[^/]*\\.yaml"
                    + "|commands/\\.gitattributes|mutagen/\\.start-synced|traefik/certs/[^/]*|\\.gitignore)(/.*)?"
                    + "|\\.ddev/(.*/)?(README\\.[^/]*|[^/]*\\.example)"
                    + "|(.*/)?(\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    private static final Set<String> NOT_WALKED =
            Set.of(".git", "node_modules", "vendor", "db_snapshots", "files", "uploads", "fileadmin", "cache");

    /** Folders below the approot that are looked into where git cannot be asked. */
    private static final int DEPTH = 6;

    private PreciousConfig() {}

    static List<String> pathspecs(Project project) {
        List<String> specs = new ArrayList<>(List.of(".ddev"));
        for (String name : NAMES) {
            specs.add(":(glob)**/" + name);
        }
        return specs;
    }

    /** Whether ddev would not make this file again by itself. */
    static boolean wanted(Path approot, String path) {
        boolean template = path.endsWith(".example") || path.endsWith(".dist") || path.endsWith(".sample");
        boolean installed = ("/" + path).contains("/node_modules/") || ("/" + path).contains("/vendor/");
        return !template && !installed && !MADE_AGAIN.matcher(path).matches() && !marked(approot.resolve(path));
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

    /** The same choice without git: everything below .ddev, and the named files not too deep in the tree. */
    static List<String> walk(Project project) throws IOException {
        List<String> found = new ArrayList<>();
        Path root = project.approot();
        Set<String> named = Set.copyOf(NAMES);
        Files.walkFileTree(root, Set.of(), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = !folder.equals(root)
                        && NOT_WALKED.contains(folder.getFileName().toString());
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path relative = root.relativize(file);
                String name = file.getFileName().toString();
                boolean precious = relative.startsWith(".ddev") || named.contains(name) || name.startsWith(".env.");
                if (precious && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                    found.add(relative.toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (root.relativize(file).startsWith(".ddev")) {
                    throw why;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(found);
        return found;
    }
}
