package io.github.ddevbak;

import io.github.ddevbak.cli.Program;
import io.github.ddevbak.cli.Shell;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Detached;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** The way in from the shell: the only place that knows the process's own streams, clock, environment and exit. */
public final class Main {
    /** The launcher's word for which of the streams are terminals: {@code 1}, {@code 2}, both or none. */
    private static final String TERMINALS = "ddevbak.terminals";

    private static final String LOGGER = "org.slf4j.simple.SimpleServiceProvider";
    private static final String NO_LOGGER = "org.slf4j.helpers.NOP_FallbackServiceProvider";

    private static final int OUTPUT_LOST = 1;

    private Main() {}

    public static void main(String[] words) throws IOException {
        String making = System.getProperty(StartArchive.MAKING, "");
        if (!making.isEmpty()) {
            make(making);
            return;
        }
        logging(words);
        commandLine();
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Cancellation cancellation = new Cancellation();
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopGently(cancellation, done), "stop"));
        int code = OUTPUT_LOST;
        try {
            code = program(out, err, cancellation).run(words);
            out.flush();
            if (out.checkError() && code == 0) {
                err.println("ddevbak: standard output could not be written");
                code = OUTPUT_LOST;
            }
            err.flush();
            renewArchive(cancellation);
        } finally {
            done.countDown();
        }
        System.exit(code);
    }

    /**
     * The next start may be quicker than this one was. Java's words for how it runs end in "sharing" where it takes classes
     * from an archive; whoever was quick does not even load the class that sees to it.
     */
    private static void renewArchive(Cancellation cancellation) {
        String place = property(StartArchive.PLACE);
        boolean taken = property("java.vm.info").contains("sharing") && new File(place).exists();
        if (!place.isEmpty() && !taken && !cancellation.requested()) {
            StartArchive.of(place, Main::property).renew(Clock.systemUTC().instant(), Detached::start);
        }
    }

    private static void make(String file) throws IOException {
        logging(new String[0]);
        new StartArchiveMaker(
                        StartArchive.of(file, Main::property),
                        new SystemProcessRunner(new Cancellation(), System.getenv()),
                        System.getenv())
                .make(Clock.systemUTC().instant());
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** On SIGINT and SIGTERM: the work is asked to end, and what was started is put back before the process goes. */
    private static void stopGently(Cancellation cancellation, CountDownLatch done) {
        cancellation.request();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Program program(PrintStream out, PrintStream err, Cancellation cancellation) {
        String terminals = System.getProperty(TERMINALS, "");
        Path home = Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home")));
        Clock clock = Clock.systemUTC();
        Shell shell = new Shell(
                System.in,
                out,
                err,
                terminals.contains("1"),
                terminals.contains("2"),
                columns(),
                clock,
                System.getenv(),
                home,
                Path.of("").toAbsolutePath());
        SystemProcessRunner runner = new SystemProcessRunner(cancellation, System.getenv());
        boolean root = "root".equals(System.getProperty("user.name"));
        return new Program(shell, new Wiring(shell, runner, cancellation, clock, root), clock);
    }

    /** How wide the launcher found the terminal; 0 where it found none, or what it found is no width. */
    private static int columns() {
        String found = System.getProperty("ddevbak.columns", "");
        return found.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(found) : 0;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 8192), true, StandardCharsets.UTF_8);
    }

    /** What picocli (4.7.7) looks for at every start, and none of our options has: Groovy, and types of time and SQL. */
    private static void commandLine() {
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    }

    /** Before the first logger is made: {@code -v} shows warnings and more, {@code -vv} every command. */
    private static void logging(String[] words) {
        boolean every = false;
        boolean some = false;
        for (String word : words) {
            every |= word.startsWith("-vv");
            some |= word.equals("-v");
        }
        // Named, so that it is not looked for in the whole jar; slf4j would tell that on standard error.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", every || some ? LOGGER : NO_LOGGER);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", every ? "debug" : "info");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
    }
}
