package io.github.ddevbak.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.Records;
import io.github.ddevbak.store.RunRecord;
import io.github.ddevbak.store.SetNote;
import io.github.ddevbak.store.SetRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON document for standard output; its first field is its schema. */
public final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(new JsonFactory().setCharacterEscapes(new TerminalEscapes()));
    private static final ObjectWriter WRITER = MAPPER.writer(printer());

    private final Map<String, Object> fields;

    private Json(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** A new document of the schema of that name, such as {@code list}. */
    public static Json document(String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", "ddevbak/" + name + "/1");
        return new Json(fields);
    }

    /** A document of a form that others laid down; the fields are in its order. */
    public static Json foreign(Map<String, Object> fields) {
        return new Json(new LinkedHashMap<>(fields));
    }

    /** A run as its file holds it. */
    public static Json of(RunRecord record) {
        try {
            return new Json(
                    MAPPER.readValue(Records.json(record), new TypeReference<LinkedHashMap<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set as its {@code set.json} holds it, under the schema of {@code show}, and what was learnt of it since. */
    public static Json of(SetRecord record, List<SetNote> notes) {
        try {
            Map<String, Object> set =
                    MAPPER.readValue(Records.json(record), new TypeReference<LinkedHashMap<String, Object>>() {});
            List<Map<String, Object>> learnt = new ArrayList<>();
            for (SetNote note : notes) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("kind", note.kind().word());
                fields.put("at", note.at().toString());
                fields.put("good", note.good());
                fields.put("tookMillis", note.tookMillis());
                fields.put("facts", note.facts());
                learnt.add(fields);
            }
            return document("show").with("set", set).with("notes", learnt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a field; values are texts, numbers, truth values, lists and maps of them. */
    public Json with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream().map(Json::finding).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", finding.severity().word());
        fields.put("code", finding.code());
        fields.put("sentence", finding.sentence());
        fields.put("hint", finding.hint());
        if (!finding.accepted().isEmpty()) {
            fields.put("accepted", finding.accepted());
        }
        return fields;
    }

    /** How all our documents are laid out; for one document only. */
    static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    }

    public String text() {
        try {
            return WRITER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
