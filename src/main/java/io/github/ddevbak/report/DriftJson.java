package io.github.ddevbak.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ddevbak.files.Difference;
import io.github.ddevbak.files.Differences;
import io.github.ddevbak.files.Drift;
import io.github.ddevbak.files.FileState;
import io.github.ddevbak.files.RawPath;
import io.github.ddevbak.project.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Differences as one JSON document that is written as it goes: it may be larger than memory. */
public final class DriftJson {
    private final JsonGenerator json;
    private int lists;

    private DriftJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the document and a newline; the stream is flushed and left open. */
    public static void write(
            OutputStream to, String schema, Map<String, Object> head, Differences differences, List<Finding> findings)
            throws IOException {
        JsonGenerator json = new JsonFactory()
                .createGenerator(to)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(Json.printer());
        try (json) {
            new DriftJson(json).document(schema, head, differences, findings);
            json.writeRaw('\n');
        }
    }

    private void document(String schema, Map<String, Object> head, Differences differences, List<Finding> findings)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", "ddevbak/" + schema + "/1");
        for (Map.Entry<String, Object> field : head.entrySet()) {
            json.writeFieldName(field.getKey());
            scalar(field.getValue());
        }
        counts(differences);
        differences.each(this::difference);
        list(Drift.TOUCHED);
        json.writeEndArray();
        json.writeFieldName("malformed");
        String[] malformed = differences.totals().malformed().toArray(String[]::new);
        json.writeArray(malformed, 0, malformed.length);
        findings(findings);
        json.writeEndObject();
    }

    private void scalar(Object value) throws IOException {
        if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    private void counts(Differences differences) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("recorded", differences.totals().recorded());
        json.writeNumberField("same", differences.totals().same());
        for (Drift drift : Drift.ALL) {
            json.writeNumberField(field(drift), differences.count(drift));
        }
        json.writeNumberField("malformed", differences.totals().unusable());
        json.writeEndObject();
    }

    /** Every kind has its list, also where it is empty. */
    private void list(Drift drift) throws IOException {
        while (lists <= drift.rank()) {
            if (lists > 0) {
                json.writeEndArray();
            }
            json.writeArrayFieldStart(field(Drift.ALL.get(lists)));
            lists++;
        }
    }

    private void difference(Difference difference) throws IOException {
        list(difference.drift());
        json.writeStartObject();
        path(difference.to().isPresent() ? "from" : "path", Optional.of(difference.path()));
        path("to", difference.to());
        state(difference);
        if (!difference.why().isEmpty()) {
            json.writeStringField("why", difference.why());
        }
        json.writeEndObject();
    }

    private void state(Difference difference) throws IOException {
        if (difference.recorded().isPresent()) {
            json.writeObjectFieldStart("recorded");
            fields(difference.recorded().get());
            json.writeEndObject();
        }
        if (difference.now().isPresent()) {
            json.writeObjectFieldStart("now");
            fields(difference.now().get());
            json.writeEndObject();
        }
    }

    /** Nanoseconds are past what a JSON reader's double can hold, so the time is text, as in manifest.jsonl. */
    private void fields(FileState state) throws IOException {
        json.writeStringField("type", state.type());
        if (state.known()) {
            json.writeNumberField("size", state.size());
            json.writeStringField("mtime", String.valueOf(state.modified()));
            json.writeStringField("mode", state.octal());
        }
        path("target", state.target());
        if (state.sha256().isPresent()) {
            json.writeStringField("sha256", state.sha256().get());
        }
    }

    private void path(String name, Optional<RawPath> path) throws IOException {
        if (path.isPresent()) {
            json.writeStringField(name, path.get().text());
            if (!path.get().utf8()) {
                json.writeStringField(name + "Bytes", path.get().percent());
            }
        }
    }

    private void findings(List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Map<String, Object> finding : Json.findings(findings)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : finding.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String field(Drift drift) {
        return switch (drift) {
            case ROTTEN -> "rotten";
            case UNREADABLE -> "unreadable";
            case CHANGED -> "changed";
            case REMOVED -> "removed";
            case TYPE -> "typeChanged";
            case TARGET -> "targetChanged";
            case MOVED -> "moved";
            case MODE -> "modeChanged";
            case ADDED -> "added";
            case TOUCHED -> "touched";
        };
    }
}
