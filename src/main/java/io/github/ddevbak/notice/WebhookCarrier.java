package io.github.ddevbak.notice;

import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.SecretReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Sends an address the document that {@code all --json} prints. */
final class WebhookCarrier implements Carrier {
    private final SecretReader secrets;
    private final Supplier<Posting> posting;

    WebhookCarrier(SecretReader secrets, Supplier<Posting> posting) {
        this.secrets = secrets;
        this.posting = posting;
    }

    @Override
    public void carry(NoticeSettings notice, Message message) {
        Address address = Address.of(secrets.read(notice.url(), "the address", message.patience()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (!notice.header().missing()) {
            headers.putAll(headers(secrets.read(notice.header(), "the header", message.patience())));
        }
        posting.get().post(address.uri(), headers, message.outcome().document(), message.tries());
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new NoticeFailedException("a line of the header is not 'Name: value'");
            }
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return headers;
    }
}
