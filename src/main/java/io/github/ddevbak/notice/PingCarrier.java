package io.github.ddevbak.notice;

import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.SecretReader;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Calls an address as healthchecks.io has it: {@code /start}, then the exit status; what is no run is only logged there. */
final class PingCarrier implements Carrier {
    /** What that service says, with 200, where it did nothing. */
    private static final Set<String> NOTHING_DONE = Set.of("OK (not found)", "OK (rate limited)");

    private final SecretReader secrets;
    private final Supplier<Posting> posting;

    PingCarrier(SecretReader secrets, Supplier<Posting> posting) {
        this.secrets = secrets;
        this.posting = posting;
    }

    @Override
    public void carry(NoticeSettings notice, Message message) {
        Address address = Address.of(secrets.read(notice.url(), "the address", message.patience()));
        String body =
                message.stage() == Message.Stage.BEGINS ? "" : message.outcome().text();
        String answer = posting.get()
                .post(
                        address.below(word(message), "rid=" + message.id()),
                        Map.of("Content-Type", "text/plain; charset=utf-8"),
                        body,
                        message.tries());
        if (NOTHING_DONE.contains(answer)) {
            throw new NoticeFailedException("the address answered '" + answer + "'");
        }
    }

    private static String word(Message message) {
        boolean noResult =
                message.stage() == Message.Stage.TEST || message.outcome().exitCode() == Outcome.LATER;
        return message.stage() == Message.Stage.BEGINS
                ? "start"
                : noResult ? "log" : String.valueOf(message.outcome().exitCode());
    }
}
