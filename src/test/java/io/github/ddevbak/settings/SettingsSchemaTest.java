package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.SpecificationVersion;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema, against the reader of the files. */
class SettingsSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A value of each kind that YAML has, right and wrong for each form. */
    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            true,
            false,
            0,
            7,
            -1,
            1.5,
            "",
            " ",
            "true",
            "7",
            "x y",
            "nas-1",
            "-nas",
            "a".repeat(65),
            "30m",
            "30h",
            "30 m",
            "1.5h",
            "2d",
            "2w",
            "200M",
            "200m",
            "2 G",
            "2GB",
            "50%",
            "100%",
            "101%",
            "unlimited",
            "auto",
            "sometimes",
            "database, code",
            "database, cod",
            "code.no-remote",
            "code.no-such-thing",
            "disk",
            "~",
            "~/backups",
            "/mnt/backups",
            "~else/backups",
            "$HOME/backups",
            List.of(),
            List.of("code"),
            List.of("code", "cod"),
            List.of("a", "b,c"),
            List.of(1),
            List.of(Map.of()),
            Map.of(),
            Map.of("nosuch", 1));

    private static final Set<String> NEEDED_BY_A_KIND =
            Set.of("notices.url-file", "notices.url-command", "notices.command");

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static final Validator VALIDATOR = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();

    private static final Map<SettingsScope, URI> SCHEMAS = Stream.of(SettingsScope.values())
            .collect(Collectors.toMap(
                    scope -> scope, scope -> VALIDATOR.registerSchema(json(SettingsSchema.of(scope)))));

    private static String json(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean fits(SettingsScope scope, @Nullable Object file) {
        return VALIDATOR
                .validate(Objects.requireNonNull(SCHEMAS.get(scope)), json(file))
                .isValid();
    }

    private static boolean read(SettingsScope scope, @Nullable Object file) {
        String text = new Dump(DumpSettings.builder().build()).dumpToString(file);
        try {
            SettingsFile.read(SettingsValues.of(Path.of("config.yaml"), text, Set.of()), scope);
            return true;
        } catch (SettingsException refused) {
            return false;
        }
    }

    /** The smallest file that says the key, with this value; what must stand beside it is as the example says. */
    private static Map<String, Object> file(SettingsScope scope, SettingKey key, @Nullable Object value) {
        Map<String, Object> file = new LinkedHashMap<>();
        if (key.section().isEmpty()) {
            file.put(key.word(), value);
            return file;
        }
        SettingKey section = SettingKeys.ALL.stream()
                .filter(one -> one.name().equals(key.section()))
                .findFirst()
                .orElseThrow();
        if (section.example().isEmpty()) {
            Map<String, Object> inside = new LinkedHashMap<>();
            // A policy needs a rule that lets a set go.
            if (section.name().equals("keep")) {
                inside.put(key.word().equals("daily") ? "yearly" : "daily", 1);
            }
            inside.put(key.word(), value);
            return file(scope, section, inside);
        }
        Map<String, Object> entry = new LinkedHashMap<>(example(section, key));
        entry.put(key.word(), value);
        return file(scope, section, List.of(entry));
    }

    /** The entry of the list's example that says the key, or else its first without what excludes the key. */
    private static Map<String, Object> example(SettingKey section, SettingKey key) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Object entry : (List<?>) yaml(section.example())) {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) entry).forEach((word, value) -> copy.put(String.valueOf(word), value));
            entries.add(copy);
        }
        Map<String, Object> said = entries.stream()
                .filter(entry -> entry.containsKey(key.word()))
                .findFirst()
                .orElse(entries.get(0));
        if (key.word().endsWith("-command")) {
            said.remove(key.word().replace("-command", "-file"));
        }
        return said;
    }

    static Stream<String> keysOfEachFile() {
        return SettingKeys.ALL.stream()
                .flatMap(key -> key.scopes().stream().map(scope -> scope.name() + " " + key.name()))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("keysOfEachFile")
    void theSchemaAndTheReaderTakeTheSameValues(String scopeAndKey) {
        SettingsScope scope = SettingsScope.valueOf(scopeAndKey.split(" ", 2)[0]);
        SettingKey key = SettingKeys.ALL.stream()
                .filter(one -> scopeAndKey.endsWith(" " + one.name()))
                .findFirst()
                .orElseThrow();

        for (@Nullable Object value : VALUES) {
            Map<String, Object> file = file(scope, key, value);
            boolean incomplete = value == null && NEEDED_BY_A_KIND.contains(key.name());
            if (incomplete || file.equals(Map.of("keep", Map.of()))) {
                // That this is no policy, or no whole notice, is of what keys mean together.
                continue;
            }
            assertThat(fits(scope, file)).as("%s", file).isEqualTo(read(scope, file));
        }
    }

    @ParameterizedTest
    @EnumSource(SettingsScope.class)
    void aNewFileFitsAndSoDoAllItsExamples(SettingsScope scope) {
        String text = NewSettings.text(scope);

        assertThat(fits(scope, yaml(text))).isTrue();
        assertThat(fits(scope, yaml(text.replaceAll("(?m)^#(?!#)", "")))).isTrue();
    }

    @Test
    void theOtherFilesKeysAndUnknownOnesDoNotFit() {
        assertThat(fits(SettingsScope.PROJECT, Map.of("dest", "/x"))).isFalse();
        assertThat(fits(SettingsScope.MACHINE, Map.of("accept", List.of()))).isFalse();
        assertThat(fits(SettingsScope.MACHINE, Map.of("dmup", true))).isFalse();
        assertThat(fits(SettingsScope.MACHINE, Map.of("files", Map.of("copy-mx", "2G"))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(SettingsScope.class)
    void everyKeyIsDescribedAndWhatHoldsWithoutItIsTold(SettingsScope scope) {
        String schema = json(SettingsSchema.of(scope));

        SettingKeys.ALL.stream()
                .filter(key -> key.scopes().contains(scope))
                .forEach(key -> assertThat(schema).contains(json(key.about())));
        assertThat(schema).contains("\"default\":\"2G\"", "\"examples\":[7]").doesNotContain("\"default\":7");
    }

    @Test
    void theSchemaIsOneItself() {
        for (SettingsScope scope : SettingsScope.values()) {
            assertThat(VALIDATOR
                            .validate(URI.create(SpecificationVersion.DRAFT7.getId()), json(SettingsSchema.of(scope)))
                            .isValid())
                    .isTrue();
        }
    }
}
