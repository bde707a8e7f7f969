package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify}, the whole program: no damage of a stored set is passed by; {@code -Dddevbak.flips=1000} for the long form. */
class VerifyTest {
    @TempDir
    static Path folder;

    private static SampleWorld world;

    @BeforeAll
    static void makeSets() throws IOException {
        world = new SampleWorld(folder);
        assertThat(world.run("all").exit()).isZero();
    }

    private static Path projects() {
        return folder.resolve("backups/projects");
    }

    private static Path set(String project) throws IOException {
        return projects().resolve(project).resolve("latest").toRealPath();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String project : List.of("blog", "nodb", "shop")) {
            try (Stream<Path> all = Files.walk(set(project))) {
                all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static void write(Path file, byte[] content) throws IOException {
        boolean closed = !file.toFile().canWrite();
        assertThat(!closed || file.toFile().setWritable(true)).isTrue();
        Files.write(file, content);
    }

    /** Damages a file while the program is asked, and mends it again. */
    private static InProcess verifiedWith(Path file, byte[] content) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        write(file, content);
        try {
            return verified(file);
        } finally {
            write(file, whole);
        }
    }

    private static InProcess verified(Path inSet) {
        return world.run("verify", projects().relativize(inSet).getName(0).toString());
    }

    @Test
    void setsThatAreWholeAreVerifiedAndThatIsRemembered() throws IOException {
        InProcess verify = world.run("verify");

        assertThat(verify.err()).isEmpty();
        assertThat(verify.exit()).isZero();
        assertThat(verify.out()).contains("4 sets").contains("none is damaged");
        Path shop = set("shop");
        assertThat(Files.readString(shop.resolveSibling(shop.getFileName() + ".verified.json")))
                .contains("\"good\": true")
                .contains("manifestSha256");
    }

    static IntStream flips() {
        return IntStream.rangeClosed(1, Integer.getInteger("ddevbak.flips", 30));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("flips")
    void oneBitThatTurnedIsFound(int seed) throws IOException {
        Random random = new Random(seed);
        List<Path> files = files();
        Path file = files.get(random.nextInt(files.size()));
        byte[] content = Files.readAllBytes(file);
        int at = random.nextInt(content.length);
        content[at] ^= (byte) (1 << random.nextInt(8));

        InProcess verify = verifiedWith(file, content);

        String where = file + " byte " + at;
        assertThat(verify.exit()).as(where + verify.out() + verify.err()).isEqualTo(4);
        assertThat(verify.out()).as(where).contains(file.getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letter case",
                "no newline at the end",
                "a line twice",
                "two lines changed places",
                "a blank line"
            })
    void aManifestThatIsNotByteForByteAsItIsWrittenIsFound(String how) throws IOException {
        Path manifest = set("shop").resolve("MANIFEST.sha256");
        String text = Files.readString(manifest, ISO_8859_1);
        List<String> lines = new ArrayList<>(text.lines().toList());
        String changed = switch (how) {
            case "letter case" ->
                text.replaceFirst("^([0-9a-f]*?)([a-f])", "$1\u0000").replaceFirst("\u0000", upper(text));
            case "no newline at the end" -> text.substring(0, text.length() - 1);
            case "a line twice" -> lines.get(0) + "\n" + text;
            case "a blank line" -> text + "\n";
            default ->
                lines.get(1) + "\n" + lines.get(0) + "\n" + String.join("\n", lines.subList(2, lines.size())) + "\n";
        };
        assertThat(changed).isNotEqualTo(text);

        InProcess verify = verifiedWith(manifest, changed.getBytes(ISO_8859_1));

        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out()).contains("MANIFEST.sha256");
    }

    private static String upper(String text) {
        return String.valueOf(text.replaceAll("(?s)^[0-9]*([a-f]).*", "$1").charAt(0))
                .toUpperCase(Locale.ROOT);
    }

    @Test
    void aFileThatIsGoneOrTooMuchOrALinkToItselfIsFound() throws IOException {
        Path set = set("shop");
        Path dump = set.resolve("database/db.sql.gz");
        Path aside = folder.resolve("aside");
        Files.move(dump, aside);
        assertThat(verified(set).exit()).isEqualTo(4);
        Files.createSymbolicLink(dump, aside);
        InProcess linked = verified(set);
        Files.delete(dump);
        Files.move(aside, dump);
        assertThat(linked.exit()).isEqualTo(4);
        Path more = Files.writeString(set.resolve("database/more.sql"), "x");
        InProcess extra = verified(set);
        Files.delete(more);
        assertThat(extra.exit()).isEqualTo(4);
        assertThat(extra.out()).contains("database/more.sql");
        assertThat(verified(set).exit()).isZero();
    }

    @Test
    void twoFilesThatChangedPlacesAreBothFound() throws IOException {
        Path one = set("shop").resolve("database/db.sql.gz");
        Path other = set("shop").resolve("database/reporting.sql.gz");
        byte[] content = Files.readAllBytes(one);
        byte[] others = Files.readAllBytes(other);
        write(other, content);

        InProcess verify = verifiedWith(one, others);

        write(other, others);
        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out()).contains("database/db.sql.gz").contains("database/reporting.sql.gz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut in the middle",
                "without its last line",
                "ended after a table",
                "empty",
                "with bytes behind it",
                "zeros within"
            })
    void aDumpThatIsNotWholeIsFoundAlthoughEveryRecordedHashAgrees(String how) throws IOException {
        Path set = set("shop");
        Path dump = set.resolve("database/db.sql.gz");
        byte[] whole = Files.readAllBytes(dump);
        byte[] record = Files.readAllBytes(set.resolve("set.json"));
        byte[] manifest = Files.readAllBytes(set.resolve("MANIFEST.sha256"));
        String plain = new String(new GZIPInputStream(Files.newInputStream(dump)).readAllBytes(), ISO_8859_1);
        byte[] damaged = switch (how) {
            case "cut in the middle" -> Arrays.copyOf(whole, whole.length / 2);
            case "without its last line" -> zipped(plain.replaceAll("-- Dump completed[^\n]*\n$", ""));
            case "ended after a table" -> zipped(plain.substring(0, plain.lastIndexOf("CREATE TABLE")));
            case "empty" -> new byte[0];
            case "with bytes behind it" -> Arrays.copyOf(whole, whole.length + 7);
            default -> zeros(whole);
        };
        try {
            agree(set, dump, whole, damaged);
            InProcess verify = verified(set);
            assertThat(verify.exit()).as(verify.out()).isEqualTo(4);
            assertThat(verify.out()).contains("database/db.sql.gz");
        } finally {
            agree(set, dump, damaged, whole);
            write(set.resolve("set.json"), record);
            write(set.resolve("MANIFEST.sha256"), manifest);
        }
        assertThat(verified(set).exit()).isZero();
    }

