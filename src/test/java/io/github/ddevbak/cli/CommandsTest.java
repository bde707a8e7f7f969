package io.github.ddevbak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.List;
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

    @Test
    void theHelpListsEveryCommandAsTheCommandsThemselvesWould() {
        DdevbakCommand root = new DdevbakCommand(mock(Shell.class), mock(UseCases.class), Clock.systemUTC());

        String told = new Commands(root, List.of("--help")).line().getUsageMessage();

        assertThat(told).isEqualTo(Commands.whole(root).getUsageMessage());
        assertThat(told).contains("[COMMAND]");
    }
}
