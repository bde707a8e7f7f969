package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.settings.Secret;
import io.github.ddevbak.store.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of sets in a repository of your own, by the packaged program: {@code DDEVBAK_E2E_REPOSITORY=s3:https://host/bucket/path}
 * and the variables that let restic in there. What it makes lies in a folder of its own below that.
 */
@Tag("e2e")
class RealRepositoryIT {
    private static final String REPOSITORY = "DDEVBAK_E2E_REPOSITORY";

    @TempDir
    Path folder;

    private String place = "";
    private Path password = Path.of("");

    @BeforeEach
    void aPlaceBelowTheOneThatIsGiven() throws IOException, InterruptedException {
        String given = System.getenv().getOrDefault(REPOSITORY, "");
        assumeFalse(given.isEmpty(), REPOSITORY + " names no repository, so none of your own is tried");
        place = given + (given.endsWith("/") ? "" : "/") + "ddevbak-e2e-" + UUID.randomUUID();
        password = Files.writeString(folder.resolve("password"), UUID.randomUUID() + "\n");
        PackagedProgram.Ended demo = new PackagedProgram(folder, Map.of())
                .run("demo", "--keep", folder.resolve("kept").toString());
        assertThat(demo.code()).as(demo.out() + demo.err()).isZero();
    }

    /** Of a repository that is no folder, its empty shell stays. */
    @AfterEach
    void takeAwayWhatWasMade() throws IOException, InterruptedException {
        if (place.isEmpty()) {
            return;
        }
        Map<String, String> restic = Map.of(
                "RESTIC_REPOSITORY", place,
                "RESTIC_PASSWORD_FILE", password.toString(),
                "RESTIC_CACHE_DIR", folder.resolve("cache").toString());
        new PackagedProgram(folder, restic)
                .start(List.of("sh", "-c", "restic forget --prune $(restic list snapshots --no-lock)"))
                .end();
        Optional<String> here = new Repository("made", place, Secret.NONE, Secret.NONE, List.of()).folder();
        if (here.isPresent()) {
            FileTree.delete(Path.of(here.get()));
        }
    }

    private PackagedProgram.Ended run(String home, String... words) throws IOException, InterruptedException {
        Path user = Files.createDirectories(folder.resolve(home));
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME",
                user.toString(),
                "XDG_CONFIG_HOME",
                "",
                "XDG_DATA_HOME",
                "",
                "XDG_STATE_HOME",
                "",
                "RESTIC_CACHE_DIR",
                user.resolve("cache").toString(),
                "RESTIC_REPOSITORY",
                place,
                "RESTIC_PASSWORD_FILE",
                password.toString()));
        environment.put(
                "PATH",
                SimulatedProgram.programs(folder.resolve(home + "-programs"), user) + ":" + System.getenv("PATH"));
        return new PackagedProgram(folder, environment).run(words);
    }

    private PackagedProgram.Ended here(String... words) throws IOException, InterruptedException {
        List<String> dest = List.of("--dest", folder.resolve("kept/backups").toString());
        return run(
                "kept/sample/home",
                Stream.concat(Stream.of(words), dest.stream()).toArray(String[]::new));
    }

    private static String good(PackagedProgram.Ended ended) {
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        return ended.out();
    }

    @Test
    void setsGoThereOnceAreReadAgainAndPrunedAndBringEveryProjectToANewMachine()
            throws IOException, InterruptedException {
        assertThat(here("copy", "--all").code()).isEqualTo(10);
        good(here("copy", "--init"));
        assertThat(good(here("copy", "--all"))).contains("copied").doesNotContain("was there");
        assertThat(good(here("copy", "--all"))).contains("was there").doesNotContain("copied,");
        for (int turn = 1; turn <= 3; turn++) {
            assertThat(good(here("verify", "--remote", "--sample", "34%"))).contains("share " + turn + " of 3");
        }

        String first = good(here("list", "--remote", "--json"));
        good(here("all", "blog", "--no-snapshot"));
        good(here("copy", "--all"));
        String both = good(here("list", "--remote", "--json"));
        good(here("prune", "--remote", "--keep-last", "1"));
        String pruned = good(here("list", "--remote", "--json"));
        good(here("verify", "--remote"));
        PackagedProgram.Ended restored = run(
                "other",
                "restore",
                "--all",
                "--yes",
                "--from-remote",
                "--into",
                folder.resolve("back").toString());

        assertThat(sets(both)).isEqualTo(sets(first) + 1);
        assertThat(sets(pruned)).isEqualTo(sets(first));
        good(restored);
        assertThat(folder.resolve("back/shop/.env")).hasContent("PAYMENT_TOKEN=only-a-sample");
        assertThat(folder.resolve("back/blog/wp-content/uploads")).isNotEmptyDirectory();
        good(run("other", "verify", "--all"));
    }

    @Test
    void aWrongPasswordIsExit12() throws IOException, InterruptedException {
        good(here("copy", "--init"));
        Path right = Files.move(password, folder.resolve("right"));
        Files.writeString(password, "guessed\n");

        PackagedProgram.Ended wrong = here("list", "--remote");
        Files.move(right, password, StandardCopyOption.REPLACE_EXISTING);

        assertThat(wrong.code()).as(wrong.err()).isEqualTo(12);
        assertThat(wrong.err()).contains("wrong password").doesNotContain("guessed");
    }

    private static int sets(String list) throws IOException {
        return new ObjectMapper().readTree(list).path("sets").size();
    }
}
