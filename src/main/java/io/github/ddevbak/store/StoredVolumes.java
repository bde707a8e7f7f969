package io.github.ddevbak.store;

import io.github.ddevbak.project.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The volumes of add-on services that a set holds: read from the record, and only what is among its artefacts. */
public final class StoredVolumes {
    /** The fact of the part that lists them. */
    public static final String FACT = "volumes";

    private StoredVolumes() {}

    /**
     * A volume in a set.
     *
     * @param key what the services call it
     * @param declared the name that a person knows it by
     * @param name docker's, when it was saved
     * @param file its archive in the set
     * @param files files and links in it
     * @param bytes what its files come to
     */
    public record StoredVolume(String key, String declared, String name, String file, long files, long bytes) {}

    /** Where the archive of a volume lies in its set. */
    public static String path(String encodedName) {
        return Part.VOLUMES.word() + "/" + encodedName + ".tar.gz";
    }

    /** What the part says of one. */
    public static Map<String, Object> facts(StoredVolume volume, long fileBytes, String fileSha256) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", volume.key());
        facts.put("declared", volume.declared());
        facts.put("name", volume.name());
        facts.put("file", volume.file());
        facts.put("files", volume.files());
        facts.put("plainBytes", volume.bytes());
        facts.put("fileBytes", fileBytes);
        facts.put("fileSha256", fileSha256);
        return facts;
    }

    /** Those in the set, in the order they were saved. */
    public static List<StoredVolume> of(SetRecord set) {
        Set<String> paths = set.artefacts().stream()
                .filter(artefact -> artefact.part() == Part.VOLUMES)
                .map(Artefact::path)
                .collect(Collectors.toSet());
        return set.parts().stream()
                .filter(part -> part.part() == Part.VOLUMES)
                .flatMap(part -> Facts.of(part).maps(FACT).stream())
                .map(StoredVolumes::volume)
                .filter(volume -> paths.contains(volume.file()))
                .toList();
    }

    private static StoredVolume volume(Facts facts) {
        return new StoredVolume(
                facts.text("key"),
                facts.text("declared"),
                facts.text("name"),
                facts.text("file"),
                facts.number("files"),
                facts.number("plainBytes"));
    }
}
