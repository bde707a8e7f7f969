package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The simulated ddev and docker as a real child process: state folder and faults come from the environment, a hang
 * hangs, a death half-way is one.
 */
final class SimulatedDdevProgram {
    static final String HOME = "SIMULATED_HOME";
    static final String FAULTS = "SIMULATED_FAULTS";

    private SimulatedDdevProgram() {}

    /** The first argument is the program's name. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path home = Path.of(System.getenv(HOME));
        Faults faults = Faults.parse(System.getenv().getOrDefault(FAULTS, ""));
        SimulatedDdev ddev = new SimulatedDdev(
                home,
                call -> {
                    throw new IllegalStateException(call.typed());
                },
                Clock.systemUTC(),
                faults);
        ProcessResult result;
        try (FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);
                FileOutputStream stderr = new FileOutputStream(FileDescriptor.err)) {
            result = ddev.run(Invocation.of(new ArrayList<>(List.of(words)))
                    .in(Path.of("").toAbsolutePath())
                    .with(Map.copyOf(System.getenv()))
                    .within(Duration.ofDays(1))
                    .writing(stdout));
            stderr.write(result.stderrTail().getBytes(UTF_8));
        }
        if (result.ending() instanceof Ending.TimedOut) {
            new CountDownLatch(1).await();
        }
        Runtime.getRuntime().halt(result.ending() instanceof Ending.Exited exited ? exited.code() : 141);
    }
}
