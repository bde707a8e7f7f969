package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.process.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/** Puts a {@code ddev} and a {@code docker} into a folder that a test puts before its PATH. */
public final class SimulatedPrograms {
    private SimulatedPrograms() {}

    /** Writes both programs, which start the simulation in a JVM of its own. */
    public static void install(Path bin, Path home, Faults faults) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String program : new String[] {"ddev", "docker"}) {
            String script = "#!/bin/sh\n"
                    + SimulatedDdevProgram.HOME + "=" + Invocation.quoted(home.toString()) + "\n"
                    + SimulatedDdevProgram.FAULTS + "=" + Invocation.quoted(faults.text()) + "\n"
                    + "export " + SimulatedDdevProgram.HOME + " " + SimulatedDdevProgram.FAULTS + "\n"
                    + "exec " + Invocation.quoted(java) + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "
                    + Invocation.quoted(classPath) + " " + SimulatedDdevProgram.class.getName() + " " + program
                    + " \"$@\"\n";
            try {
                Files.createDirectories(bin);
                Files.writeString(bin.resolve(program), script, UTF_8);
                Files.setPosixFilePermissions(bin.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An environment in which the programs of the folder come first on the PATH. */
    public static Map<String, String> before(Path bin, Map<String, String> environment) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.merge("PATH", bin.toString(), (old, added) -> added + ":" + old);
        return changed;
    }
}
