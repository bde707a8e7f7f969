package io.github.ddevbak.store;

import java.util.ArrayList;
import java.util.List;

/** Takes the commands out of a restore guide, as a person who copies its blocks would. */
final class GuideBlocks {
    private GuideBlocks() {}

    static List<String> lines(String guide) {
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : guide.lines().toList()) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (inside) {
                commands.add(line);
            }
        }
        return commands;
    }
}
