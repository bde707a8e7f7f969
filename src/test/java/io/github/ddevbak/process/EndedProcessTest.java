package io.github.ddevbak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children that are made to end, and what must not survive them. */
class EndedProcessTest {
    private final Cancellation cancellation = new Cancellation();

    @TempDir
    private Path folder;

    @AfterEach
    void noInterruptIsLeftForTheNextTest() {
        Thread.interrupted();
    }

    @Test
    void aChildThatDoesNotEndIsTimedOut() {
        Duration timeout = Duration.ofMillis(300);

        ProcessResult result = Children.runner().run(Children.call("sleep").within(timeout));

        assertThat(result.ending()).isEqualTo(new Ending.TimedOut(timeout));
    }

    @Test
    void aChildThatNeverReadsItsInputIsTimedOutToo() {
        WatchedInput endless = WatchedInput.endless();
        Duration timeout = Duration.ofMillis(300);

        ProcessResult result =
                Children.runner().run(Children.call("sleep").within(timeout).reading(endless));

        assertThat(result.ending()).isEqualTo(new Ending.TimedOut(timeout));
        assertThat(endless.closed()).isTrue();
    }

    @Test
    void aChildThatPoursWithoutEndIsTimedOutToo() {
        Duration timeout = Duration.ofMillis(300);

        ProcessResult result = Children.runner().run(Children.call("endless").within(timeout));

        assertThat(result.ending()).isEqualTo(new Ending.TimedOut(timeout));
    }

