package io.github.ddevbak.ddev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs what is sent into a container here, and programs with chosen names that only sleep. */
final class RealShell {
    private RealShell() {}

    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor();
    }

    /** A program of this name that ends by itself after a minute, if nobody ends it before. */
    static Process sleeper(Path folder, String name) throws IOException {
        Path program = folder.resolve(name);
        Files.copy(Path.of("/bin/sleep").toRealPath(), program);
        return new ProcessBuilder(program.toString(), "60").start();
    }
}
