package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    static Path folder;

    private static SampleWorld world;

    @BeforeAll
    static void makeOneSet() throws IOException {
        world = new SampleWorld(folder);
        assertThat(world.run("all", "shop").exit()).isZero();
    }

    @Test
    void thePageOfAllProjectsGoesToStandardOutputAndEndsNoughtWhateverItTells() {
        InProcess made = world.run("report");

        assertThat(made.exit()).isZero();
        assertThat(made.err()).isEmpty();
        assertThat(made.out())
                .startsWith("<!DOCTYPE html>\n")
                .endsWith("</html>\n")
                .contains(">shop<", ">blog<", "no set covers &#39;blog&#39;", "ddevbak all blog", "One set, ");
    }

    @Test
    void aFileIsReplacedAsAWholeAndTheSamePageIsInIt(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("page.html"), "what was there");
        InProcess made = world.run("report", "--output", file.toString());

        assertThat(made.exit()).isZero();
        assertThat(made.out()).isEmpty();
        assertThat(made.err()).contains("the report is in ", "1 of ", " projects recoverable.");
        assertThat(file).hasContent(world.run("report").out());
        try (Stream<Path> left = Files.list(other)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aLinkIsFollowedAndStaysOne(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("real.html"), "");
        Path link = Files.createSymbolicLink(other.resolve("link.html"), file);

        assertThat(world.run("report", "--output", link.toString(), "--quiet").err())
                .isEmpty();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void whatIsNoFileIsWrittenToAsItIs() {
        assertThat(world.run("report", "--output", "/dev/null").exit()).isZero();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aFolderAndAFileInNoFolderAreRefusedAndNothingIsMade(@TempDir Path other) throws IOException {
        InProcess over = world.run("report", "--output", other.toString());
        InProcess nowhere =
                world.run("report", "--output", other.resolve("none/page.html").toString());

        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.err()).contains("is a folder: name a file in it");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no folder", "make it first");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInASentence(@TempDir Path other) {
        String tooLong = "x".repeat(255) + "y";
        InProcess failed =
                world.run("report", "--output", other.resolve(tooLong).toString());

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err()).contains("the report could not be written to ", "too long", "--output");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void aDryRunWritesNothing(@TempDir Path other) {
        InProcess dry =
                world.run("report", "-n", "--output", other.resolve("page.html").toString());

        assertThat(dry.exit()).isZero();
        assertThat(dry.err()).contains("the report would be in ");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void aPageIsNoJson() {
        InProcess refused = world.run("report", "--json");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("leave out --json", "ddevbak status --json");
        assertThat(refused.out()).contains("ddevbak/error/1");
    }
}
