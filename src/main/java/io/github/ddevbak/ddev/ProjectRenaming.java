package io.github.ddevbak.ddev;

import io.github.ddevbak.project.ProjectName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a copy of a project a name of its own, so that ddev does not take it for the original. */
public final class ProjectRenaming {
    private ProjectRenaming() {}

    /** Changes the one line of {@code config.yaml} that names the project; why it could not be. */
    public static Optional<String> rename(Path approot, ProjectName name) {
        Path file = approot.resolve(".ddev").resolve("config.yaml");
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of("it has no .ddev/config.yaml");
            }
            List<String> lines = new ArrayList<>();
            lines.add("name: " + name.text());
            for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.matches("name\\s*:.*")) {
                    lines.add(line);
                }
            }
            Path beside = file.resolveSibling("config.yaml.ddevbak-new");
            Files.writeString(beside, String.join("\n", lines), StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Optional<String> now = ProjectConfig.read(approot).name();
            return now.equals(Optional.of(name.text()))
                    ? Optional.empty()
                    : Optional.of("another file in .ddev names it '" + now.orElse("") + "'; take that line out");
        } catch (IOException | ConfigUnreadableException wrong) {
            return Optional.of("its configuration cannot be changed: " + wrong.getMessage());
        }
    }
}
