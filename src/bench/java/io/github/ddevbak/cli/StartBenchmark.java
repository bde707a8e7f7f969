package io.github.ddevbak.cli;

import io.github.ddevbak.files.Timing;
import io.github.ddevbak.store.FileTree;
import io.github.ddevbak.store.SampleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times how soon the program is there, as it is installed: {@code --version} against an empty Java program with an archive
 * of its classes, {@code --help} and {@code list} of 50 sets against {@code borgmatic --version}; all in turn.
 *
 * <pre>
 * mvn -DskipTests package
 * javac -d target/bench -cp target/classes:target/test-classes $(find src/bench -name '*.java')
 * java -cp target/bench:target/classes io.github.ddevbak.cli.StartBenchmark PROGRAM FOLDER [ROUNDS]
 * </pre>
 *
 * <p>PROGRAM is {@code target/ddevbak}. FOLDER is made by this and kept for the next time. {@code JAVA_HOME} chooses the
 * Java of both programs; without it, it is the one this runs on. The goals are 1.3, and twice 0.6.
 */
public final class StartBenchmark {
    private static final int PROJECTS = 10;
    private static final int SETS = 5;

    private StartBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path program = Path.of(args[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 21;
        Path java = Path.of(System.getenv().getOrDefault("JAVA_HOME", System.getProperty("java.home")));
        Path sets = folder.resolve("sets");
        if (!Files.exists(sets)) {
            SampleSets.make(sets, PROJECTS, SETS);
        }
        String ours = "exec env -u DDEVBAK_JAVA_OPTS HOME=" + folder + " XDG_STATE_HOME=" + folder + " XDG_CACHE_HOME="
                + folder.resolve("cache-" + java.getFileName()) + " JAVA_HOME=" + java + " " + program;
        Timing.Runner version = runner("ddevbak --version", folder, ours + " --version");
        Timing.Runner help = runner("ddevbak --help", folder, ours + " --help");
        Timing.Runner list = runner("ddevbak list", folder, ours + " list --dest " + sets);
        // One made for an earlier build would be made anew while the rounds go on.
        FileTree.delete(folder.resolve("cache-" + java.getFileName()));
        list.run();
        Timing.awaitArchive(folder.resolve("cache-" + java.getFileName()));
        Timing.Runner empty = runner("empty Java program", folder, "exec " + String.join(" ", empty(folder, java)));

        List<Timing.Runner> others = new ArrayList<>(List.of(empty, help, list));
        boolean peer = onPath("borgmatic");
        Timing.Runner borgmatic = runner("borgmatic --version", folder, "exec borgmatic --version");
        if (peer) {
            others.add(borgmatic);
        }
        Timing.compare(rounds, 1.3, version, others.toArray(Timing.Runner[]::new));
        if (peer) {
            Timing.ratio(0.6, help, borgmatic);
            Timing.ratio(0.6, list, borgmatic);
        } else {
            Timing.say("borgmatic is not on PATH, so --help and list are compared with nothing: apt-get install borgmatic");
        }
    }

    private static Timing.Runner runner(String name, Path folder, String line) {
        return new Timing.Runner(name, folder, "sh", "-c", line);
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The words that start a program which does nothing, its classes in an archive of its own. */
    private static List<String> empty(Path folder, Path java) throws IOException, InterruptedException {
        Path made = Files.createDirectories(folder.resolve("empty-" + java.getFileName()));
        Path source = Files.writeString(
                made.resolve("Empty.java"), "public final class Empty { public static void main(String[] words) {} }\n");
        String bin = java.resolve("bin") + "/";
        String jar = made.resolve("empty.jar").toString();
        String archive = made.resolve("empty.jsa").toString();
        String quiet = " -Xlog:disable -Xlog:all=off ";
        runner("javac", made, bin + "javac -d " + made + " " + source).run();
        runner("jar", made, bin + "jar --create --file " + jar + " --main-class Empty -C " + made + " Empty.class").run();
        runner("note", made, bin + "java" + quiet + "-XX:DumpLoadedClassList=" + made + "/list -jar " + jar).run();
        runner(
                        "dump",
                        made,
                        bin + "java" + quiet + "-XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile=" + made
                                + "/list -XX:SharedArchiveFile=" + archive + " -cp " + jar)
                .run();
        return List.of(
                bin + "java",
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                jar,
                "Empty");
    }
}
