package io.github.ddevbak.store;

import static io.github.ddevbak.store.GuideText.code;
import static io.github.ddevbak.store.GuideText.ofSet;

import io.github.ddevbak.project.ShellWord;
import io.github.ddevbak.store.StoredVolumes.StoredVolume;
import java.util.ArrayList;
import java.util.List;

/** The part of {@code RESTORE.md} that puts volumes of add-on services back. */
final class VolumesGuide {
    private static final String UNPACK = "'find /volume -mindepth 1 -delete && tar -C /volume --numeric-owner -xpf -'";

    private final SetRecord set;
    private final GuideText text;

    VolumesGuide(SetRecord set, GuideText text) {
        this.set = set;
        this.text = text;
    }

    void write(PartRecord part) {
        text.heading("Volumes of add-on services");
        List<StoredVolume> volumes = StoredVolumes.of(set);
        if (volumes.isEmpty()) {
            text.paragraph("No volume is in this set (" + part.state().word() + ").");
            return;
        }
        String image = Facts.of(part).text("image");
        text.paragraph(
                "Start the project first, so that the volumes are there. Then, for each, the services that use it"
                        + " are stopped and all that is in it is replaced. " + code(image)
                        + " is ddev's own image; any other with tar and find does as well.");
        List<String> commands = new ArrayList<>(List.of(
                "cd -- " + ShellWord.quoted(set.approot()), "test -f .ddev/config.yaml && ddev start --skip-hooks"));
        for (StoredVolume volume : volumes) {
            String name = ShellWord.quoted(volume.name());
            commands.add("docker ps -q --filter volume=" + name + " | xargs -r docker stop");
            commands.add("gunzip -c " + ofSet(volume.file()) + " | docker run -i --rm --user 0:0 --entrypoint sh -v "
                    + name + ":/volume " + ShellWord.quoted(image) + " -c " + UNPACK);
        }
        commands.add("ddev restart --skip-hooks");
        text.commands(commands);
    }
}
