package io.github.ddevbak.report;

import io.github.ddevbak.project.Printable;
import java.io.PrintStream;
import java.time.Clock;

/** One line at the foot of a terminal that says what is being done; nothing anywhere else. May be told from any thread. */
public final class Progress {
    private static final long MILLIS_BETWEEN = 100;
    private static final long STREAM_HOLDS_MILLIS = 1_000;
    private static final int USUAL_COLUMNS = 80;

    private final PrintStream terminal;
    private final boolean shown;
    private final int width;
    private final Clock clock;
    private Rate rate = new Rate();
    private String hashed = "";
    private String now = "";
    private long drawn = Long.MIN_VALUE;
    private long streamed = Long.MIN_VALUE;
    private boolean standing;

    /**
     * A line on that terminal.
     *
     * @param shown false: nothing is ever drawn
     * @param columns of the terminal; 0 where it is not known
     */
    public Progress(PrintStream terminal, boolean shown, int columns, Clock clock) {
        this.terminal = terminal;
        this.shown = shown;
        // one column is left free: a line that fills the last one would wrap on some terminals
        this.width = Math.max(1, (columns > 0 ? columns : USUAL_COLUMNS) - 1);
        this.clock = clock;
    }

    public synchronized void working(String project, String what) {
        now = named(project, what);
        streamed = Long.MIN_VALUE;
        draw(now + " …");
    }

    /** So many bytes have come of what is being worked on. */
    public synchronized void bytes(long soFar) {
        long millis = clock.millis();
        if (due(millis)) {
            streamed = millis;
            draw(now + " … " + Sizes.bytes(soFar));
        }
    }

    /**
     * So many files and bytes of a project's user files are done. Said beside a stream that is being saved, it waits.
     *
     * @param what what is done to them, such as {@code hashing}
     * @param files done
     * @param ofFiles how many there are; 0 where it is not known
     * @param bytes done
     * @param ofBytes how many there are; 0 where it is not known
     */
    public synchronized void files(String project, String what, long files, long ofFiles, long bytes, long ofBytes) {
        long millis = clock.millis();
        String name = named(project, what);
        boolean another = !name.equals(hashed);
        if (another) {
            hashed = name;
            rate = new Rate();
        }
        boolean held = streamed != Long.MIN_VALUE && Math.abs(millis - streamed) < STREAM_HOLDS_MILLIS;
        if (shown && (another || (due(millis) && !held))) {
            rate.at(millis, files, bytes);
            if (!held) {
                draw(name + " " + FilesWords.of(files, ofFiles, bytes, ofBytes, rate));
            }
        }
    }

    /** Takes the line away, before anything else is printed. */
    public synchronized void clear() {
        if (standing) {
            terminal.print("\r\u001b[K");
            terminal.flush();
            standing = false;
        }
    }

    /** Prints a line in the place of this one, whoever else draws meanwhile. */
    synchronized void print(PrintStream to, String line) {
        clear();
        to.println(line);
    }

    private static String named(String project, String what) {
        return (project.isEmpty() ? "" : Printable.text(project) + ": ") + Printable.text(what);
    }

    /** Ten lines a second are enough for an eye; a clock that was set back does not stop them. */
    private boolean due(long millis) {
        return drawn == Long.MIN_VALUE || Math.abs(millis - drawn) >= MILLIS_BETWEEN;
    }

    private void draw(String line) {
        if (shown) {
            drawn = clock.millis();
            int end = line.codePointCount(0, line.length()) > width ? line.offsetByCodePoints(0, width) : line.length();
            terminal.print("\r\u001b[K" + line.substring(0, end));
            terminal.flush();
            standing = true;
        }
    }
}
