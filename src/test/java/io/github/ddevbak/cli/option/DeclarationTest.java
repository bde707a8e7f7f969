package io.github.ddevbak.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DeclarationTest {
    private final Declaration program = Declaration.program(() -> 0, "program", () -> "program 7", "What it is.");
    private final Flag quiet = program.flag("-q, --quiet", "Less.");
    private final Declaration below = new Declaration(() -> 0, "below", "What that is.");
    private final Single<Path> into = below.value(Path.class, "--into", "DIR", "Where to.");
    private final Several<String> only = below.listed("--only", "PARTS", "What.");
    private final Several<Boolean> verbose = below.flags("-v", "More.");
    private final Several<String> names = below.arguments("NAME", "Which.");

    private void say(String... words) {
        program.add(below);
        program.line().parseArgs(words);
    }

    @Test
    void whatWasNotSaidIsNothing() {
        say("below");

        assertThat(quiet.given()).isFalse();
        assertThat(into.given()).isFalse();
        assertThat(into.said()).isEmpty();
        assertThat(into.or(Path.of("here"))).isEqualTo(Path.of("here"));
        assertThat(only.all()).isEmpty();
        assertThat(verbose.given()).isFalse();
        assertThat(names.all()).isEmpty();
        assertThatThrownBy(into::value).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatWasSaidIsThereWhereItWasDeclared() {
        say("below", "-q", "--into", "there", "--only", "a,b", "--only=c", "-vv", "one", "two");

        assertThat(quiet.given()).isTrue();
        assertThat(into.value()).isEqualTo(Path.of("there"));
        assertThat(only.all()).containsExactly("a", "b", "c");
        assertThat(verbose.all()).hasSize(2);
        assertThat(names.all()).containsExactly("one", "two");
    }

    @Test
    void anOptionOfTheProgramMayStandBeforeTheCommand() {
        say("--quiet", "below");

        assertThat(quiet.given()).isTrue();
    }

    @Test
    void everyCommandHasTheHelpTheVersionAndTheFootOfTheProgram() {
        program.footer("The end.").add(below);

        CommandLine line =
                Objects.requireNonNull(program.line().getSubcommands().get("below"));

        assertThat(line.getUsageMessage())
                .contains("Usage: program below [", "What that is.", "-h, --help", "-q, --quiet", "The end.");
        assertThat(line.getCommandSpec().version()).containsExactly("program 7");
    }

    @Test
    void aWordThatMustBeThereIsMissed() {
        Declaration needs = new Declaration(() -> 0, "needs", "");
        Single<String> word = needs.argument(String.class, "WORD", "What.");

        assertThatThrownBy(() -> needs.line().parseArgs()).hasMessage("Missing required parameter: 'WORD'");
        needs.line().parseArgs("said");
        assertThat(word.value()).isEqualTo("said");
    }

    @Test
    void aHiddenCommandIsNotToldOf() {
        program.add(below.hidden());

        assertThat(program.line().getUsageMessage()).doesNotContain("below");
        assertThat(List.of(program.line().getSubcommands().keySet().toArray())).contains("below");
    }
}
