package io.github.ddevbak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {
    @Test
    void theNameByWhichACommandIsMadeIsItsOwn() {
        DdevbakCommand root = new DdevbakCommand(mock(Shell.class), mock(UseCases.class), Clock.systemUTC());
        Collection<CommandLine> made = Commands.whole(root).getSubcommands().values();

        assertThat(made)
                .extracting(CommandLine::getCommandSpec)
                .extracting(spec ->
                        new Commands.Entry(spec.name(), spec.usageMessage().description()[0]))
                .isEqualTo(Commands.ALL);
    }

    @Test
    void theHelpListsEveryCommandAsTheCommandsThemselvesWould() {
        DdevbakCommand root = new DdevbakCommand(mock(Shell.class), mock(UseCases.class), Clock.systemUTC());

        String told = new Commands(root, List.of("--help")).line().getUsageMessage();

        assertThat(told).isEqualTo(Commands.whole(root).getUsageMessage());
        assertThat(told).contains("[COMMAND]");
    }
}
