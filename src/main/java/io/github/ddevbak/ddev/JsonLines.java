package io.github.ddevbak.ddev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads what ddev prints under {@code -j}: one JSON object a line, between lines that are anything (hook output, dots,
 * notices; ddev v1.22 to v1.25.3). Only objects with {@code raw} are answers.
 */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WARNINGS = 50;

    private JsonLines() {}

    /**
     * One line of ddev's log.
     *
     * @param level such as {@code info}, {@code warning}, {@code fatal}
     */
    record Message(String level, String text) {
        boolean fatal() {
            return level.equals("fatal") || level.equals("error") || level.equals("panic");
        }

        boolean warning() {
            return level.equals("warning");
        }
    }

    /** The last {@code raw} of the wanted shape; noise may stand before it on the same line. */
    static Optional<JsonNode> raw(String stdout, Predicate<JsonNode> wanted) {
        Optional<JsonNode> found = Optional.empty();
        for (String line : stdout.split("[\r\n]+", -1)) {
            Optional<JsonNode> raw =
                    object(line).map(object -> object.path("raw")).filter(wanted);
            found = raw.isPresent() ? raw : found;
        }
        return found;
    }

    /** The object of a line, if it holds one. */
    static Optional<JsonNode> object(String line) {
        int start = line.startsWith("{")
                ? 0
                : Math.max(line.indexOf("{\"level\""), line.strip().startsWith("{") ? 0 : -1);
        if (start < 0) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(line.substring(start));
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The line as a message of ddev's log, if it is one. */
    static Optional<Message> message(String line) {
        return object(line)
                .filter(object -> object.path("msg").isTextual())
                .map(object -> new Message(
                        object.path("level").asText(""), object.path("msg").asText()));
    }

    /** What standard error says beside an answer: warnings, errors and whatever is not JSON, a printable line each. */
    static List<String> warnings(String stderr) {
        List<String> warnings = new ArrayList<>(LastWords.lines(stderr));
        return warnings.size() > MOST_WARNINGS ? warnings.subList(0, MOST_WARNINGS) : warnings;
    }
}
