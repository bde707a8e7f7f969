package io.github.ddevbak.cli;

import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.SetSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stored set as the JSON documents tell it. */
final class SetFields {
    private SetFields() {}

    static Map<String, Object> of(SetSummary set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", set.project().text());
        fields.put("set", set.id());
        fields.put("created", set.figures().created().toString());
        fields.put("folder", set.folder().toString());
        fields.put("bytes", set.figures().bytes());
        fields.put("newBytes", set.figures().newBytes());
        fields.put("good", set.figures().good());
        fields.put("verdict", set.figures().verdict());
        fields.put("survives", set.figures().survives());
        Map<String, Object> parts = new LinkedHashMap<>();
        set.parts().forEach((part, state) -> parts.put(part.word(), state.word()));
        fields.put("parts", parts);
        fields.putAll(notes(set.learnt()));
        return fields;
    }

    /** A field for each kind of note that there is. */
    static Map<String, Object> notes(List<Learnt> all) {
        Map<String, Object> notes = new LinkedHashMap<>();
        for (Learnt learnt : all) {
            Map<String, Object> note = new LinkedHashMap<>();
            note.put("at", learnt.at().toString());
            note.put("good", learnt.good());
            note.put("tookMillis", learnt.tookMillis());
            notes.put(learnt.kind().word(), note);
        }
        return notes;
    }
}
