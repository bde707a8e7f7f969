package io.github.ddevbak.recovery;

import io.github.ddevbak.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Roles, users and grants as SQL: text, with a statement at its beginning and the end of one at its end. */
final class GlobalsProof implements ContentProof {
    /** More than the accounts of a development server come to. */
    private static final int LARGEST = 4 << 20;

    private static final Pattern BEGINS =
            Pattern.compile("\\s*(?:--|\\\\restrict |/\\*|CREATE |GRANT |ALTER |SET |REVOKE ).*", Pattern.DOTALL);
    private static final Pattern ENDS = Pattern.compile(".*(?:;|--[^\\n]*|\\\\unrestrict [^\\n]*)\\s*", Pattern.DOTALL);

    @Override
    public Seen read(InputStream in) throws IOException {
        DigestInputStream hashed = new DigestInputStream(in, Sha256.digest());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.writeBytes(hashed.readNBytes(LARGEST));
        long bytes = kept.size() + hashed.transferTo(OutputStream.nullOutputStream());
        String sha256 = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        return new Seen(bytes, sha256, bytes, bytes > LARGEST ? Optional.empty() : objection(kept.toByteArray()));
    }

    private static Optional<String> objection(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notText) {
            return Optional.of("it is not text in UTF-8");
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("it holds a zero byte, which is no SQL");
        }
        if (!BEGINS.matcher(text).matches()) {
            return Optional.of("it does not begin with a statement that makes or changes an account");
        }
        return ENDS.matcher(text).matches() ? Optional.empty() : Optional.of("it ends inside a statement");
    }
}
