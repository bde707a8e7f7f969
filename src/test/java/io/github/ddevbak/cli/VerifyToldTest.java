package io.github.ddevbak.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.recovery.Coverage;
import io.github.ddevbak.recovery.SetProblem;
import io.github.ddevbak.recovery.VerifiedSet;
import io.github.ddevbak.recovery.VerifiedSet.State;
import io.github.ddevbak.recovery.VerifyResult;
import io.github.ddevbak.store.SealedFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyToldTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final Path SETS = Path.of("/sets");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private VerifyTold told(String... said) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                0,
                clock,
                Map.of(),
                SETS,
                SETS);
        Declaration declaration = new Declaration(() -> 0, "verify");
        GlobalOptions options = new GlobalOptions(declaration);
        declaration.line().parseArgs(said);
        return new VerifyTold(new Console(shell, options), SETS, false, clock);
    }

    private static VerifiedSet set(String project, State state, SetProblem.Kind... kinds) {
        String id = "20261122T163105Z";
        SealedFolder folder = new SealedFolder(
                new ProjectName(project), id, SETS.resolve(project).resolve(id), Optional.empty(), "");
        List<SetProblem> problems = List.of(kinds).stream()
                .map(kind -> new SetProblem(kind, "database/db.sql.gz", Optional.empty(), "Told.", "", ""))
                .toList();
        return new VerifiedSet(folder, state, problems, 0, List.of(), 1, 2, new Coverage(NOW, 0, 0, 0, 0, 0, 0), "", 3);
    }

    private static VerifyResult damagedAndUnreadable() {
        return new VerifyResult(
                List.of(
                        set("blog", State.NOT_GOOD, SetProblem.Kind.CHANGED),
                        set("shop", State.UNKNOWN, SetProblem.Kind.UNREADABLE),
                        set("wiki", State.VERIFIED)),
                List.of(),
                false,
                9);
    }

    @Test
    void aDamagedSetBesideOneThatCannotBeReadIsOneAndNamedAtTheEnd() {
        assertThat(told().tell(damagedAndUnreadable())).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(out.toString(UTF_8)).contains("1 not good, 1 could not be looked at.");
        assertThat(err.toString(UTF_8)).contains("damaged all the same: blog 20261122T163105Z.");
    }

    @Test
    void quietNamesTheDamagedSetToo() {
        assertThat(told("--quiet").tell(damagedAndUnreadable())).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(err.toString(UTF_8)).contains("damaged all the same: blog 20261122T163105Z.");
    }

    @Test
    void jsonNamesTheDamagedSetsAndTheUnknownOnes() throws IOException {
        told("--json").tell(damagedAndUnreadable());

        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.path("exitCode").asInt()).isEqualTo(1);
        assertThat(json.path("notGood").get(0).asText()).isEqualTo("blog 20261122T163105Z");
        assertThat(json.path("notGood")).hasSize(1);
        assertThat(json.path("unknown").get(0).asText()).isEqualTo("shop 20261122T163105Z");
    }

    @Test
    void oneSetThatIsDamagedAndInPartUnreadableIsOneAndNamed() {
        VerifyResult result = new VerifyResult(
                List.of(set("blog", State.NOT_GOOD, SetProblem.Kind.CHANGED, SetProblem.Kind.UNREADABLE)),
                List.of(),
                false,
                9);

        assertThat(told().tell(result)).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(err.toString(UTF_8)).contains("damaged all the same: blog 20261122T163105Z.");
    }

    @Test
    void damageAloneIsFour() {
        VerifyResult result =
                new VerifyResult(List.of(set("blog", State.NOT_GOOD, SetProblem.Kind.CHANGED)), List.of(), false, 9);

        assertThat(told().tell(result)).isEqualTo(ExitCode.SET_NOT_GOOD);
        assertThat(err.toString(UTF_8)).isEmpty();
    }
}
