package io.github.ddevbak.database;

import io.github.ddevbak.project.Printable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be in the archive of a volume: files, folders, pipes and links, none of which can make an unpacking tar write
 * outside the folder it is told. A link may point anywhere, as those of services do, but nothing may lie behind one.
 */
final class VolumeEntries implements TarEntries {
    private static final String KINDS = "01256";

    /** Folders' names that are links, without a slash at the end. */
    private final Set<String> links = new HashSet<>();

    @Override
    public Optional<String> objection(char type, String name, String target) {
        Optional<String> wrong = KINDS.indexOf(type) < 0
                ? Optional.of("is neither a file, a folder, a pipe nor a link")
                : leadsOut(name)
                        .or(() -> type == '1' ? leadsOut(target).map(why -> "is a link to what " + why) : none());
        if (wrong.isEmpty() && type == '2') {
            links.add(String.join("/", words(name)));
        }
        return wrong.map(why -> "'" + Printable.text(name) + "', which " + why);
    }

    private Optional<String> leadsOut(String name) {
        List<String> words = words(name);
        if (name.isEmpty() || name.startsWith("/") || words.contains("..")) {
            return Optional.of("leads out of the volume");
        }
        for (int above = 1; above < words.size(); above++) {
            if (links.contains(String.join("/", words.subList(0, above)))) {
                return Optional.of("lies behind a link");
            }
        }
        return none();
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("/", -1))
                .filter(word -> !word.isEmpty() && !word.equals("."))
                .toList();
    }
}
