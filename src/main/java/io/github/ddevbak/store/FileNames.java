package io.github.ddevbak.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * File names made from names that come from outside, such as a database's. Letters keep their case, so on a file system
 * that ignores case two names can meet: {@link #encodeAll} keeps the names of one folder apart.
 */
public final class FileNames {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST = 200;
    private static final int HASH_DIGITS = 16;
    /** Cannot come out of encoding, where hexadecimal digits follow every per cent sign. */
    private static final String HASH_MARK = "%-";

    private FileNames() {}

    /**
     * The name with every UTF-8 byte but {@code A-Za-z0-9_-} and inner dots as {@code %XX}; {@code %} for the empty name;
     * at most 200 bytes, a longer one ends in {@code %-} and 16 digits of its SHA-256. Different names stay different.
     */
    public static String encode(String outside) {
        byte[] bytes = outside.getBytes(StandardCharsets.UTF_8);
        StringBuilder name = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            boolean inner = i > 0 && i < bytes.length - 1;
            append(name, bytes[i] & 0xff, inner);
        }
        if (name.isEmpty()) {
            return "%";
        }
        return name.length() <= LONGEST ? name.toString() : cut(name) + hashed(outside);
    }

    /** All names of one folder, in the given order, that differ also where case is ignored: those with capitals give way. */
    public static Map<String, String> encodeAll(Collection<String> outside) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Integer> meetings = new HashMap<>();
        for (String one : outside) {
            if (names.put(one, encode(one)) == null) {
                meetings.merge(lower(encode(one)), 1, Integer::sum);
            }
        }
        names.replaceAll((one, name) ->
                meetings.getOrDefault(lower(name), 1) > 1 && !lower(one).equals(one)
                        ? cut(new StringBuilder(name)) + hashed(one)
                        : name);
        return names;
    }

    private static void append(StringBuilder name, int octet, boolean inner) {
        boolean letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
        boolean digit = octet >= '0' && octet <= '9';
        if (letter || digit || octet == '_' || octet == '-' || (octet == '.' && inner)) {
            name.append((char) octet);
        } else {
            name.append('%').append(HEX.toHexDigits((byte) octet));
        }
    }

    private static String cut(StringBuilder name) {
        int end = Math.min(name.length(), LONGEST - HASH_DIGITS - HASH_MARK.length());
        int escape = name.lastIndexOf("%", end - 1);
        return name.substring(0, escape >= 0 && escape + 3 > end ? escape : end);
    }

    private static String hashed(String outside) {
        return HASH_MARK
                + Sha256.of(outside.getBytes(StandardCharsets.UTF_8)).hex().substring(0, HASH_DIGITS);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
