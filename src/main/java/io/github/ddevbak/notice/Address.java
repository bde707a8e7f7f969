package io.github.ddevbak.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An address as its user wrote it, checked; what is wrong is said without it, for it is a secret. Pure. */
final class Address {
    private final URI uri;

    private Address(URI uri) {
        this.uri = uri;
    }

    /** @throws NoticeFailedException where it is none that can be called */
    static Address of(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
                throw new NoticeFailedException("the address does not begin with https:// or http:// and a host");
            }
            if (uri.getRawUserInfo() != null) {
                throw new NoticeFailedException(
                        "the address has a user's name in it, which is not sent: use 'header-file' with a line"
                                + " 'Authorization: Basic …'");
            }
            return new Address(uri);
        } catch (URISyntaxException wrong) {
            throw new NoticeFailedException("the address is none: it has a character that cannot stand there");
        }
    }

    URI uri() {
        return uri;
    }

    /** One below it, before the query; with one more field in that. */
    URI below(String word, String field) {
        String text = uri.toASCIIString().replaceFirst("#.*", "");
        int query = text.indexOf('?');
        String path = (query < 0 ? text : text.substring(0, query)).replaceFirst("/+$", "");
        String fields = query < 0 ? "" : text.substring(query + 1) + "&";
        return URI.create(path + "/" + word + "?" + fields + field);
    }
}
