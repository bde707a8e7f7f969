package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code completion}: what bash and zsh themselves make of it. */
class CompletionTest {
    @TempDir
    Path home;

    @BeforeEach
    void projects() throws IOException {
        Path list = home.resolve(".ddev/project_list.yaml");
        Files.createDirectories(list.getParent());
        Files.writeString(list, "blog:\n    approot: /srv/blog\n\"123\":\n    approot: /srv/123\n$(touch hit):\n");
        Path sets = home.resolve(".local/share/ddevbak/projects");
        Files.createDirectories(sets.resolve("shop/20261122T163105Z"));
        Files.createDirectories(sets.resolve("$(touch hit)/$(touch hit)T0Z"));
        Files.createDirectories(home.resolve("elsewhere/projects/attic"));
        InProcess bash = run("completion", "bash");
        assertThat(bash.exit()).as(bash.err()).isZero();
        Files.writeString(home.resolve("completion.bash"), bash.out());
        Files.writeString(
                home.resolve("completion.zsh"), run("completion", "zsh").out());
    }

    private InProcess run(String... words) {
        return InProcess.alone(home, words);
    }

    private Shell.Ended shell(String... command) throws IOException, InterruptedException {
        List<String> clean = Stream.concat(
                        Stream.of("env", "-i", "HOME=" + home, "PATH=/usr/bin:/bin:/opt/homebrew/bin", "TERM=dumb"),
                        Stream.of(command))
                .toList();
        return Shell.run(home, Map.of(), clean.toArray(String[]::new));
    }

    /** What bash offers for the last of the words, sorted. */
    private String offered(String... words) throws IOException, InterruptedException {
        String script = """
                source ./completion.bash
                COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
                _ddevbak "$1" "${COMP_WORDS[COMP_CWORD]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                complete -p ddevbak >/dev/null || echo 'not registered'
                """;
        Shell.Ended ended =
                shell(Stream.concat(Stream.of("bash", "--norc", "-c", script, "bash", "ddevbak"), Stream.of(words))
                        .toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output().lines().sorted().distinct().collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "[{index}] ddevbak {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "re                              | report restore",
                "--dry-run sched                 | schedule",
                "--config list sta               | status",
                "schedule ''                     | install remove show status",
                "-n schedule install --sys       | --system",
                "schedule install --system cr    | cron",
                "restore --from                  | --from --from-remote",
                "restore --from ''               | dump snapshot",
                "restore --from = sn             | snapshot",
                "restore --database db --from =  | dump snapshot",
                "--color a                       | always auto",
                "all --only code,da              | code,database",
                "all --copy-files ''             | always auto never",
                "all --rescue-max ''             | ''",
                "all -- --x                      | ''",
                "restore ''                      | 123 blog shop",
                "restore --config b              | blog",
                "restore --set ''                | 20261122T163105Z latest",
                "--dest elsewhere show at        | attic",
                "completion ''                   | bash zsh",
                "config validate --q             | --quiet"
            })
    void bashOffers(String words, String offered) throws IOException, InterruptedException {
        String[] said = Stream.of(words.strip().split(" +"))
                .map(word -> word.equals("''") ? "" : word)
                .toArray(String[]::new);

        assertThat(offered(said)).isEqualTo(offered);
        assertThat(home.resolve("hit")).doesNotExist();
    }

    @Test
    void bashOffersEveryCommandThatTheHelpLists() throws IOException, InterruptedException {
        String help = run("--help").out();
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes"));

        assertThat(commands.lines()
                        .filter(line -> line.matches(" {2}[a-z].*"))
                        .map(line -> line.strip().split(" +", 2)[0])
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(offered(""));
    }

    @Test
    void bashOffersEveryOptionThatTheHelpOfACommandLists() throws IOException, InterruptedException {
        for (String command : List.of("all", "restore", "prune", "schedule install")) {
            String[] words = Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"))
                    .toArray(String[]::new);
            words[words.length - 1] = "--";

            assertThat(offered(words).split(" "))
                    .as(command)
                    .containsExactlyInAnyOrderElementsOf(
                            InProcess.help(home, command).longOptions());
        }
    }

    @Test
    void zshCompletesWhatIsBegun() throws IOException, InterruptedException {
        assumeTrue(Shell.has("zsh"), "needs zsh");
        String script = """
                zmodload zsh/zpty
                zpty shell 'zsh -f -i'
                zpty -w shell "PROMPT= PS2=; unset zle_bracketed_paste; unsetopt prompt_sp prompt_cr
                    autoload -Uz compinit; compinit -D -u; source ./completion.zsh
                    probe() { zle complete-word; print -r -- \\"<<\\$BUFFER>>\\"; BUFFER= }
                    zle -N probe; bindkey '^P' probe; print REA''DY"
                zpty -r shell out '*READY*'
                for line; do
                    zpty -w -n shell "$line"$'\\x10'
                    zpty -r shell out '*>>*'
                    print -r -- ${${out##*<<}%%>>*}
                done
                zpty -d shell
                """;

        Shell.Ended ended = shell(
                "zsh",
                "-f",
                "-c",
                script,
                "zsh",
                "ddevbak resto",
                "ddevbak -n schedule inst",
                "ddevbak schedule install --system cr",
                "ddevbak restore --from-",
                "ddevbak restore --from=sn",
                "ddevbak restore --set 2026",
                "ddevbak restore bl",
                "ddevbak --dest elsewhere show at",
                "ddevbak all --only code,dat",
                "ddevbak completion z");

        assertThat(ended.output().lines().map(String::strip))
                .containsExactly(
                        "ddevbak restore",
                        "ddevbak -n schedule install",
                        "ddevbak schedule install --system cron",
                        "ddevbak restore --from-remote",
                        "ddevbak restore --from=snapshot",
                        "ddevbak restore --set 20261122T163105Z",
                        "ddevbak restore blog",
                        "ddevbak --dest elsewhere show attic",
                        "ddevbak all --only code,database,",
                        "ddevbak completion zsh");
        assertThat(home.resolve("hit")).doesNotExist();
    }

    @Test
    void asJsonItIsOneDocumentAndAnotherShellIsWrongUsage() {
        assertThat(run("completion", "bash", "--json").out()).contains("ddevbak/completion/1", "complete -o");
        assertThat(run("completion", "fish").exit()).isEqualTo(2);
    }
}
