package io.github.ddevbak.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.ddevbak.project.Printable;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Our own files as JSON in both directions: written for people to read too, read strictly. */
public final class Records {
    /** More than any file of ours comes to; a larger one would not fit in the memory we run in. */
    private static final int LARGEST = 32 << 20;

    /** Characters; the longest texts of ours are sentences and paths. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .addModule(Words.module())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, texts -> {
                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .build();

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT);

    private Records() {}

    /** {@code set.json}: UTF-8, indented, the fields in the record's order, a newline at the end. */
    public static byte[] json(SetRecord set) {
        return written(set);
    }

    /** A run's file, in the same form. */
    public static byte[] json(RunRecord run) {
        return written(run);
    }

    static byte[] json(SetNote note) {
        return written(note);
    }

    static byte[] json(RemoteRecord remote) {
        return written(remote);
    }

    static byte[] json(InstalledSchedule schedule) {
        return written(schedule);
    }

    static byte[] json(ScheduleFiring firing) {
        return written(firing);
    }

    static byte[] json(InstalledHook hook) {
        return written(hook);
    }

    static byte[] json(NoticeMemory memory) {
        return written(memory);
    }

    static byte[] json(HookFailure failure) {
        return written(failure);
    }

    static byte[] json(HeldServices held) {
        return written(held);
    }

    static byte[] json(StartedProject project) {
        return written(new StartedFile(StartedFile.SCHEMA, project));
    }

    /**
     * Reads a {@code set.json}.
     *
     * @throws StoredFileException where it cannot be read, is of another version, or is not exactly what we write
     */
    public static SetRecord set(Path file) {
        return read(file, SetRecord.class, SetRecord.SCHEMA);
    }

    /**
     * Reads a run's file.
     *
     * @throws StoredFileException where it cannot be read, is of another version, or is not exactly what we write
     */
    public static RunRecord run(Path file) {
        return read(file, RunRecord.class, RunRecord.SCHEMA);
    }

    static SetNote note(Path file) {
        return read(file, SetNote.class, SetNote.SCHEMA);
    }

    static RemoteRecord remote(Path file) {
        return read(file, RemoteRecord.class, RemoteRecord.SCHEMA);
    }

    static InstalledSchedule schedule(Path file) {
        return read(file, InstalledSchedule.class, InstalledSchedule.SCHEMA);
    }

    static ScheduleFiring firing(Path file) {
        return read(file, ScheduleFiring.class, ScheduleFiring.SCHEMA);
    }

    static InstalledHook hook(Path file) {
        return read(file, InstalledHook.class, InstalledHook.SCHEMA);
    }

    static HookFailure hookFailure(Path file) {
        return read(file, HookFailure.class, HookFailure.SCHEMA);
    }

    static NoticeMemory notices(Path file) {
        return read(file, NoticeMemory.class, NoticeMemory.SCHEMA);
    }

    static HeldServices held(Path file) {
        return read(file, HeldServices.class, HeldServices.SCHEMA);
    }

    static StartedProject started(Path file) {
        return read(file, StartedFile.class, StartedFile.SCHEMA).project();
    }

    private static byte[] written(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MAPPER.writer(LAYOUT).writeValue(bytes, value);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("cannot be written as JSON: " + unwritable.getMessage(), unwritable);
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static <T> T read(Path file, Class<T> type, String schema) {
        try {
            byte[] content = content(file);
            if (content.length > LARGEST) {
                throw new StoredFileException(file + " is larger than any file of that kind that ddevbak writes.");
            }
            checkSchema(file, schemaOf(content), schema);
            return MAPPER.readValue(content, type);
        } catch (JsonProcessingException malformed) {
            throw new StoredFileException(
                    file + " is not what ddevbak wrote: " + MalformedJson.why(malformed)
                            + ". Bring the file back from a copy, or delete it.",
                    malformed);
        } catch (IOException unreadable) {
            throw new StoredFileException(
                    file + " cannot be read: " + Reason.of(unreadable) + ". Check the disk and the permissions.",
                    unreadable);
        }
    }

    /** A stream and not a channel, which an interrupt would close: a cancelled run still reads its notes. */
    private static byte[] content(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    /** What the first field says, which in our files is the schema; empty where it is another field. */
    private static String schemaOf(byte[] content) throws IOException {
        try (JsonParser parser = MAPPER.createParser(content)) {
            boolean first = parser.nextToken() == JsonToken.START_OBJECT && "schema".equals(parser.nextFieldName());
            String schema = first ? parser.nextTextValue() : null;
            return schema == null ? "" : schema;
        }
    }

    private static void checkSchema(Path file, String found, String schema) {
        if (!found.equals(schema)) {
            throw new StoredFileException(file + " is of the schema '" + Printable.text(found)
                    + "', this ddevbak reads " + schema + ". Use the version of ddevbak that wrote it.");
        }
    }

    /** The form of a file below {@code started/}. */
    private record StartedFile(String schema, StartedProject project) {
        static final String SCHEMA = "ddevbak/started/1";
    }
}
