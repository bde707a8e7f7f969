package io.github.ddevbak.store;

import static io.github.ddevbak.store.GuideText.code;

import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of {@code RESTORE.md}: how to restore one set by hand, with its real names and commands, without ddevbak. */
public final class RestoreGuide {
    private final SetRecord set;
    private final GuideText text = new GuideText();

    private RestoreGuide(SetRecord set) {
        this.set = set;
    }

    /** The whole text, Markdown; the same for the same record. */
    public static String text(SetRecord set) {
        RestoreGuide guide = new RestoreGuide(set);
        guide.introduction();
        guide.check();
        FilesGuide files = new FilesGuide(set, guide.text);
        guide.part(Part.CODE).ifPresent(part -> new CodeGuide(guide.set, part, guide.text).write());
        guide.part(Part.CONFIG).ifPresent(files::configuration);
        guide.part(Part.DATABASE).ifPresent(part -> new DatabaseGuide(guide.set, part, guide.text).write());
        guide.part(Part.VOLUMES).ifPresent(new VolumesGuide(set, guide.text)::write);
        guide.part(Part.FILES).ifPresent(files::userFiles);
        return guide.text.toString();
    }

    /** The commands that check the set, as word lists to be run in its folder; those of the text's first block. */
    public static List<List<String>> checks(SetRecord set) {
        List<List<String>> checks = new ArrayList<>();
        checks.add(List.of("sha256sum", "-c", "--strict", Manifest.NAME));
        for (Artefact artefact : set.artefacts()) {
            if (artefact.part() == Part.DATABASE || artefact.part() == Part.VOLUMES) {
                DumpFormat.ofFile(artefact.path())
                        .map(DumpFormat::testing)
                        .filter(test -> !test.isEmpty())
                        .ifPresent(test -> checks.add(with(test, artefact.path())));
            }
        }
        return checks;
    }

    private static List<String> with(List<String> command, String file) {
        List<String> words = new ArrayList<>(command);
        words.add(file);
        return words;
    }

    private Optional<PartRecord> part(Part part) {
        return set.parts().stream().filter(one -> one.part() == part).findFirst();
    }

    private void introduction() {
        boolean global = set.project().equals(Destination.GLOBAL.text())
                && set.statusFound().isEmpty();
        String whose = global ? "ddev's global configuration" : "the DDEV project " + code(set.project());
        text.heading("Restoring " + (global ? whose : set.project()) + " as of " + set.created());
        text.paragraph("This folder is the backup set " + code(set.id()) + " of " + whose
                + (set.type().isEmpty() ? "" : " (type " + code(set.type()) + ")") + ", whose folder was "
                + code(set.approot())
                + (set.statusFound().isEmpty() ? "" : " and which was found " + set.statusFound())
                + ". Everything below is done with ddev, git and the usual tools; ddevbak is not needed."
                + " To restore to another folder, replace that path in the commands.");
        text.bullets(set.parts().stream()
                .map(part -> part.part().word() + ": " + part.state().word())
                .toList());
        if (!set.versions().isEmpty()) {
            text.paragraph("Made with " + versions(set.versions()) + ".");
        }
        List<String> losses = set.parts().stream()
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.severity().compareTo(Severity.LOSS) >= 0)
                .map(Finding::sentence)
                .toList();
        if (!losses.isEmpty()) {
            text.paragraph("Known to be missing from this set, or from what it relies on:")
                    .bullets(losses);
        }
    }

    private static String versions(Map<String, String> versions) {
        List<String> all = new ArrayList<>();
        versions.forEach((tool, version) -> all.add(tool + " " + version));
        return String.join(", ", all);
    }

    private void check() {
        text.heading("Check the set");
        text.paragraph("In a terminal, in the folder of this file. Every line must end without an error. The last one"
                + " remembers the folder for the steps that follow, so stay in this terminal.");
        List<String> commands =
                new ArrayList<>(checks(set).stream().map(GuideText::typed).toList());
        commands.add("SET=$PWD");
        text.commands(commands);
        text.paragraph("On macOS the first line is " + code("shasum -a 256 -c " + Manifest.NAME) + "."
                + (commands.stream().anyMatch(line -> line.startsWith("zstd "))
                        ? " zstd may have to be installed."
                        : ""));
    }
}
