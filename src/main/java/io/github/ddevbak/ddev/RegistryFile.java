package io.github.ddevbak.ddev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * Reads one of ddev's global YAML files with every scalar as the text it is, for a project may be called {@code 123}
 * or {@code no}; with bounds that a hostile file cannot pass.
 */
final class RegistryFile {
    private static final int LARGEST = 4 << 20;
    private static final int DEEPEST = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new TextSchema())
            .setMaxAliasesForCollections(50)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(LARGEST)
            .build();

    private RegistryFile() {}

    /** Nothing is a number or a truth. */
    private static final class TextSchema extends JsonSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return (value, implicit) -> value.isEmpty() && implicit ? Tag.NULL : Tag.STR;
        }
    }

    /**
     * The mapping at the top of the file; empty where the file is missing or empty.
     *
     * @throws RegistryUnreadableException where it is anything else
     */
    static Map<?, ?> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new RegistryUnreadableException(file, "it is larger than 4 MiB");
            }
            return mapping(file, new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            return Map.of();
        }
    }

    private static Map<?, ?> mapping(Path file, String text) throws RegistryUnreadableException {
        try {
            refuseDepth(file, text);
            Object top = new Load(SETTINGS).loadFromString(text);
            if (top == null) {
                return Map.of();
            }
            if (top instanceof Map<?, ?> map) {
                return map;
            }
            throw new RegistryUnreadableException(file, "it does not map names to folders");
        } catch (MarkedYamlEngineException wrong) {
            throw new RegistryUnreadableException(file, position(wrong));
        } catch (YamlEngineException wrong) {
            throw new RegistryUnreadableException(file, "it is not YAML text");
        }
    }

    /** The loader recurses once for each level, the parser does not. */
    private static void refuseDepth(Path file, String text) throws RegistryUnreadableException {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new RegistryUnreadableException(file, "it is nested deeper than " + DEEPEST + " levels");
            }
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
        }
    }

    private static String position(MarkedYamlEngineException wrong) {
        return wrong.getProblemMark()
                .map(mark -> "line " + (mark.getLine() + 1) + ": " + wrong.getProblem())
                .orElse(String.valueOf(wrong.getProblem()));
    }
}
