package io.github.ddevbak.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A finding in our files: {@code accepted} is there only where a person accepted it, and was not known to older sets. */
final class FindingForm {
    private static final Set<String> ALWAYS = Set.of("severity", "code", "sentence", "hint");
    private static final String ACCEPTED = "accepted";

    private FindingForm() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(Finding.class, new Writer());
        module.addDeserializer(Finding.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Finding> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(Finding.class);
        }

        @Override
        public void serialize(Finding finding, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("severity", finding.severity().word());
            out.writeStringField("code", finding.code());
            out.writeStringField("sentence", finding.sentence());
            out.writeStringField("hint", finding.hint());
            if (!finding.accepted().isEmpty()) {
                out.writeStringField(ACCEPTED, finding.accepted());
            }
            out.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Finding> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(Finding.class);
        }

        @Override
        public @Nullable Finding deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                return context.reportInputMismatch(this, "a finding is expected");
            }
            Map<String, String> fields = new HashMap<>();
            Severity severity = null;
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                if (!ALWAYS.contains(name) && !name.equals(ACCEPTED)) {
                    return context.reportInputMismatch(this, "unknown field '%s' of a finding", name);
                }
                if (in.nextToken() != JsonToken.VALUE_STRING) {
                    return context.reportInputMismatch(this, "a text is expected for '%s' of a finding", name);
                }
                if (name.equals("severity")) {
                    severity = context.readValue(in, Severity.class);
                }
                fields.put(name, in.getText());
            }
            if (severity == null || !fields.keySet().containsAll(ALWAYS)) {
                return context.reportInputMismatch(this, "a finding lacks one of its fields");
            }
            return finding(severity, fields, context);
        }

        private @Nullable Finding finding(Severity severity, Map<String, String> fields, DeserializationContext context)
                throws IOException {
            try {
                return new Finding(
                        severity,
                        fields.getOrDefault("code", ""),
                        fields.getOrDefault("sentence", ""),
                        fields.getOrDefault("hint", ""),
                        fields.getOrDefault(ACCEPTED, ""));
            } catch (IllegalArgumentException wrong) {
                return context.reportInputMismatch(this, "%s", wrong.getMessage());
            }
        }
    }
}
