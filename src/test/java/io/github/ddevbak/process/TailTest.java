package io.github.ddevbak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TailTest {
    private final Tail tail = new Tail(4);

    @Test
    void whatIsShorterThanTheBoundIsKeptWhole() {
        tail.write("ab".getBytes(StandardCharsets.UTF_8), 0, 2);
        tail.write('c');

        assertThat(tail.text()).isEqualTo("abc");
    }

    @Test
    void onlyTheEndIsKeptWhetherItComesAtOnceOrInPieces() {
        tail.write("0123456789".getBytes(StandardCharsets.UTF_8), 1, 9);
        tail.write("ab".getBytes(StandardCharsets.UTF_8), 0, 2);

        assertThat(tail.text()).isEqualTo("89ab");
    }

    @Test
    void aCharacterCutByTheBoundIsLeftOut() {
        byte[] euros = "x€yz".getBytes(StandardCharsets.UTF_8);

        tail.write(euros, 0, euros.length);

        assertThat(tail.text()).isEqualTo("yz");
    }

    @Test
    void malformedBytesAreReplaced() {
        tail.write(new byte[] {'a', (byte) 0xff}, 0, 2);

        assertThat(tail.text()).isEqualTo("a\ufffd");
    }
}
