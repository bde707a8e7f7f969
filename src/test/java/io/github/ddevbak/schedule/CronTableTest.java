package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTableTest {
    private static final String BLOCK = CronText.block(Jobs.plain(Jobs.DAILY), "/home/ada/cron-job.sh");
    private static final String OTHER = CronText.block(Jobs.plain(Jobs.WEEKLY), "/home/ada/cron-job.sh");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsNotOursStaysByteForByteSeed(long seed) {
        Random random = new Random(seed);
        String before = bytes(random) + "\n";
        String after = random.nextBoolean() ? bytes(random) + "\n" : "";
        CronTable table = new CronTable(before + BLOCK + after);

        assertThat(new CronTable(before).with(BLOCK).text()).isEqualTo(before + BLOCK);
        assertThat(table.with(OTHER).text()).isEqualTo(before + OTHER + after);
        assertThat(table.without().text()).isEqualTo(before + after);
    }

    @Test
    void aTableWithoutOursIsLeftAsItIs() {
        assertThat(new CronTable("# mine\n").without().text()).isEqualTo("# mine\n");
        assertThat(new CronTable("").without().text()).isEmpty();
    }

    @Test
    void aLineThatOnlyQuotesTheMarkIsNone() {
        String quoting = "# see: " + CronText.BEGIN + "\n#" + CronText.END + "\n" + CronText.BEGIN + " not\n";

        assertThat(new CronTable(quoting).block()).isEmpty();
        assertThat(new CronTable(quoting).with(BLOCK).without().text()).isEqualTo(quoting);
    }

    @Test
    void aBlockWithoutItsEndOrAnotherOneIsRefused() {
        CronTable open = new CronTable(CronText.BEGIN + "\n30 12 * * * x\n");
        CronTable two = new CronTable(BLOCK + BLOCK);
        CronTable closed = new CronTable(CronText.END + "\n" + CronText.BEGIN + "\n");

        for (CronTable broken : new CronTable[] {open, two, closed}) {
            assertThatThrownBy(() -> broken.with(BLOCK))
                    .isInstanceOf(ScheduleRefusedException.class)
                    .hasMessageContaining("left alone");
        }
    }

    private static String bytes(Random random) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            bytes.append((char) random.nextInt(256));
        }
        return bytes.toString();
    }
}
