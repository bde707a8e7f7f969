package io.github.ddevbak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration LONG = Duration.ofDays(1);

    @Test
    void itAsksFirstAndInsistsThen() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch insisted = new CountDownLatch(1);

        try (Deadline deadline = Deadline.in(Duration.ofMillis(1), () -> heard.add("ask"), Duration.ofMillis(1), () -> {
            heard.add("insist");
            insisted.countDown();
        })) {
            insisted.await();
        }

        assertThat(heard).containsExactly("ask", "insist");
    }

    @Test
    void workThatEndsWhenAskedIsNotInsistedOn() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());

        try (Deadline deadline = Deadline.in(Duration.ofMillis(1), asked::countDown, LONG, () -> heard.add("insist"))) {
            asked.await();
        }

        assertThat(heard).isEmpty();
    }
}
