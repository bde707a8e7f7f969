package io.github.ddevbak.notice;

import io.github.ddevbak.process.Daemon;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The one door to the network: sends a text to an address, within a time, and tells failures without the address. */
final class Posting {
    private static final int ENOUGH = 200;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final Duration patience;
    private final Consumer<Duration> pause;

    /**
     * @param patience for one try, from the look-up of the name to the last byte wanted
     * @param pause lets time pass between tries
     */
    Posting(Map<String, String> environment, Duration patience, Consumer<Duration> pause) {
        this.patience = patience;
        this.pause = pause;
        // Where a redirect leads is not where the user said that a secret may go.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .proxy(new ProxyRule(environment))
                .build();
    }

    /** What an address answered: its code, and the beginning of its text. */
    private record Answer(int code, String text) {
        boolean mayPass() {
            return code >= 500 || code == 429;
        }
    }

    /**
     * Sends it; again, where it failed by chance.
     *
     * @return the beginning of what the address answered
     * @throws NoticeFailedException where it did not take it
     */
    String post(URI address, Map<String, String> headers, String body, int tries) {
        HttpRequest request = request(address, headers, body);
        for (int left = tries - 1; ; left--) {
            try {
                Answer answer = once(request);
                if (answer.code / 100 == 2) {
                    return answer.text;
                }
                if (left <= 0 || !answer.mayPass()) {
                    throw new NoticeFailedException(words(answer.code) + (tries > 1 && left <= 0 ? ", each time" : ""));
                }
            } catch (ConnectFailed failed) {
                if (left <= 0) {
                    throw new NoticeFailedException(failed.why + (tries > 1 ? " in " + tries + " tries" : ""));
                }
            }
            pause.accept(PAUSE);
        }
    }

    private HttpRequest request(URI address, Map<String, String> headers, String body) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                    .timeout(patience)
                    .header("User-Agent", "ddevbak")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            headers.forEach(builder::setHeader);
            return builder.build();
        } catch (IllegalArgumentException refused) {
            throw new NoticeFailedException("the address or a header has what HTTP cannot say");
        }
    }

    private Answer once(HttpRequest request) throws ConnectFailed {
        Future<Answer> answer = Daemon.call(() -> {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return new Answer(
                        response.statusCode(), new String(in.readNBytes(ENOUGH), StandardCharsets.UTF_8).strip());
            }
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new ConnectFailed(unanswered());
        } catch (ExecutionException failed) {
            throw new ConnectFailed(why(failed.getCause()));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoticeFailedException("it was interrupted");
        }
    }

    private static boolean unresolved(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private String why(@Nullable Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return unanswered();
        }
        if (failure instanceof ConnectException) {
            return unresolved(failure)
                    ? "the host of the address has no known name"
                    : "the host of the address could not be reached";
        }
        if (failure instanceof SSLException) {
            return "the host of the address and this machine did not agree on TLS";
        }
        return failure instanceof IOException
                ? "the connection broke off"
                : "ddevbak could not ask ("
                        + (failure == null ? "" : failure.getClass().getSimpleName()) + ")";
    }

    private String unanswered() {
        return "no answer within " + patience.toSeconds() + " s";
    }

    private static String words(int code) {
        return "the address answered " + code
                + (code / 100 == 3 ? ", which is not followed: write down the one that it leads to" : "");
    }

    /** A try that met nobody. */
    private static final class ConnectFailed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String why;

        ConnectFailed(String why) {
            super(why);
            this.why = why;
        }
    }
}
