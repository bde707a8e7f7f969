package io.github.ddevbak.files;

import io.github.ddevbak.project.Project;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where sites of a type keep files of their users beside the upload directories that ddev knows. */
final class UsualFolders {
    /** By type; {@code %} stands for the docroot, a star for any one name. */
    private static final Map<String, List<String>> BY_TYPE = Map.ofEntries(
            Map.entry("drupal", List.of("%/sites/*/files", "%/sites/*/private", "%/private", "private")),
            Map.entry("backdrop", List.of("%/private", "private")),
            Map.entry("wordpress", List.of("%/wp-content/blogs.dir")),
            Map.entry("typo3", List.of("%/uploads")),
            Map.entry("laravel", List.of("storage/app", "%/uploads")),
            Map.entry("asterios", List.of("storage/app", "%/uploads")),
            Map.entry("craftcms", List.of("%/uploads", "%/assets", "storage/rebrand")),
            Map.entry("symfony", List.of("%/uploads")),
            Map.entry("cakephp", List.of("%/uploads", "%/files")),
            Map.entry("shopware6", List.of("files")),
            Map.entry("php", List.of("%/uploads")),
            Map.entry("generic", List.of("%/uploads")));

    private UsualFolders() {}

    /** Those that are there, relative to the approot. */
    static List<String> of(Project project) {
        String type = project.type().toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String pattern : BY_TYPE.getOrDefault(type.matches("drupal[0-9]+") ? "drupal" : type, List.of())) {
            String docroot = project.docroot();
            String path = pattern.replace("%/", docroot.isEmpty() ? "" : docroot + "/");
            if (!project.approot().resolve(path).normalize().startsWith(project.approot())) {
                continue;
            }
            expand(project.approot(), path).stream()
                    .filter(folder -> !found.contains(folder))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<String> expand(Path approot, String path) {
        int star = path.indexOf('*');
        if (star < 0) {
            return folder(approot.resolve(path)) ? List.of(path) : List.of();
        }
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(approot.resolve(path.substring(0, star)))) {
            for (Path name : names) {
                String each = path.substring(0, star) + name.getFileName() + path.substring(star + 1);
                if (folder(approot.resolve(each))) {
                    found.add(each);
                }
            }
        } catch (IOException | InvalidPathException none) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    private static boolean folder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
