package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code list}, {@code show}, {@code status} and {@code verify} make of a {@code set.json} that somebody spoiled. */
class HostileRecordTest {
    private static final Pattern OBEYED = Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e]");
    private static final Pattern LIBRARY =
            Pattern.compile("Exception|jackson|java\\.|Unexpected character|Cannot (construct|deserialize)|\\bnull\\b");
    private static final String ESCAPE = "\u001b[31m\u009b2J\u202e";

    @TempDir
    static Path folder;

    private static SampleWorld world;
    private static Path record;
    private static String whole;

    @BeforeAll
    static void makeOneSet() throws IOException {
        world = new SampleWorld(folder);
        assertThat(world.run("all", "shop").exit()).isZero();
        record = folder.resolve("backups/projects/shop/20261122T163105Z/set.json");
        whole = Files.readString(record);
    }

    @AfterEach
    void mend() throws IOException {
        Files.writeString(record, whole);
    }

    private static ObjectNode tree() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(whole);
    }

    private static String said(InProcess told) {
        String said = told.out() + told.err();
        assertThat(said).doesNotContainPattern(OBEYED).doesNotContainPattern(LIBRARY);
        return said;
    }

    private static String spoiled(String how) throws IOException {
        return switch (how) {
            case "cut" -> whole.substring(0, whole.length() / 2);
            case "empty" -> "";
            case "not JSON" -> ESCAPE + whole;
            case "trailing" -> whole + "{}";
            case "a list" -> "[" + whole + "]";
            case "null" -> whole.replace("\"project\": \"shop\"", "\"project\": null");
            case "text for a number" -> whole.replaceFirst("\"tookMillis\": \\d+", "\"tookMillis\": \"" + "x" + "\"");
            case "unknown state" -> whole.replaceFirst("\"state\": \"ok\"", "\"state\": \"\\\\u001b[31mfine\"");
            case "huge text" -> whole.replace("\"type\": \"", "\"type\": \"" + "x".repeat(3 << 20));
            case "deep" -> whole.replaceFirst("\"facts\": \\{", "\"facts\": {\"x\": " + "[".repeat(90_000));
            case "huge number" -> whole.replaceFirst("\"tookMillis\": \\d+", "\"tookMillis\": " + "9".repeat(5000));
            case "twice" -> whole.replaceFirst("\"type\":", "\"type\": \"a\", \"type\":");
            case "escape as verdict" -> tree().put("verdict", ESCAPE).toString();
            case "NUL in a path" -> tree().put("approot", "/a\0b").toString();
            case "of another project" -> tree().put("project", ESCAPE).toString();
            case "of another set" -> tree().put("id", ESCAPE).toString();
            default -> tree().put("schema", ESCAPE).toString();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut",
                "empty",
                "not JSON",
                "trailing",
                "a list",
                "null",
                "text for a number",
                "unknown state",
                "huge text",
                "deep",
                "huge number",
                "twice",
                "escape as verdict",
                "NUL in a path",
                "of another project",
                "of another set",
                "of another schema"
            })
    void aRecordThatIsNotOursIsASentenceAndTheRightExitCodeEverywhere(String how) throws IOException {
        Files.writeString(record, spoiled(how));

        InProcess list = world.run("list");
        assertThat(said(list)).contains("The set 20261122T163105Z of shop is not whole and does not count.");
        assertThat(list.exit()).isZero();
        assertThat(list.out()).isEmpty();
        InProcess show = world.run("show", "shop");
        assertThat(show.exit()).isEqualTo(2);
        assertThat(said(show)).contains("there is no set of 'shop'");
        InProcess status = world.run("status", "shop");
        assertThat(said(status)).contains("is not whole", "not-recoverable");
        assertThat(status.exit()).isEqualTo(3);
        InProcess verify = world.run("verify", "shop");
        assertThat(said(verify)).contains("20261122T163105Z", "not good");
        assertThat(verify.exit()).isEqualTo(4);
        for (String command : List.of("list", "status", "verify")) {
            String json = world.run(command, "--json").out();
            assertThat(json).doesNotContainPattern(OBEYED).doesNotContainPattern(LIBRARY);
            assertThat(new ObjectMapper().readTree(json).path("schema").asText())
                    .isEqualTo("ddevbak/" + command + "/1");
        }
    }

    @Test
    void aRecordOfOurFormWithTextsThatATerminalWouldObeyIsShownAndNotObeyed() throws IOException {
        ObjectNode tree = tree();
        tree.put("approot", "/home/" + ESCAPE + "x".repeat(200_000))
                .put("type", ESCAPE)
                .put("docroot", ESCAPE);
        tree.put("label", ESCAPE).put("statusFound", ESCAPE);
        tree.withObjectProperty("versions").put(ESCAPE, ESCAPE);
        ObjectNode finding =
                ((ObjectNode) tree.path("parts").path(1)).putArray("findings").addObject();
        finding.put("severity", "loss")
                .put("code", "code.no-remote")
                .put("sentence", ESCAPE)
                .put("hint", ESCAPE);
        Files.writeString(record, tree.toString());

        InProcess show = world.run("show", "shop");
        assertThat(show.exit()).isZero();
        assertThat(said(show)).contains("\\u001b[31m").hasSizeLessThan(20_000);
        assertThat(said(world.run("list"))).contains("shop");
        assertThat(said(world.run("status", "shop"))).contains("shop");
        assertThat(world.run("show", "shop", "--json").out()).doesNotContainPattern(OBEYED);
        InProcess verify = world.run("verify", "shop");
        assertThat(said(verify)).contains("set.json");
        assertThat(verify.exit()).isEqualTo(4);
    }
}
