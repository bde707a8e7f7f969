package io.github.ddevbak.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that is wrong with a configuration file, found by reading it again without what was wrong before. */
public final class Objections {
    /** Whoever has more to mend runs it again. */
    static final int MOST = 50;

    private Objections() {}

    /** A sentence for each, none where the file can be used; what only follows from another is not told. */
    public static List<String> to(Path file, SettingsScope scope) {
        List<String> objections = new ArrayList<>();
        Set<List<Object>> aside = new HashSet<>();
        try {
            if (!Files.isRegularFile(file)) {
                throw new SettingsException(SettingsValues.named(file) + " is no file. Check the path.");
            }
            String text = SettingsValues.text(file);
            while (objections.size() < MOST && !usable(file, text, aside, scope, objections)) {}
        } catch (SettingsException e) {
            objections.add(String.valueOf(e.getMessage()));
        }
        return objections;
    }

    private static boolean usable(
            Path file, String text, Set<List<Object>> aside, SettingsScope scope, List<String> objections) {
        try {
            SettingsFile.read(SettingsValues.of(file, text, aside), scope);
            return true;
        } catch (SettingsException e) {
            if (aside.stream().noneMatch(path -> startsWith(path, e.at()))) {
                objections.add(String.valueOf(e.getMessage()));
            }
            List<Object> leave = e.at();
            while (aside.contains(leave)) {
                leave = leave.subList(0, leave.size() - 1);
            }
            aside.add(List.copyOf(leave));
            return leave.isEmpty();
        }
    }

    private static boolean startsWith(List<Object> path, List<Object> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }
}
