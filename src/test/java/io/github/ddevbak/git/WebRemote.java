package io.github.ddevbak.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A repository behind a web server on this machine, in the plain form of files; with a password where one is set. */
final class WebRemote implements AutoCloseable {
    private static final String PASSWORD = "ada:secret";

    private final HttpServer server;
    private final Path folder;
    private final boolean locked;

    WebRemote(Path folder, boolean locked) throws IOException {
        this.folder = folder;
        this.locked = locked;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where a repository of the folder is. */
    String url(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String expected = "Basic " + Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8));
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        if (locked && !expected.equals(given)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"shop\"");
            exchange.sendResponseHeaders(401, -1);
        } else if (Files.isRegularFile(file)) {
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
