package io.github.ddevbak.notice;

import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.settings.NoticeKind;
import io.github.ddevbak.settings.SecretReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every way by which messages get to somebody; what the network needs is made when it is used. */
public final class Carriers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<NoticeKind, Carrier> carriers;

    private Carriers(Map<NoticeKind, Carrier> carriers) {
        this.carriers = carriers;
    }

    /**
     * Those of this machine.
     *
     * @param mac whether it is macOS
     * @param pause lets time pass between two tries
     */
    public static Carriers of(
            ProcessRunner runner, Map<String, String> environment, Path home, boolean mac, Consumer<Duration> pause) {
        return of(runner, new DesktopCarrier.Desktop(mac, environment, home), PATIENCE, pause);
    }

    /** @param patience for one call of an address */
    static Carriers of(
            ProcessRunner runner, DesktopCarrier.Desktop desktop, Duration patience, Consumer<Duration> pause) {
        SecretReader secrets = new SecretReader(runner);
        Supplier<Posting> posting = new Late(() -> new Posting(desktop.environment(), patience, pause));
        return new Carriers(Map.of(
                NoticeKind.PING, new PingCarrier(secrets, posting),
                NoticeKind.WEBHOOK, new WebhookCarrier(secrets, posting),
                NoticeKind.COMMAND, new CommandCarrier(runner),
                NoticeKind.DESKTOP, new DesktopCarrier(runner, desktop)));
    }

    Carrier of(NoticeKind kind) {
        return Objects.requireNonNull(carriers.get(kind));
    }

    /** Made by the first who asks. */
    private static final class Late implements Supplier<Posting> {
        private final Supplier<Posting> maker;
        private @Nullable Posting made;

        Late(Supplier<Posting> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized Posting get() {
            if (made == null) {
                made = maker.get();
            }
            return made;
        }
    }
}
