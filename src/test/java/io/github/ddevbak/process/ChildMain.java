package io.github.ddevbak.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** The programs the tests start: each does one thing that a child may do to its parent. */
final class ChildMain {
    /** Longer than any test; a child that nobody ends ends itself. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private static final String READY = "ready";

    private ChildMain() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        String argument = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "exit" -> System.exit(Integer.parseInt(argument));
            case "echo" -> List.of(words).forEach(word -> System.out.print(word + "\0"));
            case "environment" -> new TreeMap<>(System.getenv()).forEach((k, v) -> System.out.println(k + "=" + v));
            case "directory" -> System.out.println(Path.of("").toAbsolutePath());
            case "group" -> System.out.println(group());
            case "flood" -> flood(Integer.parseInt(argument));
            case "endless" -> endless();
            case "cat" -> cat();
            case "sleep" -> readyThenSleep();
            case "stubborn" -> stubborn();
            case "last-words" -> lastWords();
            case "talk" -> talk();
            case "mute" -> mute();
            case "holder" -> holder(Path.of(argument));
            case "parent" -> parent(argument);
            case "forsaking" -> forsaking(argument);
            case "leaving" -> leaving(argument);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** The process group and the process id, as Linux's /proc/self/stat (proc(5), fields 5 and 1) has them. */
    private static String group() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return afterName[2] + " " + ProcessHandle.current().pid();
    }

    private static void flood(int bytes) {
        byte[] line = "0123456789abcde\n".getBytes(StandardCharsets.US_ASCII);
        for (PrintStream stream : List.of(System.err, System.out)) {
            for (int written = 0; written < bytes; written += line.length) {
                stream.write(line, 0, line.length);
            }
            stream.flush();
        }
    }

    private static void endless() {
        byte[] block = new byte[64 << 10];
        while (!System.out.checkError()) {
            System.out.write(block, 0, block.length);
        }
    }

    private static void cat() throws IOException {
        System.in.transferTo(System.out);
        System.out.flush();
        System.err.print("whole");
    }

    private static void readyThenSleep() throws InterruptedException {
        System.out.println(READY);
        Thread.sleep(LONG.toMillis());
    }

    private static void stubborn() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Thread.sleep(LONG.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        readyThenSleep();
    }

    private static void lastWords() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.write(new byte[1 << 20], 0, 1 << 20);
            System.out.flush();
            System.err.print("put back");
        }));
        readyThenSleep();
    }

    private static void talk() throws IOException {
        System.out.println(READY);
        System.out.println("heard " + (char) System.in.read());
    }

    private static void mute() {
        System.out.close();
        System.err.close();
        System.exit(7);
    }

    /** Holds a lock on a file until it is killed; one that lives to its own end leaves a mark beside it. */
    private static void holder(Path file) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            System.err.println("locked");
            readyThenSleep();
            Files.createFile(Children.survived(file));
        }
    }

    private static void parent(String file) throws IOException, InterruptedException {
        await(new ProcessBuilder(Children.command("holder", file)).start().getInputStream());
        readyThenSleep();
    }

    /** Its grandchild loses its parent before anything is asked to end. */
    private static void forsaking(String file) throws IOException, InterruptedException {
        new ProcessBuilder(Children.command("leaving", file)).start().waitFor();
        readyThenSleep();
    }

    /** Ends while its own child still has its standard output. */
    private static void leaving(String file) throws IOException {
        Process holder = new ProcessBuilder(Children.command("holder", file))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        await(holder.getErrorStream());
        System.out.println("left " + holder.pid());
    }

    /** Waits for the child's first word. */
    private static void await(InputStream words) throws IOException {
        while (words.read() != '\n') {
            // The rest of the word.
        }
    }
}
