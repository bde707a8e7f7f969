package io.github.ddevbak.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.github.ddevbak.project.Printable;

/** What is wrong with a file of ours, in words for a person and without those of the library that read it. Pure. */
final class MalformedJson {
    private static final int SHOWN = 120;

    private MalformedJson() {}

    /** Why, after a colon and without a full stop. */
    static String why(JsonProcessingException malformed) {
        return reason(malformed) + line(malformed);
    }

    private static String reason(JsonProcessingException malformed) {
        if (malformed instanceof JsonEOFException) {
            return "it ends in the middle";
        }
        if (malformed instanceof StreamConstraintsException) {
            return "a text, a number or the nesting in it goes beyond all that ddevbak writes";
        }
        if (!(malformed instanceof JsonMappingException mapping)) {
            return "it is not JSON in UTF-8, or a field stands twice";
        }
        if (malformed.getCause() instanceof JsonProcessingException inner && inner != malformed) {
            return reason(inner);
        }
        String own = malformed instanceof ValueInstantiationException
                        && malformed.getCause() instanceof IllegalArgumentException cause
                ? ": " + shown(String.valueOf(cause.getMessage()))
                : "";
        String field = field(mapping);
        return (field.isEmpty()
                        ? "a field is missing, unknown, or of another kind"
                        : "'" + shown(field) + "' is missing, unknown, or of another kind")
                + own;
    }

    private static String field(JsonMappingException malformed) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : malformed.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String shown(String text) {
        return Printable.text(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    private static String line(JsonProcessingException malformed) {
        return malformed.getLocation() == null || malformed.getLocation().getLineNr() < 1
                ? ""
                : " (line " + malformed.getLocation().getLineNr() + ")";
    }
}