    @Test
    void aTimeOutLongerThanTheClockCountsIsAllowed() {
        ProcessResult result =
                Children.runner().run(Children.call("exit", "0").within(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(result.ok()).isTrue();
    }

    @Test
    void aTimeOutEndsAlsoWhatIsSheltered() {
        Duration timeout = Duration.ofMillis(300);

        ProcessResult result =
                Children.runner().run(Children.call("sleep").within(timeout).sheltered(true));

        assertThat(result.ending()).isEqualTo(new Ending.TimedOut(timeout));
    }

    @Test
    void aChildThatIgnoresTheRequestToEndIsKilled() {
        ProcessResult result = Children.impatient(cancellation)
                .run(Children.call("stubborn").writing(new OnFirstBytes(cancellation::request)));

        assertThat(result.ending()).isEqualTo(new Ending.Cancelled());
    }

    @Test
    void aChildOfTheChildEndsWithIt() throws IOException {
        Path lock = folder.resolve("lock");

        ProcessResult result = Children.runner(cancellation)
                .run(Children.call("parent", lock.toString()).writing(new OnFirstBytes(cancellation::request)));

        assertThat(result.cancelled()).isTrue();
        assertThat(Children.holderWasKilled(lock)).isTrue();
    }

    @Test
    void aGrandchildWhoseParentIsGoneEndsToo() throws IOException {
        Path lock = folder.resolve("lock");

        ProcessResult result = Children.runner(cancellation)
                .run(Children.call("forsaking", lock.toString()).writing(new OnFirstBytes(cancellation::request)));

        assertThat(result.cancelled()).isTrue();
        assertThat(Children.holderWasKilled(lock)).isTrue();
    }

    @Test
    void whatAChildSaysWhileItEndsIsStillHeard() {
        ProcessResult result = Children.runner(cancellation)
                .run(Children.call("last-words").writing(new OnFirstBytes(cancellation::request)));

        assertThat(result.cancelled()).isTrue();
        assertThat(result.stderrTail()).isEqualTo("put back");
    }

    @Test
    void aGrandchildThatKeepsTheOutputOpenIsNeitherWaitedForNorKilled() {
        Path lock = folder.resolve("lock");

        ProcessResult result = Children.runner().run(Children.call("leaving", lock.toString()));

        long survivor = Long.parseLong(result.stdout().replaceAll("(?s).*left (\\d+).*", "$1"));
        boolean survived = ProcessHandle.of(survivor).orElseThrow().destroyForcibly();
        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(survived).isTrue();
    }

    @Test
    void aCancellationFromAnotherThreadEndsTheCall() {
        Thread user = new Thread(cancellation::request);

        ProcessResult result =
                Children.runner(cancellation).run(Children.call("sleep").writing(new OnFirstBytes(user::start)));

        assertThat(result.ending()).isEqualTo(new Ending.Cancelled());
    }

    @Test
    void afterACancellationNothingStarts() {
        Path file = folder.resolve("made");
        cancellation.request();

        ProcessResult result =
                Children.runner(cancellation).run(Invocation.of("printf", "x").writing(new Output.ToFile(file)));

        assertThat(result.ending()).isEqualTo(new Ending.Cancelled());
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void afterACancellationWhatIsShelteredStillStarts() {
        cancellation.request();

        ProcessResult result = Children.runner(cancellation)
                .run(Invocation.of("printf", "put back").sheltered(true));

        assertThat(result.stdout()).isEqualTo("put back");
    }

    @Test
    void aShelteredCallSurvivesACancellation() throws IOException {
        PipedOutputStream answer = new PipedOutputStream();
        OnFirstBytes sink = new OnFirstBytes(() -> {
            cancellation.request();
            Answers.give(answer, "y");
        });

        ProcessResult result = Children.runner(cancellation)
                .run(Children.call("talk")
                        .reading(new PipedInputStream(answer))
                        .writing(sink)
                        .sheltered(true));

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(sink.toString(StandardCharsets.US_ASCII)).endsWith("heard y\n");
    }

    @Test
    void anInterruptEndsTheCallAndIsNotForgotten() {
        ProcessResult result = Children.runner()
                .run(Children.call("sleep").writing(new OnFirstBytes(Thread.currentThread()::interrupt)));

        assertThat(result.ending()).isEqualTo(new Ending.Cancelled());
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aShelteredCallIsFinishedBeforeAnInterruptCounts() throws IOException {
        PipedOutputStream answer = new PipedOutputStream();
        Thread caller = Thread.currentThread();
        OnFirstBytes sink = new OnFirstBytes(() -> {
            Answers.give(answer, "y");
            caller.interrupt();
        });

        ProcessResult result = Children.runner()
                .run(Children.call("talk")
                        .reading(new PipedInputStream(answer))
                        .writing(sink)
                        .sheltered(true));

        assertThat(result.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(sink.toString(StandardCharsets.US_ASCII)).endsWith("heard y\n");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void anInterruptedThreadStartsNothing() {
        Thread.currentThread().interrupt();

        ProcessResult result = Children.runner().run(Invocation.of("true"));

        assertThat(result.ending()).isEqualTo(new Ending.Cancelled());
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aSinkThatThrowsEndsTheChildAndSaysWhy() throws IOException {
        Path lock = folder.resolve("lock");
        OutputStream full = new OnFirstBytes(() -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        });

        ProcessResult result =
                Children.runner().run(Children.call("parent", lock.toString()).writing(full));

        assertThat(result.ending().words())
                .startsWith("its output could not be taken: ")
                .endsWith("No space left on device");
        assertThat(result.ending()).isInstanceOf(Ending.OutputRefused.class);
        assertThat(Children.holderWasKilled(lock)).isTrue();
    }

    @Test
    void aFaultInTheSinkIsThrownOnButLeavesNoChildBehind() throws IOException {
        Path lock = folder.resolve("lock");
        OutputStream faulty = new OnFirstBytes(() -> {
            throw new AssertionError("a fault of ours");
        });

        assertThatThrownBy(() -> Children.runner()
                        .run(Children.call("parent", lock.toString()).writing(faulty)))
                .hasMessage("a fault of ours");

        assertThat(Children.holderWasKilled(lock)).isTrue();
    }

    @Test
    void anInputThatBreaksOffIsNotTakenForItsEnd() {
        CountDownLatch reading = new CountDownLatch(1);
        WatchedInput broken = WatchedInput.breakingOnce(reading);

        ProcessResult result = Children.runner()
                .run(Children.call("cat").reading(broken).writing(new OnFirstBytes(reading::countDown)));

        assertThat(result.ending()).isEqualTo(new Ending.OutputRefused("its input could not be read: bad checksum"));
        assertThat(result.stderrTail()).doesNotContain("whole");
        assertThat(broken.closed()).isTrue();
    }
}
