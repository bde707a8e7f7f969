package io.github.ddevbak.report;

import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a stored set in few words. Pure. */
public final class SetWords {
    private SetWords() {}

    /** The parts that are not good, by name; empty where all are. */
    public static String notGood(SetSummary set) {
        StringBuilder words = new StringBuilder();
        set.parts().forEach((part, state) -> {
            boolean wrong = state != PartState.OK
                    && state != PartState.SKIPPED
                    && (state == PartState.AT_RISK || !set.good(part));
            if (wrong) {
                words.append(words.length() == 0 ? "" : ", ")
                        .append(part.word())
                        .append(' ')
                        .append(state.word());
            }
        });
        return words.toString();
    }

    /** Such as {@code verified 2 h ago, drilled 3 days ago, 41 s}; empty where nothing was learnt of it. */
    public static String learnt(List<Learnt> notes, Instant now) {
        if (notes.isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (NoteKind kind : NoteKind.values()) {
            Optional<Learnt> note =
                    notes.stream().filter(one -> one.kind() == kind).findFirst();
            note.map(one -> word(one, now)).ifPresent(words::add);
        }
        return String.join(", ", words);
    }

    private static String word(Learnt note, Instant now) {
        String word = note.kind().word() + " " + ago(note.at(), now);
        String took = note.kind() == NoteKind.DRILLED ? ", " + Sizes.took(Duration.ofMillis(note.tookMillis())) : "";
        return note.good() ? word + took : "FAILED when " + word;
    }

    /** Such as {@code 3 days ago}. */
    public static String ago(Instant then, Instant now) {
        String age = Sizes.age(Duration.between(then, now));
        return age.equals("just now") ? age : age + " ago";
    }
}
