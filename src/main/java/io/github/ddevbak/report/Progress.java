package io.github.ddevbak.report;

import io.github.ddevbak.project.Printable;
import java.io.PrintStream;

/** One line at the foot of a terminal that says what is being done; nothing anywhere else. */
public final class Progress {
    private static final long BYTES_BETWEEN = 4_000_000;
    private static final int WIDTH = 78;

    private final PrintStream terminal;
    private final boolean shown;
    private String now = "";
    private long lastBytes;
    private boolean standing;

    public Progress(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    public synchronized void working(String project, String what) {
        now = (project.isEmpty() ? "" : Printable.text(project) + ": ") + Printable.text(what);
        lastBytes = 0;
        draw(now + " …");
    }

    public synchronized void bytes(long soFar) {
        if (soFar - lastBytes >= BYTES_BETWEEN) {
            lastBytes = soFar;
            draw(now + " … " + Sizes.bytes(soFar));
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

    private void draw(String line) {
        if (shown) {
            terminal.print("\r\u001b[K" + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
            terminal.flush();
            standing = true;
        }
    }
}
