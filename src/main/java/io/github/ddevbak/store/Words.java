package io.github.ddevbak.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.project.Severity;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Tells Jackson the words that our nouns are written as. */
final class Words {
    private Words() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("ddevbak");
        add(module, Part.class, Part::word, word -> named(Part.values(), Part::word, word));
        add(module, PartState.class, PartState::word, word -> named(PartState.values(), PartState::word, word));
        add(module, Severity.class, Severity::word, word -> named(Severity.values(), Severity::word, word));
        add(
                module,
                ProjectStatus.class,
                ProjectStatus::word,
                word -> named(ProjectStatus.values(), ProjectStatus::word, word));
        add(module, NoteKind.class, NoteKind::word, word -> named(NoteKind.values(), NoteKind::word, word));
        add(module, ProjectName.class, ProjectName::text, ProjectName::new);
        add(module, Instant.class, Instant::toString, Words::instant);
        FindingForm.addTo(module);
        return module;
    }

    private static <T> T named(T[] all, Function<T, String> name, String word) {
        return List.of(all).stream()
                .filter(one -> name.apply(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown word '" + Printable.text(word) + "'"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("not a time: '" + Printable.text(text) + "'", notATime);
        }
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> word, Function<String, T> back) {
        module.addSerializer(type, new Writer<>(type, word));
        module.addDeserializer(type, new Reader<>(type, back));
    }

    private static final class Writer<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<T, String> word;

        Writer(Class<T> type, Function<T, String> word) {
            super(type);
            this.word = word;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(word.apply(value));
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> back;

        Reader(Class<T> type, Function<String, T> back) {
            super(type);
            this.back = back;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(this, "a text is expected");
            }
            try {
                return back.apply(in.getText());
            } catch (IllegalArgumentException wrong) {
                return context.reportInputMismatch(this, "%s", wrong.getMessage());
            }
        }
    }
}
