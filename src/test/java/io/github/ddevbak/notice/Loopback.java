package io.github.ddevbak.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that keeps what it was sent, and answers what it was told to. */
public final class Loopback implements AutoCloseable {
    /** Answers nothing until the server is closed. */
    public static final int HANGS = -1;

    /** Sends its head and then no more of its body than a beginning, until the server is closed. */
    public static final int DRIBBLES = -2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private String text = "OK";

    /** One request. */
    public record Sent(String method, String target, Map<String, String> headers, String body) {}

    public Loopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What comes next is answered by these codes, then all by 200. */
    public synchronized Loopback answering(Integer... codes) {
        answers.addAll(List.of(codes));
        return this;
    }

    public synchronized Loopback saying(String words) {
        text = words;
        return this;
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    public List<String> targets() {
        return sent().stream().map(Sent::target).toList();
    }

    private synchronized int next(Sent one) {
        sent.add(one);
        return answers.isEmpty() ? 200 : answers.pop();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        int code = next(new Sent(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        try (exchange) {
            if (code == HANGS) {
                closing.await();
                return;
            }
            if (code == DRIBBLES) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('O');
                exchange.getResponseBody().flush();
                closing.await();
                return;
            }
            exchange.getResponseHeaders().add("Location", url("/elsewhere"));
            byte[] bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
