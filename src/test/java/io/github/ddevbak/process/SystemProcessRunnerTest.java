package io.github.ddevbak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a child that ends by itself is given, and what is kept of it. */
class SystemProcessRunnerTest {
    private final SystemProcessRunner runner = Children.runner();

    @TempDir
    private Path folder;

    @Test
    void aChildsExitCodeIsTheEnding() {
        ProcessResult result = runner.run(Children.call("exit", "42"));

        assertThat(result.ending()).isEqualTo(new Ending.Exited(42));
    }

    @Test
    void aChildKilledBySignalNineIsCode137() {
        ProcessResult result = runner.run(Invocation.of("sh", "-c", "kill -s KILL $$"));

        assertThat(result.ending()).isEqualTo(new Ending.Exited(137));
    }

    @Test
    void wordsReachTheChildAsTheyAre() {
        String[] words = {"echo", "two words", "", "$HOME", "a'b\"c", "new\nline", "*", "-x"};

        ProcessResult result = runner.run(Children.call(words));

        assertThat(result.stdout().split("\0", -1)).startsWith(words);
    }

    @Test
    void aFloodOnBothStreamsBlocksNobody() {
        ProcessResult result = runner.run(Children.call("flood", "1000000"));

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(result.stdout()).hasSize(1_000_000);
    }

    @Test
    void onlyTheLastEightKibibytesOfStandardErrorAreKept() {
        ProcessResult result = runner.run(Children.call("flood", "1000000"));

        assertThat(result.stderrTail()).hasSize(8 << 10).endsWith("0123456789abcde\n");
    }

    @Test
    void aCaptureKeepsItsBoundAndSaysThatThereWasMore() {
        ProcessResult result = runner.run(Children.call("flood", "1000000").writing(new Output.Captured(100)));

        assertThat(result.ok()).isTrue();
        assertThat(result.stdout()).hasSize(100);
        assertThat(result.truncated()).isTrue();
    }

    @Test
    void aCaptureThatIsJustFullLacksNothing() {
        ProcessResult result = runner.run(Children.call("flood", "1600").writing(new Output.Captured(1600)));

        assertThat(result.stdout()).hasSize(1600);
        assertThat(result.truncated()).isFalse();
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedNotRefused() {
        ProcessResult result = runner.run(Invocation.of("printf", "a\\377b"));

        assertThat(result.stdout()).isEqualTo("a\ufffdb");
    }

    @Test
    void aSinkSeesEveryByteOnTheCallingThreadAndStaysOpen() {
        List<Thread> callers = new ArrayList<>();
        OnFirstBytes sink = new OnFirstBytes(() -> callers.add(Thread.currentThread()));

        ProcessResult result = runner.run(Children.call("flood", "1000000").writing(sink));

        assertThat(result.ok()).isTrue();
        assertThat(sink.size()).isEqualTo(1_000_000);
        assertThat(callers).containsExactly(Thread.currentThread());
        assertThat(result.stdout()).isEmpty();
    }

    @Test
    void anOutputFileIsEmptiedFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "a much longer text that was there before");

        ProcessResult result = runner.run(Invocation.of("printf", "new").writing(new Output.ToFile(file)));