    private static byte[] zeros(byte[] whole) {
        byte[] zeroed = whole.clone();
        Arrays.fill(zeroed, whole.length / 2, whole.length / 2 + 512, (byte) 0);
        return zeroed;
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    /** Writes the other content of the dump, and makes set.json, the manifest and the runs' files say that it is right. */
    private static void agree(Path set, Path dump, byte[] from, byte[] to) throws IOException {
        write(dump, to);
        Path record = set.resolve("set.json");
        Path manifest = set.resolve("MANIFEST.sha256");
        String oldManifest = sha256(Files.readAllBytes(manifest));
        String oldRecord = sha256(Files.readAllBytes(record));
        String text = Files.readString(record)
                .replace(sha256(from), sha256(to))
                .replace("\"size\": " + from.length + ",", "\"size\": " + to.length + ",")
                .replace("\"fileBytes\": " + from.length + ",", "\"fileBytes\": " + to.length + ",");
        write(record, text.getBytes(UTF_8));
        String lines = Files.readString(manifest, ISO_8859_1)
                .replace(sha256(from), sha256(to))
                .replace(oldRecord, sha256(Files.readAllBytes(record)));
        write(manifest, lines.getBytes(ISO_8859_1));
        try (Stream<Path> runs = Files.list(folder.resolve("backups/runs"))) {
            for (Path run : runs.toList()) {
                write(
                        run,
                        Files.readString(run)
                                .replace(oldManifest, sha256(Files.readAllBytes(manifest)))
                                .replace(sha256(from), sha256(to))
                                .getBytes(UTF_8));
            }
        }
        Files.deleteIfExists(set.resolveSibling(set.getFileName() + ".verified.json"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    @Test
    void tenSamplesOfATenthReadEverything() throws IOException {
        List<JsonNode> said = new ArrayList<>();
        for (int run = 0; run < 10; run++) {
            InProcess verify = world.run("verify", "shop", "--sample", "10%", "--json");
            assertThat(verify.exit()).isZero();
            said.add(new ObjectMapper().readTree(verify.out()));
        }
        assertThat(said).allMatch(one -> one.path("schema").asText().equals("ddevbak/verify/1"));
        assertThat(said.get(9).findValuesAsText("state")).containsExactly("verified");
        assertThat(said.get(4).findValuesAsText("state")).containsExactly("sampled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify nosuch", "verify shop --set 2001-01-01", "verify --sample 0%", "verify --sample x"})
    void whatCannotBeMeantIsWrongUsage(String words) {
        assertThat(world.run(words.split(" ", -1)).exit()).isEqualTo(2);
    }
}
