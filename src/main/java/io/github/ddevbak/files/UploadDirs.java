package io.github.ddevbak.files;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Where a project keeps its user files: the configured upload directories, else its type's own. */
public final class UploadDirs {
    /** By type, relative to the docroot (ddev development head of 2026-08-22, pkg/ddevapp/apptypes.go). */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("drupal", "sites/default/files"),
            Map.entry("backdrop", "files"),
            Map.entry("wordpress", "wp-content/uploads"),
            Map.entry("wp-bedrock", "app/uploads"),
            Map.entry("typo3", "fileadmin"),
            Map.entry("shopware6", "media"),
            Map.entry("magento", "media"),
            Map.entry("magento2", "media"),
            Map.entry("maho", "media"),
            Map.entry("silverstripe", "assets"),
            Map.entry("joomla", "images"),
            Map.entry("codeigniter", "writable/uploads"),
            Map.entry("modx", "assets"));

    private UploadDirs() {}

    /**
     * The directories relative to the approot, '/'-separated, normalised, sorted, none inside another; empty where the
     * type has none. What leaves the project is left out: see {@link #findings}.
     */
    public static List<String> of(Project project) {
        TreeSet<String> inside = new TreeSet<>();
        for (String entry : entries(project)) {
            place(project, entry).filter(place -> !place.isEmpty()).ifPresent(inside::add);
        }
        return inside.stream()
                .filter(dir -> inside.stream().noneMatch(other -> dir.startsWith(other + "/")))
                .toList();
    }

    /** The one that {@code ddev pull} and {@code ddev import-files} fill; empty where there is none. */
    public static String first(Project project) {
        return entries(project).stream()
                .findFirst()
                .flatMap(entry -> place(project, entry))
                .orElse("");
    }

    /**
     * Folders that are there and where the type's sites usually keep files of users too, though ddev does not count them
     * (ddev development head of 2026-08-22): private files and further sites of Drupal, {@code storage/app} of Laravel and
     * the like. Relative to the approot, none of them in an upload directory.
     */
    public static List<String> usual(Project project) {
        List<String> dirs = of(project);
        return UsualFolders.of(project).stream()
                .filter(folder -> dirs.stream().noneMatch(dir -> folder.equals(dir) || folder.startsWith(dir + "/")))
                .toList();
    }

    /** How a folder of the project is written in {@code upload_dirs}. */
    public static String entry(Project project, String folder) {
        String docroot = place(project, "").orElse("");
        return docroot.isEmpty()
                ? folder
                : folder.startsWith(docroot + "/")
                        ? folder.substring(docroot.length() + 1)
                        : "../".repeat(docroot.split("/", -1).length) + folder;
    }

    /** What was left out, and why. */
    public static List<Finding> findings(Project project) {
        List<Finding> findings = new ArrayList<>();
        for (String entry : entries(project)) {
            Optional<String> place = place(project, entry);
            if (place.isEmpty()) {
                findings.add(Finding.loss(
                        "files.outside-project",
                        "The upload directory " + shown(entry) + " lies outside the project; it is not backed up.",
                        "Move it into the project, or back it up by itself and take it out of upload_dirs."));
            } else if (place.get().isEmpty()) {
                findings.add(wholeProject(entry));
            }
        }
        return findings;
    }

    static Finding wholeProject(String entry) {
        return Finding.loss(
                "files.whole-project",
                "The upload directory " + shown(entry) + " is the whole project; it is not taken for user files.",
                "Name the folders that hold user files in upload_dirs.");
    }

    private static String shown(String entry) {
        return "\"" + Printable.text(entry) + "\"";
    }

    private static List<String> entries(Project project) {
        List<String> configured =
                project.uploadDirs().stream().filter(entry -> !entry.isBlank()).toList();
        if (!configured.isEmpty()) {
            return configured;
        }
        String type = project.type().toLowerCase(Locale.ROOT);
        String family = type.matches("drupal[0-9]+") ? "drupal" : type;
        return Optional.ofNullable(DEFAULTS.get(family)).map(List::of).orElse(List.of());
    }

    /** The entry below the docroot, as Go's filepath.Join puts it; empty where it leaves the project. */
    private static Optional<String> place(Project project, String entry) {
        List<String> parts = new ArrayList<>();
        for (String part : (project.docroot() + "/" + entry).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
