package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./mvnw -Pdist verify} made, in fresh folders; {@code src/dist/try-packages} has a whole Debian for it. */
@Tag("dist")
class PackagesIT {
    private static final Path PACKAGES = Path.of(System.getProperty("ddevbak.packages", "target"));
    private static final long MOST_KIB = 60_000_000 / 1024;

    @TempDir
    private Path folder;

    private Path tools;

    @BeforeEach
    void thePathHasToolsButNoJava() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("sh", "readlink", "locale", "git", "stty", "sha256sum", "gunzip", "gzip", "tar")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path program = Path.of(place, tool);
                if (Files.isExecutable(program) && Files.notExists(tools.resolve(tool))) {
                    FakeJava.passOn(tools.resolve(tool), program);
                }
            }
        }
    }

    /** The one file that the expression matches. */
    private static Path made(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(PACKAGES)) {
            files.filter(file -> file.getFileName().toString().matches(name)).forEach(found::add);
        }
        assertThat(found).as(name).hasSize(1);
        return found.get(0).toAbsolutePath();
    }

    private Path unpacked(String name) throws IOException, InterruptedException {
        Path into = Files.createDirectory(folder.resolve("unpacked"));
        Shell.Ended tar = Shell.run(into, Map.of(), "tar", "-xzf", made(name).toString(), "--strip-components=1");
        assertThat(tar.exit()).as(tar.output()).isZero();
        return into;
    }

    private Shell.Ended clean(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "-i",
                "HOME=" + folder,
                "XDG_CACHE_HOME=/dev/null",
                "PATH=" + tools,
                "DDEVBAK_JAVA_OPTS=-XshowSettings:properties"));
        command.addAll(List.of(words));
        return Shell.run(folder, Map.of(), command.toArray(String[]::new));
    }

    @Test
    void theArchiveWithAJavaRunsOnThatWhereThereIsNoOther() throws IOException, InterruptedException {
        Path home = unpacked("ddevbak-.*-(linux|macos)-.*\\.tar\\.gz");

        Shell.Ended help = clean(home.resolve("bin/ddevbak").toString(), "--help");
        Shell.Ended demo = clean(home.resolve("bin/ddevbak").toString(), "demo", "--keep", folder + "/demo");

        assertThat(help.exit()).as(help.output()).isZero();
        assertThat(help.output()).contains("java.home = " + home.toRealPath().resolve("lib/ddevbak"));
        assertThat(demo.exit()).as(demo.output()).isZero();
    }

    @Test
    void theArchiveWithAJavaStaysUnderSixtyMegabytes() throws IOException, InterruptedException {
        Path home = unpacked("ddevbak-.*-(linux|macos)-.*\\.tar\\.gz");

        String kib = Shell.run(home, Map.of(), "du", "-sk", ".").output().split("\t", 2)[0];

        assertThat(Long.parseLong(kib)).isLessThan(MOST_KIB);
    }

    @Test
    void thePackagesHoldCompletionManualAndSchemas() throws IOException, InterruptedException {
        Path home = unpacked("ddevbak-(?!.*-(linux|macos)-).*\\.tar\\.gz");

        assertThat(home.resolve("share/man/man1/ddevbak.1"))
                .hasContent(InProcess.alone(folder, "manual").out().replace("ddevbak development", version(home)));
        assertThat(home.resolve("share/bash-completion/completions/ddevbak"))
                .hasContent(InProcess.alone(folder, "completion", "bash").out());
        assertThat(home.resolve("share/zsh/site-functions/_ddevbak"))
                .hasContent(InProcess.alone(folder, "completion", "zsh").out());
        assertThat(home.resolve("share/ddevbak/config.schema.json")).isNotEmptyFile();
        assertThat(home.resolve("lib")).doesNotExist();
        assertThat(made("ddevbak\\.rb")).content().contains("sha256 \"").doesNotContain("@sha256@", "@version@");
        assertThat(made("ddevbak-.*\\.cdx\\.json"))
                .content()
                .contains("picocli")
                .doesNotContain("mockito");
    }

    private String version(Path home) throws IOException, InterruptedException {
        return clean(home.resolve("bin/ddevbak").toString(), "--version")
                .output()
                .strip();
    }

    @Test
    void theDebianPackageSaysWhatItNeedsAndHoldsNothingOfTheBuild() throws IOException, InterruptedException {
        assumeTrue(Shell.has("dpkg-deb"), "needs dpkg-deb");
        String deb = made("ddevbak_.*_all\\.deb").toString();

        String fields = Shell.run(folder, Map.of(), "dpkg-deb", "--field", deb).output();
        String files =
                Shell.run(folder, Map.of(), "dpkg-deb", "--contents", deb).output();

        assertThat(fields)
                .contains("Depends: default-jre-headless", "git", "Recommends: restic")
                .doesNotContain("[[");
        assertThat(files.lines().filter(line -> !line.startsWith("d")).map(line -> line.replaceAll(".* \\./", "")))
                .containsExactlyInAnyOrder(
                        "usr/bin/ddevbak",
                        "usr/share/bash-completion/completions/ddevbak",
                        "usr/share/ddevbak/config.schema.json",
                        "usr/share/ddevbak/project-config.schema.json",
                        "usr/share/doc/ddevbak/copyright",
                        "usr/share/man/man1/ddevbak.1.gz",
                        "usr/share/zsh/vendor-completions/_ddevbak");
        assertThat(files.lines()).allSatisfy(line -> assertThat(line).contains(" root/root "));
    }
}
