package io.github.ddevbak.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.upkeep.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the doctor found, for programs, and read back from there. Pure. */
public final class DoctorJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DoctorJson() {}

    /** The document {@code ddevbak/doctor/1}. */
    public static Json of(List<Check> checks, int exitCode) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Check check : checks) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("what", check.what());
            fields.put("health", check.health().word());
            fields.put("found", check.found());
            fields.put("todo", check.todo());
            all.add(fields);
        }
        return Json.document("doctor").with("exitCode", exitCode).with("checks", all);
    }

    /** The checks of such a document; empty where it is none. */
    public static Optional<List<Check>> checks(String document) {
        try {
            JsonNode read = MAPPER.readTree(document);
            if (!read.path("schema").asText("").equals("ddevbak/doctor/1")) {
                return Optional.empty();
            }
            List<Check> checks = new ArrayList<>();
            for (JsonNode one : read.path("checks")) {
                checks.add(new Check(
                        one.path("what").asText(""),
                        health(one.path("health").asText("")),
                        one.path("found").asText(""),
                        one.path("todo").asText("")));
            }
            return Optional.of(checks);
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static Check.Health health(String word) {
        return List.of(Check.Health.values()).stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(Check.Health.FAILED);
    }
}
