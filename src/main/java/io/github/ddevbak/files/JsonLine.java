package io.github.ddevbak.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line that is a JSON object of texts, numbers and words, which is all that {@code manifest.jsonl} holds. */
final class JsonLine {
    private final String text;
    private int at;

    private JsonLine(String text) {
        this.text = text;
    }

    /**
     * The members by name, all values as text.
     *
     * @throws MalformedLineException says what is wrong with it
     */
    static Map<String, String> members(byte[] line) throws MalformedLineException {
        try {
            return new JsonLine(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line))
                            .toString())
                    .object();
        } catch (CharacterCodingException notText) {
            throw new MalformedLineException("it is not UTF-8 text");
        }
    }

    private Map<String, String> object() throws MalformedLineException {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (peek() != '}') {
            members(members);
        }
        expect('}');
        if (peek() != '\0' || at < text.length()) {
            throw broken();
        }
        return members;
    }

    private void members(Map<String, String> members) throws MalformedLineException {
        while (true) {
            expect('"');
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw new MalformedLineException("it names a member twice");
            }
            if (peek() != ',') {
                return;
            }
            at++;
        }
    }

    private String value() throws MalformedLineException {
        if (peek() == '"') {
            at++;
            return string();
        }
        int from = at;
        while (at < text.length() && "0123456789+-.eEtruefalsn".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw broken();
        }
        return text.substring(from, at);
    }

    /** Up to its closing quote, the opening one being passed. */
    private String string() throws MalformedLineException {
        int from = at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        StringBuilder value = new StringBuilder(text.substring(from, at));
        while (true) {
            char c = taken();
            if (c == '"') {
                return value.toString();
            }
            value.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws MalformedLineException {
        char c = taken();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken();
        };
    }

    private char unicode() throws MalformedLineException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = taken();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw broken();
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private void expect(char wanted) throws MalformedLineException {
        if (peek() != wanted) {
            throw broken();
        }
        at++;
    }

    /** The next character that is no white space; zero at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char taken() throws MalformedLineException {
        if (at >= text.length()) {
            throw new MalformedLineException("it is cut off");
        }
        return text.charAt(at++);
    }

    private static MalformedLineException broken() {
        return new MalformedLineException("it is no JSON object of texts and numbers");
    }
}