        assertThat(result.ok()).isTrue();
        assertThat(file).hasContent("new");
    }

    @Test
    void aNewOutputFileIsItsOwnersOnly() throws IOException {
        Path file = folder.resolve("out");

        runner.run(Invocation.of("printf", "new").writing(new Output.ToFile(file)));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anOutputFileThatCannotBeWrittenStartsNothing() {
        Path file = folder.resolve("missing/out");

        ProcessResult result = runner.run(Children.call("exit", "0").writing(new Output.ToFile(file)));

        assertThat(result.ending())
                .isEqualTo(new Ending.NotStarted("its output " + file + " cannot be written: no such folder"));
    }

    @Test
    void noInputIsTheEndOfFileAtOnce() {
        ProcessResult result = runner.run(Children.call("cat"));

        assertThat(result.stderrTail()).isEqualTo("whole");
        assertThat(result.stdout()).isEmpty();
    }

    @Test
    void aFileIsReadByTheChild() throws IOException {
        Path file = Files.writeString(folder.resolve("in"), "from a file");

        assertThat(runner.run(Children.call("cat").reading(file)).stdout()).isEqualTo("from a file");
    }

    @Test
    void anInputFileThatIsMissingStartsNothing() {
        Path file = folder.resolve("in");

        ProcessResult result = runner.run(Children.call("cat").reading(file));

        assertThat(result.ending())
                .isEqualTo(new Ending.NotStarted("its input " + file + " is not there, or may not be read"));
    }

    @Test
    void aStreamIsReadByTheChildToItsEndAndClosed() {
        WatchedInput stream = new WatchedInput(new ByteArrayInputStream(new byte[1_000_000]));

        ProcessResult result = runner.run(Children.call("cat").reading(stream));

        assertThat(result.stdout()).hasSize(1_000_000);
        assertThat(stream.closed()).isTrue();
    }

    @Test
    void aChildThatReadsNothingOfItsInputEndsAsItWould() {
        WatchedInput endless = WatchedInput.endless();

        ProcessResult result = runner.run(Children.call("exit", "3").reading(endless));

        assertThat(result.ending()).isEqualTo(new Ending.Exited(3));
        assertThat(endless.closed()).isTrue();
    }

    @Test
    void aStreamIsClosedAlsoWhereNothingStarts() {
        WatchedInput stream = new WatchedInput(new ByteArrayInputStream(new byte[1]));

        runner.run(Invocation.of("no-such-program-anywhere").reading(stream));

        assertThat(stream.closed()).isTrue();
    }

    @Test
    void aChildThatClosesItsStreamsFirstIsWaitedForAllTheSame() {
        assertThat(runner.run(Children.call("mute")).ending()).isEqualTo(new Ending.Exited(7));
    }

    @Test
    void aMissingProgramIsNotACode127() {
        ProcessResult result = runner.run(Invocation.of("no-such-program-anywhere", "list"));

        assertThat(result.ending())
                .isEqualTo(new Ending.NotStarted("no-such-program-anywhere is not installed, or not on PATH"));
    }

    @Test
    void aMissingPathIsNotACode127() {
        ProcessResult result = runner.run(Invocation.of(folder + "/ddev"));

        assertThat(result.ending()).isEqualTo(new Ending.NotStarted(folder + "/ddev is not there, or may not be run"));
    }

    @Test
    void aPathWithASlashIsSeenFromTheWorkingDirectory() throws IOException {
        Children.passOn(folder.resolve("say"), "/bin/echo");

        assertThat(runner.run(Invocation.of("./say", "here").in(folder)).stdout())
                .isEqualTo("here\n");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("gone");

        ProcessResult result = runner.run(Children.call("exit", "0").in(missing));

        assertThat(result.ending()).isEqualTo(new Ending.NotStarted("the folder " + missing + " is not there"));
    }

    @Test
    void aCommandTooLongForTheSystemIsToldInItsWords() {
        ProcessResult result = runner.run(Invocation.of("printf", "x".repeat(5_000_000)));

        assertThat(result.ending().words())
                .startsWith("printf could not be started: ")
                .doesNotContain("error=");
        assertThat(result.ending()).isInstanceOf(Ending.NotStarted.class);
    }

    @Test
    void theChildWorksInTheGivenFolder() throws IOException {
        assertThat(runner.run(Children.call("directory").in(folder)).stdout().strip())
                .isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void theEnvironmentIsTheGivenOneWithTheCallsOwnAddedOrRemoved() {
        Map<String, String> ours = Map.of("PATH", "/usr/bin:/bin", "GIT_DIR", "/elsewhere", "EMPTY", "");

        ProcessResult result = new SystemProcessRunner(new Cancellation(), ours)
                .run(Children.call("environment").with(Map.of("GIT_DIR", "", "NO_COLOR", "1")));

        assertThat(result.stdout())
                .contains("PATH=/usr/bin:/bin\n", "NO_COLOR=1\n", "EMPTY=\n")
                .doesNotContain("GIT_DIR", "HOME=");
    }

    @Test
    void aPathGivenWithTheCallIsTheOneThatIsSearched() throws IOException {
        Children.passOn(folder.resolve("ddev"), "/bin/echo");

        ProcessResult result = runner.run(Invocation.of("ddev", "found").with(Map.of("PATH", folder.toString())));

        assertThat(result.stdout()).isEqualTo("found\n");
    }

    @Test
    void aWordThatNoSystemTakesStartsNothing() {
        assertThat(runner.run(Invocation.of("printf", "a\0b")).ending()).isInstanceOf(Ending.NotStarted.class);
    }

    @Test
    void aTerminalsInterruptDoesNotReachTheChildsGroup() {
        assumeThat(Path.of("/proc/self/stat")).exists();

        String[] groupAndId =
                runner.run(Children.call("group")).stdout().strip().split(" ", -1);

        assertThat(groupAndId[0]).isEqualTo(groupAndId[1]);
    }

    @Test
    void withoutSetsidPerlMakesTheGroupAndKeepsTheWords() throws IOException {
        assumeThat(Path.of("/proc/self/stat")).exists();
        assumeThat(Path.of("/usr/bin/perl")).exists();
        Children.passOn(folder.resolve("perl"), "/usr/bin/perl");
        SystemProcessRunner onlyPerl = new SystemProcessRunner(new Cancellation(), Map.of("PATH", folder.toString()));

        String[] groupAndId =
                onlyPerl.run(Children.call("group")).stdout().strip().split(" ", -1);
        String echoed = onlyPerl.run(Children.call("echo", "$x @y", "-e")).stdout();

        assertThat(groupAndId[0]).isEqualTo(groupAndId[1]);
        assertThat(echoed).isEqualTo("echo\0$x @y\0-e\0");
    }

    @Test
    void withNeitherSetsidNorPerlTheProgramStillRuns() {
        SystemProcessRunner bare = new SystemProcessRunner(new Cancellation(), Map.of("PATH", folder.toString()));

        assertThat(bare.run(Children.call("exit", "5")).ending()).isEqualTo(new Ending.Exited(5));
    }

    @Test
    void twoCallsAtOnceKeepTheirOutputsApart() throws InterruptedException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        Thread other =
                new Thread(() -> runner.run(Invocation.of("printf", "first").writing(first)));
        other.start();

        ProcessResult second = runner.run(Invocation.of("printf", "second"));
        other.join();

        assertThat(first.toString(StandardCharsets.UTF_8)).isEqualTo("first");
        assertThat(second.stdout()).isEqualTo("second");
    }

    @Test
    void whatTheCallTookIsMeasured() {
        assertThat(runner.run(Invocation.of("true")).took()).isGreaterThan(Duration.ZERO);
    }
}
