package io.github.ddevbak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandsTest {
    @Test
    void theNameByWhichACommandIsMadeIsItsOwn() {
        assertThat(Commands.ALL)
                .allSatisfy(entry -> assertThat(entry.type().getAnnotation(Command.class))
                        .extracting(Command::name)
                        .isEqualTo(entry.name()));
    }
}
