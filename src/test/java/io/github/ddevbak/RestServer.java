package io.github.ddevbak;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.process.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** restic's REST protocol on loopback, as {@code rclone serve restic} speaks it, with a user and a password. */
final class RestServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;

    /** Skips the test where rclone is not installed. */
    RestServer(Path folder) throws IOException {
        assumeTrue(
                new Programs(Map.of()).find("rclone").isPresent(),
                "rclone is not installed, so copies through a network are not tested");
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.process = started();
    }

    /** Its address, with that user's password. */
    String address(String password) {
        return "rest:http://backup:" + password + "@127.0.0.1:" + port + "/";
    }

    /** Ends at once, whatever is under way. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void restart() throws IOException {
        kill();
        process = started();
    }

    private Process started() throws IOException {
        Process server = new ProcessBuilder(
                        "rclone",
                        "serve",
                        "restic",
                        "--addr",
                        "127.0.0.1:" + port,
                        "--user",
                        "backup",
                        "--pass",
                        "open-sesame",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader words =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            if (line.contains("Serving restic REST API")) {
                return server;
            }
        }
        throw new IOException("rclone serves nothing");
    }

    @Override
    public void close() {
        kill();
    }
}
