package io.github.ddevbak.store;

import static io.github.ddevbak.store.GuideText.ofSet;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of {@code RESTORE.md} that put configuration and user files back. */
final class FilesGuide {
    /** Perl and its JSON::PP come with git. */
    private static final String MODES = "perl -MJSON::PP -MEncode -ne '$e = decode_json($_);"
            + " next if $e->{type} ne \"file\"; $p = $e->{pathBytes};"
            + " if (defined $p) { $p =~ s/%(..)/chr hex $1/ge } else { $p = encode(\"UTF-8\", $e->{path}) }"
            + " chmod(oct $e->{mode}, \"./$p\") or warn \"$p: $!\\n\"' ";

    private final SetRecord set;
    private final GuideText text;

    FilesGuide(SetRecord set, GuideText text) {
        this.set = set;
        this.text = text;
    }

    void configuration(PartRecord part) {
        List<String> paths = paths(Part.CONFIG);
        text.heading("Configuration");
        if (paths.isEmpty()) {
            absent(part, "No configuration is in this set.", "Git had all of the project's configuration.");
            return;
        }
        text.paragraph("These files were not in Git as they were. This overwrites the ones that are there.");
        Set<String> commands = new LinkedHashSet<>(List.of(enter()));
        for (String path : paths) {
            String target = path.startsWith("config/") ? path.substring("config/".length()) : path;
            if (target.contains("/")) {
                commands.add("mkdir -p -- " + ShellWord.quoted(target.substring(0, target.lastIndexOf('/'))));
            }
            commands.add("cp -p -- " + ofSet(path) + " " + ShellWord.quoted(target));
        }
        text.commands(List.copyOf(commands));
    }

    void userFiles(PartRecord part) {
        Facts facts = Facts.of(part);
        text.heading("Files");
        if (facts.texts("dirs").isEmpty()) {
            absent(part, "Nothing is known of the project's user files.", "The project had no user files.");
            return;
        }
        boolean copied = facts.map("copied").number("files") > 0;
        text.paragraph("User files were in "
                + String.join(
                        ", ", facts.texts("dirs").stream().map(GuideText::code).toList()) + ": "
                + facts.number("files") + " files, " + facts.number("bytes") + " bytes. " + whence(facts, copied));
        if (!facts.texts("pull").isEmpty()) {
            text.paragraph("This brings them back from there, in place of those that are there"
                    + (facts.texts("uncovered").isEmpty()
                            ? ":"
                            : ", but not those of "
                                    + String.join(
                                            ", ",
                                            facts.texts("uncovered").stream()
                                                    .map(GuideText::code)
                                                    .toList())
                                    + ":"));
            List<String> commands = new ArrayList<>(List.of(enter()));
            commands.addAll(facts.texts("pull"));
            text.commands(commands);
        }
        if (copied) {
            copies(facts);
        }
        if (paths(Part.FILES).contains("files/" + Manifest.NAME)) {
            text.paragraph("Once they are back, this tells which are missing or not as they were (on macOS with "
                    + GuideText.code("shasum -a 256 -c --quiet") + "):");
            text.commands(List.of(enter(), "sha256sum -c --strict --quiet " + ofSet("files/" + Manifest.NAME)));
        }
    }

    private static String whence(Facts facts, boolean copied) {
        long copies = facts.map("copied").number("files");
        String here = !copied
                ? "They are not in this set"
                : copies == facts.number("files") ? "They are in this set" : copies + " of them are in this set";
        if (copied && !facts.texts("uncovered").isEmpty()) {
            return here + ", the others come back from " + GuideText.code(facts.text("upstream")) + ".";
        }
        return facts.text("upstream").isEmpty()
                ? here + (copied ? "." : ", and no place is known where they would come back from.")
                : here + "; they come back from " + GuideText.code(facts.text("upstream")) + (copied ? " too." : ".");
    }

    /** Folder by folder: copying the whole tree at once would change the mode of the project's own folder. */
    private void copies(Facts facts) {
        text.paragraph(
                "This puts the copies in this set back, over those that are there. In the set they are read-only,"
                        + " as sets share them: never change them there. The last line makes them writable.");
        List<String> commands = new ArrayList<>(List.of(enter()));
        List<String> dirs = facts.map("copied").texts("dirs");
        String words = String.join(" ", dirs.stream().map(ShellWord::quoted).toList());
        commands.add("mkdir -p -- " + words);
        for (String dir : dirs) {
            commands.add("cp -a -f -- " + ofSet("files/data/" + dir + "/.") + " " + ShellWord.quoted(dir + "/"));
        }
        commands.add("chmod -R u+rwX,go+rX -- " + words);
        text.commands(commands);
        text.paragraph("Where it matters which files were executable or closed to others: their modes are in "
                + GuideText.code("files/manifest.jsonl") + ", and this gives them back:");
        text.commands(List.of(enter(), MODES + ofSet("files/manifest.jsonl")));
    }

    private void absent(PartRecord part, String otherwise, String none) {
        text.paragraph(
                part.state() == PartState.NONE
                        ? none
                        : otherwise + " The part is " + part.state().word() + ".");
        text.bullets(part.findings().stream().map(Finding::sentence).toList());
    }

    private List<String> paths(Part part) {
        return set.artefacts().stream()
                .filter(artefact -> artefact.part() == part)
                .map(Artefact::path)
                .toList();
    }

    private String enter() {
        return "cd -- " + ShellWord.quoted(set.approot());
    }
}
