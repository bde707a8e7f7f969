package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.files.RawPath;
import io.github.ddevbak.git.BundleProof;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.SystemProcessRunner;
import io.github.ddevbak.project.Shell;
import io.github.ddevbak.recovery.SampleShare;
import io.github.ddevbak.recovery.SetFiles;
import io.github.ddevbak.recovery.SetProblem;
import io.github.ddevbak.recovery.VerifiedSet;
import io.github.ddevbak.recovery.Verifier;
import io.github.ddevbak.recovery.VerifyListener;
import io.github.ddevbak.recovery.VerifyResult;
import io.github.ddevbak.recovery.VerifyWish;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.FileTree;
import io.github.ddevbak.store.SealedFolder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets that are odd as a whole, disks that refuse, and the reading in turns. */
class VerifyOddSetsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    static Path folder;

    private static Optional<SampleWorld> world = Optional.empty();

    @BeforeAll
    static void makeSets() throws IOException {
        world = Optional.of(new SampleWorld(folder));
        assertThat(run("all").exit()).isZero();
        Files.move(folder.resolve("backups"), folder.resolve("whole"));
    }

    @BeforeEach
    void takeWholeSets() throws IOException, InterruptedException {
        FileTree.delete(folder.resolve("backups"));
        assertThat(Shell.run(folder, Map.of(), "cp", "-a", "whole", "backups").exit())
                .isZero();
    }

    private static InProcess run(String... words) {
        return world.orElseThrow().run(words);
    }

    private static Path set(String project) throws IOException {
        return folder.resolve("backups/projects")
                .resolve(project)
                .resolve("latest")
                .toRealPath();
    }

    private static Verifier verifier(SetFiles files, Instant now) {
        return new Verifier(
                new Destination(folder.resolve("backups")),
                new BundleProof(
                        new SystemProcessRunner(new Cancellation(), Map.of("PATH", "/usr/local/bin:/usr/bin:/bin")),
                        Duration.ofMinutes(1)),
                files,
                () -> false,
                Clock.fixed(now, ZoneOffset.UTC),
                2);
    }

    private static VerifyWish wish(Optional<SampleShare> sample, String... projects) {
        return new VerifyWish(List.of(projects), List.of(), Optional.empty(), sample);
    }

    private static VerifyResult verified(SetFiles files, Instant now, VerifyWish wish) {
        Verifier verifier = verifier(files, now);
        return verifier.verify(verifier.choose(wish), wish.sample(), VerifyListener.NONE);
    }

    @Test
    void aSetUnderAnotherNameIsNotGood() throws IOException {
        Path renamed = set("shop").resolveSibling("20250101T000000Z");
        Files.move(set("shop"), renamed);

        InProcess verify = run("verify", "shop");

        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out()).contains("20250101T000000Z", "set.json is that of 20261122T163105Z");
    }

    @Test
    void theRecordOfAnotherProjectsSetIsFound() throws IOException {
        Path record = set("shop").resolve("set.json");
        Files.delete(record);
        Files.copy(set("blog").resolve("set.json"), record);

        InProcess verify = run("verify", "shop");

        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out()).contains("is of the project blog", "set.json: Its content is not what was sealed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"database/a\nb", "database/\u001b[2J", ".git/config", "files/\u00e9\u00ff", "database/.DS_Store"
            })
    void aFileTooMuchIsFoundWhateverItsName(String name) throws IOException {
        Path extra = RawPath.of(name.getBytes(ISO_8859_1)).under(set("shop"));
        Files.createDirectories(extra.getParent());
        Files.write(extra, new byte[] {1});

        InProcess verify = run("verify", "shop");

        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out()).contains("does not belong to the set").doesNotContain("\u001b");
        assertThat(verify.out().lines().filter(line -> line.equals("b") || line.startsWith("b:")))
                .isEmpty();
    }

    @Test
    void nobodyIsToldToMoveAwayAFileOfTheSetWhoseLineInTheManifestIsDamaged() throws IOException {
        Path manifest = set("shop").resolve("MANIFEST.sha256");
        String text = Files.readString(manifest, ISO_8859_1);
        assertThat(manifest.toFile().setWritable(true)).isTrue();
        Files.writeString(manifest, text.replaceFirst("(?m)^.*database/db\\.sql\\.gz\n", ""), ISO_8859_1);

        InProcess verify = run("verify", "shop");

        assertThat(verify.exit()).isEqualTo(4);
        assertThat(verify.out())
                .contains("database/db.sql.gz: set.json lists it, and the manifest does not.")
                .doesNotContain("Move it out of the set");
    }

    @Test
    void aFailureIsOneDocumentThatNamesSetFileAndBytes() throws IOException {
        Path dump = set("shop").resolve("database/db.sql.gz");
        byte[] content = Files.readAllBytes(dump);
        content[content.length / 2] ^= 1;
        assertThat(dump.toFile().setWritable(true)).isTrue();
        Files.write(dump, content);

        InProcess verify = run("verify", "shop", "--json");

        assertThat(verify.exit()).isEqualTo(4);
        JsonNode document = new ObjectMapper().readTree(verify.out());
        JsonNode told = document.path("sets").path(0);
        assertThat(document.path("exitCode").asInt()).isEqualTo(4);
        assertThat(told.path("set").asText())
                .isEqualTo(set("shop").getFileName().toString());
        assertThat(told.path("state").asText()).isEqualTo("not-good");
        JsonNode problem = told.path("problems").path(0);
        assertThat(problem.path("file").asText()).isEqualTo("database/db.sql.gz");
        assertThat(problem.path("from").asLong()).isLessThanOrEqualTo(content.length / 2);
        assertThat(problem.path("to").asLong()).isGreaterThan(content.length / 2);
    }

    @Test
    void aFileThatMayNotBeReadLeavesTheSetUnknownAndNotBad() throws IOException {
        SetFiles closed = file -> {
            if (file.endsWith("database/db.sql.gz")) {
                throw new AccessDeniedException(file.toString());
            }
            return SetFiles.REAL.open(file);
        };

        VerifiedSet shop =
                verified(closed, NOW, wish(Optional.empty(), "shop")).sets().get(0);

        assertThat(shop.state()).isEqualTo(VerifiedSet.State.UNKNOWN);
        assertThat(shop.problems())
                .extracting(SetProblem::file, SetProblem::sentence)
                .containsExactly(Tuple.tuple("database/db.sql.gz", "It could not be opened: permission denied."));
        assertThat(set("shop").resolveSibling(shop.id() + ".verified.json")).doesNotExist();
    }

    @Test
    void aDiskThatRefusesBytesIsDamageWithTheirPlace() throws IOException {
        SetFiles failing = file -> file.endsWith("database/db.sql.gz")
                ? new FailingAfter(SetFiles.REAL.open(file), 100)
                : SetFiles.REAL.open(file);

        VerifiedSet shop =
                verified(failing, NOW, wish(Optional.empty(), "shop")).sets().get(0);

        assertThat(shop.state()).isEqualTo(VerifiedSet.State.NOT_GOOD);
        assertThat(shop.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(SetProblem.Kind.READ_ERROR);
            assertThat(problem.range().orElseThrow().from()).isEqualTo(100);
        });
    }

    @Test
    void aSetThatIsPrunedWhileItIsReadIsNoError() throws IOException {
        Path set = set("shop");
        SetFiles pruning = file -> {
            if (file.startsWith(set) && file.endsWith("database/db.sql.gz")) {
                FileTree.delete(set);
            }
            return SetFiles.REAL.open(file);
        };

        VerifyResult result = verified(pruning, NOW, wish(Optional.empty()));

        assertThat(result.any(VerifiedSet.State.NOT_GOOD)).isFalse();
        assertThat(result.any(VerifiedSet.State.UNKNOWN)).isFalse();
        assertThat(result.sets().stream().filter(one -> one.state() == VerifiedSet.State.GONE))
                .extracting(one -> one.project().text())
                .containsExactly("shop");
        assertThat(set.resolveSibling(set.getFileName() + ".verified.json")).doesNotExist();
    }

    @Test
    void tenTurnsOfATenthOpenEveryFileOfTheSet() throws IOException {
        Set<Path> opened = ConcurrentHashMap.newKeySet();
        SetFiles heard = file -> {
            opened.add(file);
            return SetFiles.REAL.open(file);
        };
        Optional<SampleShare> tenth = SampleShare.percent("10%");

        for (int turn = 0; turn < 9; turn++) {
            verified(heard, NOW.plusSeconds(turn), wish(tenth, "shop"));
        }
        VerifiedSet last =
                verified(heard, NOW.plusSeconds(9), wish(tenth, "shop")).sets().get(0);

        assertThat(last.state()).isEqualTo(VerifiedSet.State.VERIFIED);
        assertThat(opened).containsAll(sealed(set("shop")));
    }

    private static Set<Path> sealed(Path set) throws IOException {
        try (Stream<Path> all = Files.walk(set)) {
            Set<Path> files = new HashSet<>(all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .toList());
            files.remove(set.resolve("MANIFEST.sha256"));
            return files;
        }
    }

    @Test
    void whereABudgetIsSpentTheSetsThatGotNothingComeFirstNextTime() throws IOException {
        Optional<SampleShare> oneByte = Optional.of(SampleShare.ofBytes(1));
        Set<String> first = new HashSet<>();
        Verifier any = verifier(SetFiles.REAL, NOW);
        int sets = any.choose(wish(oneByte)).size();

        for (int turn = 0; turn < sets; turn++) {
            Verifier verifier = verifier(SetFiles.REAL, NOW.plusSeconds(turn));
            List<SealedFolder> chosen = verifier.choose(wish(oneByte));
            first.add(chosen.get(0).project().text());
            assertThat(verifier.verify(chosen, oneByte, VerifyListener.NONE).sets().stream()
                            .filter(one -> one.bytes() > 0))
                    .hasSize(1);
        }

        assertThat(first).hasSize(sets);
    }

    /** The real content up to a place, and then what a failing disk says. */
    private static final class FailingAfter extends FilterInputStream {
        private long left;

        FailingAfter(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("Input/output error");
            }
            int count = super.read(bytes, offset, (int) Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }
    }
}
