package io.github.ddevbak.ddev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One of ddev's YAML files as plain maps, lists and scalars, with bounds that a hostile file cannot pass. */
public final class YamlFile {
    /** Bytes; ddev's own {@code config.yaml} is 12 KB with all its comments. */
    static final int LARGEST = 1 << 20;

    /** Levels of nesting; the loader recurses once for each. */
    static final int DEEPEST = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(50)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(LARGEST)
            .build();

    private YamlFile() {}

    /**
     * The mapping at the top of the file's first document, its keys in lower case as ddev reads them since v1.25.0
     * (pkg/settings/viper.go); empty for an empty file.
     *
     * @throws ConfigUnreadableException where the file is missing, not a plain file, over 1 MiB, not UTF-8 or not YAML;
     *     the message never quotes values, which may be secrets
     */
    public static Map<String, @Nullable Object> read(Path file) throws ConfigUnreadableException {
        String text = text(file);
        try {
            refuseDepth(file, text);
            Iterator<Object> documents =
                    new Load(SETTINGS).loadAllFromString(text).iterator();
            return mapping(file, documents.hasNext() ? documents.next() : null);
        } catch (MarkedYamlEngineException wrong) {
            String line = wrong.getProblemMark()
                    .map(Mark::getLine)
                    .map(zeroBased -> "line " + (zeroBased + 1) + ": ")
                    .orElse("");
            throw ConfigUnreadableException.broken(file, line + wrong.getProblem());
        } catch (YamlEngineException wrong) {
            throw ConfigUnreadableException.broken(file, "it is not YAML text");
        }
    }

    private static Map<String, @Nullable Object> mapping(Path file, @Nullable Object top)
            throws ConfigUnreadableException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (top == null) {
            return values;
        }
        if (!(top instanceof Map<?, ?> map)) {
            throw ConfigUnreadableException.broken(file, "line 1: it does not hold settings in the form name: value");
        }
        map.forEach((key, value) -> values.put(String.valueOf(key).toLowerCase(Locale.ROOT), value));
        return values;
    }

    private static void refuseDepth(Path file, String text) throws ConfigUnreadableException {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw ConfigUnreadableException.broken(file, "it is nested deeper than " + DEEPEST + " levels");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static String text(Path file) throws ConfigUnreadableException {
        if (Files.notExists(file)) {
            throw ConfigUnreadableException.missing(file);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw ConfigUnreadableException.broken(file, "it is not a plain file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw ConfigUnreadableException.broken(file, "it is larger than 1 MiB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw ConfigUnreadableException.broken(file, "it is not UTF-8 text");
        } catch (IOException wrong) {
            throw ConfigUnreadableException.broken(
                    file, "reading it failed (" + wrong.getClass().getSimpleName() + "); check its permissions");
        }
    }
}
