package io.github.ddevbak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpComparisonTest {
    private static final String MARIADB = "mariadb-10.11-hostile.sql";
    private static final String POSTGRES = "postgres-15-hostile.sql";

    @TempDir
    Path folder;

    private static byte[] dump(String name) throws IOException {
        try (InputStream in = DumpComparisonTest.class.getResourceAsStream("/dumps/" + name)) {
            return in.readAllBytes();
        }
    }

    private Path gzip(byte[] text) throws IOException {
        Path file = folder.resolve("stored.sql.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text);
        }
        return file;
    }

    private Optional<DumpDifference> compared(byte[] stored, byte[] restored, Random pieces) throws IOException {
        try (DumpComparison comparison = new DumpComparison(gzip(stored))) {
            for (int at = 0; at < restored.length; ) {
                int count = Math.min(restored.length - at, 1 + pieces.nextInt(300));
                comparison.write(restored, at, count);
                at += count;
            }
            return comparison.finish();
        }
    }

    private Optional<DumpDifference> compared(String stored, String restored) throws IOException {
        return compared(
                stored.getBytes(StandardCharsets.UTF_8), restored.getBytes(StandardCharsets.UTF_8), new Random(1));
    }

    private static byte[] replaced(byte[] dump, String text, String by) {
        String all = new String(dump, StandardCharsets.ISO_8859_1);
        assertThat(all).contains(text);
        return all.replace(text, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MARIADB, POSTGRES})
    void theSameDumpInPiecesOfAnySizeIsTheSame(String name) throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(compared(dump(name), dump(name), new Random(seed)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void datesHostsAndBannersAreNoDifference() throws IOException {
        byte[] stored = dump(MARIADB);
        byte[] later = replaced(
                stored, "-- Dump completed on 2026-11-22 20:19:59", "-- Dump completed on 2027-01-01  1:00:00");
        later = replaced(later, "-- Host: localhost    Database: hostile", "-- Host: db    Database: hostile");
        later = replaced(later, "/*M!999999\\- enable the sandbox mode */ \n", "");
        assertThat(compared(stored, later, new Random(2))).isEmpty();
    }

    @Test
    void theRandomTokenOfPgDumpIsNoDifference() throws IOException {
        String one = "--\n\\restrict abc\n\nSELECT 1;\n\\unrestrict abc\n\n";
        assertThat(compared(one, one.replace("abc", "fgh12"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table structure of table `t`| -- Table structure for table `t`",
                "data of table `t`| -- Dumping data for table `t`",
                "routines of database 'db'| -- Dumping routines for database 'db'",
                "events of database 'db'| -- Dumping events for database 'db'",
                "final view structure of view `v`| -- Final view structure for view `v`",
                "sequence structure of `s`| -- Sequence structure for `s`",
                "table public.t| -- Name: t; Type: TABLE; Schema: public; Owner: db",
                "data of table public.t| -- Data for Name: t; Type: TABLE DATA; Schema: public; Owner: db",
                "function public.f(integer)| -- Name: f(integer); Type: FUNCTION; Schema: public; Owner: db",
                "extension hstore| -- Name: hstore; Type: EXTENSION; Schema: -; Owner: -"
            })
    void theObjectIsNamedInWhichTheFirstDifferenceLies(String object, String announcement) throws IOException {
        String head = "-- x\n--\n" + announcement + "\n--\n\n";
        DumpDifference found =
                compared(head + "a row\nanother\n", head + "a row\nan other\n").orElseThrow();
        assertThat(found.object()).isEqualToIgnoringCase(object);
        assertThat(found.line()).isEqualTo(7);
        assertThat(found.stored()).isEqualTo("another");
        assertThat(found.restored()).isEqualTo("an other");
    }

    @Test
    void anObjectThatIsMissingIsNamedItself() throws IOException {
        String one = "--\n-- Table structure for table `a`\n--\nA\n";
        String two = "--\n-- Table structure for table `b`\n--\nB\n";
        assertThat(compared(one + two, two).orElseThrow().object()).isEqualTo("Table structure of table `a`");
    }

    @Test
    void aDumpThatEndsEarlyOrGoesOnDiffers() throws IOException {
        assertThat(compared("a\nb\nc\n", "a\nb\n").orElseThrow().stored()).isEqualTo("c");
        assertThat(compared("a\nb\nc\n", "a\nb\n").orElseThrow().restored()).isEmpty();
        assertThat(compared("a\nb\n", "a\nb\nc\n").orElseThrow().restored()).isEqualTo("c");
        assertThat(compared("a\nb", "a\n").orElseThrow().stored()).isEqualTo("b");
        assertThat(compared("a\n-- Host: x", "a\n").orElseThrow().stored()).isEqualTo("-- Host: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {MARIADB, POSTGRES})
    void everyChangedByteOutsideWhatDiffersInEveryDumpIsFound(String name) throws IOException {
        byte[] stored = dump(name);
        Random random = new Random(77);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(stored.length);
            byte[] changed = stored.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            int begin = at;
            while (begin > 0 && stored[begin - 1] != '\n') {
                begin--;
            }
            String line = new String(stored, begin, Math.min(60, stored.length - begin), StandardCharsets.ISO_8859_1);
            if (!line.matches("(?s)(-- (Dump|Maria|Host|Server|Dumped)|\\\\(un)?restrict|/\\*M!999999).*")) {
                assertThat(compared(stored, changed, random))
                        .as("seed 77, byte %d", at)
                        .isPresent();
            }
        }
    }

    @Test
    void linesLongerThanAnyBufferAreComparedToTheirEnd() throws IOException {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.writeBytes("-- Dumping data for table `big`\nINSERT INTO `big` VALUES (".getBytes(StandardCharsets.UTF_8));
        byte[] blob = new byte[3_000_000];
        new Random(5).nextBytes(blob);
        for (int i = 0; i < blob.length; i++) {
            blob[i] = blob[i] == '\n' ? (byte) 'n' : blob[i];
        }
        row.writeBytes(blob);
        row.writeBytes(");\n".getBytes(StandardCharsets.UTF_8));
        byte[] stored = row.toByteArray();
        byte[] changed = stored.clone();
        changed[stored.length - 3] ^= 1;
        assertThat(compared(stored, stored, new Random(6))).isEmpty();
        DumpDifference found = compared(stored, changed, new Random(6)).orElseThrow();
        assertThat(found.object()).isEqualTo("data of table `big`");
        assertThat(found.line()).isEqualTo(2);
    }

    @Test
    void whatIsShownOfALineCannotHarmATerminal() throws IOException {
        DumpDifference found = compared("a\u001b[31m\n", "b\u001b[31m\n").orElseThrow();
        assertThat(found.stored()).doesNotContain("\u001b");
        assertThat(found.restored()).doesNotContain("\u001b");
    }

    @Test
    void aStoredDumpThatCannotBeReadToItsEndIsNoDifferenceButTrouble() throws IOException {
        byte[] text = new byte[200_000];
        new Random(3).nextBytes(text);
        Path file = gzip(text);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> {
                    try (DumpComparison comparison = new DumpComparison(file)) {
                        comparison.write(text);
                        comparison.finish();
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
