package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void severalAreAtWorkAtOnceAndAreTakenInTheirOrderOnOneThread() {
        CyclicBarrier both = new CyclicBarrier(2);
        List<String> heard = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();

        new SideBySide(2, () -> false)
                .each(
                        IntStream.range(0, 20).boxed().toList(),
                        number -> {
                            // Would wait for ever if only one were at work.
                            Waiting.on(both);
                            return number * 10;
                        },
                        number -> heard.add("turn " + number),
                        result -> {
                            threads.add(Thread.currentThread());
                            heard.add("result " + result);
                        });

        List<String> expected = new ArrayList<>();
        IntStream.range(0, 20).forEach(number -> {
            expected.add("turn " + number);
            expected.add("result " + number * 10);
        });
        assertThat(heard).containsExactlyElementsOf(expected);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void theLastOfManyMayBeDoneFirst() {
        CountDownLatch last = new CountDownLatch(1);
        List<Integer> taken = new ArrayList<>();

        new SideBySide(2, () -> false)
                .each(
                        List.of(0, 1, 2, 3),
                        number -> {
                            if (number == 3) {
                                last.countDown();
                            } else if (number == 0) {
                                Waiting.on(last);
                            }
                            return number;
                        },
                        number -> {},
                        taken::add);

        assertThat(taken).containsExactly(0, 1, 2, 3);
    }

    @Test
    void whatHasNotBegunWhenItShallStopIsLeftOut() {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger begun = new AtomicInteger();
        List<Integer> taken = new ArrayList<>();

        new SideBySide(1, stop::get)
                .each(
                        List.of(0, 1, 2, 3),
                        number -> {
                            begun.incrementAndGet();
                            stop.set(number == 1);
                            return number;
                        },
                        number -> {},
                        taken::add);

        assertThat(begun).hasValue(2);
        assertThat(taken).doesNotContain(2, 3);
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> new SideBySide(2, () -> false)
                        .each(
                                List.of(1, 2),
                                number -> {
                                    throw new UnsupportedOperationException("broken " + number);
                                },
                                number -> {},
                                result -> {}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("broken 1");
    }

    @Test
    void nothingToDoIsDone() {
        List<Integer> taken = new ArrayList<>();

        new SideBySide(4, () -> false).each(List.<Integer>of(), number -> number, number -> {}, taken::add);

        assertThat(taken).isEmpty();
    }
}
