package io.github.ddevbak.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.ddevbak.project.Printable;
import org.jspecify.annotations.Nullable;

/** Escapes in our JSON what a terminal would obey: JSON itself asks for that only below the blank. */
final class TerminalEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean alone = character <= Character.MAX_VALUE && !Character.isSurrogate((char) character);
        String text = alone ? Character.toString(character) : "";
        String safe = Printable.text(text);
        return safe.equals(text) ? null : new SerializedString(safe);
    }
}
