package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Which calls the simulated programs got, in order; on disk, so that faults can count over several processes. */
final class CallLog {
    private final Path file;

    /** One call. */
    record Entry(Fault.Command command, String project) {}

    CallLog(Path file) {
        this.file = file;
    }

    /** Notes the call, and returns all calls so far with this one at the end. */
    List<Entry> add(Fault.Command command, String project) throws IOException {
        String line = command + "\t" + project.replaceAll("\\p{Cntrl}", "?") + "\n";
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return all();
    }

    List<Entry> all() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, UTF_8)) {
                String[] words = line.split("\t", -1);
                entries.add(new Entry(Fault.Command.valueOf(words[0]), words[1]));
            }
        }
        return entries;
    }
}
