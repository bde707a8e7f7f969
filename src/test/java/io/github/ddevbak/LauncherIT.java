package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stub at the head of the packaged program: which Java it takes, and what it says where there is none. */
class LauncherIT {
    private static final Path PROGRAM = Path.of(System.getProperty("ddevbak.program"));

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void thePathHasToolsButNoJava() throws IOException {
        path = Files.createDirectory(folder.resolve("path"));
        for (String tool : List.of("readlink", "locale")) {
            new Programs(Map.of()).find(tool).ifPresent(found -> FakeJava.passOn(path.resolve(tool), found));
        }
        environment.put("PATH", path.toString());
    }

    @Test
    void javaHomeComesBeforeThePath() throws IOException {
        Path home = FakeJava.installed(folder.resolve("home"), "17.0.1");
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("other"), "21"));
        environment.put("JAVA_HOME", folder.resolve("home").toString());

        assertThat(Launched.java(Launched.with(environment, PROGRAM))).isEqualTo(home.toString());
    }

    @Test
    void theJavaThatAPackageBringsComesFirstAndIsFoundThroughALink() throws IOException {
        Path app = Files.createDirectories(folder.resolve("app/bin"));
        Path program = Files.copy(PROGRAM, app.resolve("ddevbak"), StandardCopyOption.COPY_ATTRIBUTES);
        FakeJava.installed(folder.resolve("app/lib/ddevbak"), "17.0.15");
        FakeJava.installed(folder.resolve("home"), "25");
        environment.put("JAVA_HOME", folder.resolve("home").toString());
        Path link = Links.make(folder.resolve("ddevbak"), Path.of("app/bin/ddevbak"));

        assertThat(Path.of(Launched.java(Launched.with(environment, program))).normalize())
                .isEqualTo(folder.resolve("app/lib/ddevbak/bin/java"));
        assertThat(Launched.java(Launched.with(environment, link)))
                .isEqualTo(folder.toRealPath() + "/app/lib/ddevbak/bin/java");
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws IOException {
        FakeJava.installed(folder.resolve("home"), "11.0.2");
        Path link = Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("other"), "21"));
        environment.put("JAVA_HOME", folder.resolve("home").toString());

        assertThat(Launched.java(Launched.with(environment, PROGRAM))).isEqualTo(link.toString());
    }

    @Test
    void aJavaHomeThatIsGoneIsPassedOver() throws IOException {
        Path link = Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("other"), "25"));
        environment.put("JAVA_HOME", folder.resolve("gone").toString());

        assertThat(Launched.java(Launched.with(environment, PROGRAM))).isEqualTo(link.toString());
    }

    @Test
    void theNextJavaOfThePathIsTakenWhereTheFirstIsTooOld() throws IOException {
        Path old = FakeJava.installed(folder.resolve("old"), "1.8.0_392");
        Path wanted = FakeJava.installed(folder.resolve("new"), "17-ea");
        environment.put("PATH", "relative:" + old.getParent() + ":" + wanted.getParent() + ":" + path);

        assertThat(Launched.java(Launched.with(environment, PROGRAM))).isEqualTo(wanted.toString());
    }

    @Test
    void theReleaseFileBehindALinkSparesTheQuestion() throws IOException {
        Path java = FakeJava.installed(folder.resolve("jvm"), "17.0.15");
        Path middle = Links.make(folder.resolve("alternative"), Path.of("jvm/bin/java"));
        Links.make(path.resolve("java"), middle);

        ProcessResult result = Launched.with(environment, PROGRAM);

        assertThat(result.ok()).isTrue();
        assertThat(FakeJava.wasAsked(java)).isFalse();
    }

    @Test
    void aJavaWithoutAReleaseFileIsAskedItself() throws IOException {
        Path java = FakeJava.silent(folder.resolve("shim"), "25.0.3");
        Links.make(path.resolve("java"), java);

        assertThat(Launched.with(environment, PROGRAM).ok()).isTrue();
    }

    @Test
    void withoutAnyJavaASentenceSaysWhatToInstall() {
        assumeThat(Path.of("/usr/libexec/java_home")).doesNotExist();

        ProcessResult result = Launched.with(environment, PROGRAM);

        assertThat(result.ending()).isEqualTo(new Ending.Exited(10));
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderrTail())
                .startsWith("ddevbak: needs Java 17 or newer, and found none. Install one ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsToldWithoutAnyJava(String word) {
        ProcessResult result = Launched.with(environment, PROGRAM, word);

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(result.stdout()).matches("ddevbak [0-9][^@\n]*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void theHelpIsToldWithoutAnyJavaAndIsWhatJavaTells(String word) {
        ProcessResult told = Launched.with(environment, PROGRAM, word);
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        ProcessResult byJava = Launched.with(environment, java, "-jar", PROGRAM.toString(), word);

        assertThat(told.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(told.stdout()).startsWith("Usage: ddevbak ").isEqualTo(byJava.stdout());
    }

    @Test
    void javasThatAreTooOldOrBrokenAreNamed() throws IOException {
        assumeThat(Path.of("/usr/libexec/java_home")).doesNotExist();
        Path eight = FakeJava.installed(folder.resolve("eight"), "1.8.0_392");
        Path eleven = FakeJava.silent(folder.resolve("eleven"), "11.0.2");
        Path broken = FakeJava.broken(folder.resolve("broken"));
        environment.put("PATH", eight.getParent() + ":" + eleven.getParent() + ":" + broken.getParent() + ":" + path);

        ProcessResult result = Launched.with(environment, PROGRAM);

        assertThat(result.ending()).isEqualTo(new Ending.Exited(10));
        assertThat(result.stderrTail())
                .contains("Java 8 (" + eight + "), Java 11 (" + eleven + "), one that does not start (" + broken + ")");
    }

    @Test
    void argumentsReachJavaAsTheyAre() throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));

        ProcessResult result = Launched.with(environment, PROGRAM, "all", "two words", "", "*", "$HOME", "-x");

        assertThat(result.stdout()).endsWith("-jar\n" + PROGRAM + "\nall\ntwo words\n\n*\n$HOME\n-x\n");
    }

    @Test
    void optionsOfTheUserComeLastAndAreSplit() throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));
        environment.put("DDEVBAK_JAVA_OPTS", "-Xmx1g  -Dx=*");

        assertThat(Launched.with(environment, PROGRAM).stdout()).contains("\n-Xmx1g\n-Dx=*\n-cp\n");
    }

    @Test
    void theProgramFindsItselfThroughALinkAndInAFolderWithSpaces() throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("j v m"), "17"));
        Path copy = Files.copy(
                PROGRAM, Files.createDirectory(folder.resolve("two words")).resolve("ddevbak"));
        Path link = Links.make(path.resolve("backup"), copy);

        assertThat(Launched.with(environment, copy).stdout()).endsWith("-cp\n" + copy + "\nio.github.ddevbak.Main\n");
        assertThat(Launched.with(environment, link).stdout()).endsWith("-cp\n" + link + "\nio.github.ddevbak.Main\n");
    }

    @Test
    void aFolderWithAColonIsASentenceForJavaCannotReadIt() throws IOException {
        Path copy =
                Files.copy(PROGRAM, Files.createDirectory(folder.resolve("a:b")).resolve("ddevbak"));

        ProcessResult result = Launched.with(environment, copy, "list");

        assertThat(result.ending()).isEqualTo(new Ending.Exited(10));
        assertThat(result.stderrTail()).contains("a:b/ddevbak", "Move ddevbak to a folder without one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox sh", "ksh", "mksh", "zsh"})
    void everyShellRunsTheStubAndNothingBehindIt(String shell) throws IOException {
        List<String> words = List.of(shell.split(" ", -1));
        assumeThat(new Programs(Map.of()).find(words.get(0))).isPresent();
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));

        ProcessResult result = Launched.by(words, environment, PROGRAM.resolveSibling("."), "ddevbak");

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(result.stdout()).endsWith("-cp\n" + PROGRAM + "\nio.github.ddevbak.Main\n");
        assertThat(result.stderrTail()).isEmpty();
    }

    @Test
    void theLocaleOfCronIsMadeUtf8() throws IOException {
        assumeThat(Path.of("/System/Library")).doesNotExist();
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));

        assertThat(Launched.with(environment, PROGRAM).stdout()).startsWith("LC_ALL=C.UTF-8\n");
    }

    @Test
    void aLocaleThatIsNamedButNotInstalledIsMadeUtf8() throws IOException {
        assumeThat(Path.of("/System/Library")).doesNotExist();
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));
        environment.put("LANG", "xx_XX.UTF-8");

        assertThat(Launched.with(environment, PROGRAM).stdout()).startsWith("LC_ALL=C.UTF-8\n");
    }

    @Test
    void aLocaleThatIsUtf8IsLeftAlone() throws IOException {
        assumeThat(path.resolve("locale")).exists();
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));
        environment.put("LANG", "C.UTF-8");

        assertThat(Launched.with(environment, PROGRAM).stdout()).startsWith("LC_ALL=unset\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git-check",
                "git-check shop --fetch",
                "-v -d list git-check",
                "--json list",
                "show shop",
                "status --json",
                "list --help",
                ""
            })
    void whatOnlyLooksStartsQuickly(String words) throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17.0.15"));
        boolean linux = !Files.exists(Path.of("/System/Library"));

        String said = Launched.with(environment, PROGRAM, words.split(" ", -1)).stdout();

        assertThat(said).contains("\n-XX:TieredStopAtLevel=1\n");
        assertThat(said.contains("\n-Djdk.lang.Process.launchMechanism=VFORK\n"))
                .isEqualTo(linux);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "files-manifest",
                "export-db git-check",
                "-d list all",
                "--project-dir git-check files-manifest",
                "git-check --rescue",
                "git-check -a --rescue-max 1G",
                "snapshot --name list"
            })
    void whatHashesHasTheWholeCompiler(String words) throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));

        assertThat(Launched.with(environment, PROGRAM, words.split(" ", -1)).stdout())
                .doesNotContain("TieredStopAtLevel", "launchMechanism");
    }

    @Test
    void aManifestHasTheSecondCompilerForItsHashesAlone() throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));
        Path cache = Files.createDirectories(folder.resolve("cache/ddevbak"));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Path rules = cache.resolve("compile-hashes.json");
        Links.make(path.resolve("mv"), Path.of("/bin/mv"));

        String first =
                Launched.with(environment, PROGRAM, "files-manifest", "shop").stdout();
        String made = Files.readString(rules);
        Files.writeString(rules, "[{match");
        String again =
                Launched.with(environment, PROGRAM, "-d", "x", "files-manifest").stdout();

        assertThat(first).contains("\n-XX:-DisplayVMOutput\n-XX:CompilerDirectivesFile=" + rules + "\n");
        assertThat(again).contains("\n-XX:CompilerDirectivesFile=" + rules + "\n");
        assertThat(rules).hasContent(made);
        assertThat(cache).isDirectoryNotContaining(file -> !file.equals(rules));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "git-check", "list files-manifest"})
    void onlyAManifestIsToldWhatToCompile(String words) throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "17"));
        Files.createDirectories(folder.resolve("cache/ddevbak"));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());

        assertThat(Launched.with(environment, PROGRAM, words.split(" ", -1)).stdout())
                .doesNotContain("CompilerDirectives");
    }

    @Test
    void aNewerJavaIsNotToldHowToStartChildren() throws IOException {
        Links.make(path.resolve("java"), FakeJava.installed(folder.resolve("jvm"), "25"));

        assertThat(Launched.with(environment, PROGRAM, "git-check").stdout())
                .contains("TieredStopAtLevel")
                .doesNotContain("launchMechanism");
    }
}
