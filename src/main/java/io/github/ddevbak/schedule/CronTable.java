package io.github.ddevbak.schedule;

import java.util.Optional;

/**
 * A user's table of cron's, each byte a character of ISO 8859-1, in which one block is ours. Pure.
 *
 * @param text the whole table
 */
record CronTable(String text) {

    /**
     * Our block, its marks included.
     *
     * @throws ScheduleRefusedException where the marks do not make one block
     */
    Optional<String> block() {
        int begin = line(CronText.BEGIN, 0);
        int end = line(CronText.END, 0);
        if (begin < 0 && end < 0) {
            return Optional.empty();
        }
        boolean one =
                begin >= 0 && end > begin && line(CronText.BEGIN, begin + 1) < 0 && line(CronText.END, end + 1) < 0;
        if (!one) {
            throw new ScheduleRefusedException("The crontab has lines '" + CronText.BEGIN + "' and '" + CronText.END
                    + "' that do not make one block. It was left alone; remove them with 'crontab -e'.");
        }
        return Optional.of(text.substring(begin, after(end)));
    }

    /** The table with this block in the place of ours, or at its end; every other byte as it was. */
    CronTable with(String block) {
        Optional<String> old = block();
        if (old.isPresent()) {
            int begin = line(CronText.BEGIN, 0);
            return new CronTable(text.substring(0, begin)
                    + block
                    + text.substring(begin + old.get().length()));
        }
        return new CronTable(text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + block);
    }

    CronTable without() {
        return with("");
    }

    /** Where a line that is exactly this begins, at or after a place; -1 for nowhere. */
    private int line(String line, int from) {
        for (int at = text.indexOf(line, from); at >= 0; at = text.indexOf(line, at + 1)) {
            int end = at + line.length();
            if ((at == 0 || text.charAt(at - 1) == '\n') && (end == text.length() || text.charAt(end) == '\n')) {
                return at;
            }
        }
        return -1;
    }

    private int after(int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }
}
