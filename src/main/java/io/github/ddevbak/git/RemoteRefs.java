package io.github.ddevbak.git;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The refs that a remote has now.
 *
 * @param refs name to object; what an annotated tag names stands as {@code NAME^{}}
 */
record RemoteRefs(Map<String, String> refs) {
    private static final String PEELED = "^{}";

    /** Refs of a repository on this machine, in the form that {@link #parse} reads. */
    static final String FORMAT = "--format=%(objectname)%09%(refname)%0a%(*objectname)%09%(refname)" + PEELED;

    RemoteRefs {
        refs = Map.copyOf(refs);
    }

    /** Reads {@code git ls-remote}: object, tab, name; a line with something else is passed over. */
    static RemoteRefs parse(String answer) {
        Map<String, String> refs = new LinkedHashMap<>();
        answer.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab > 0 && RefFiles.object(line.substring(0, tab))) {
                refs.put(line.substring(tab + 1), line.substring(0, tab));
            }
        });
        return new RemoteRefs(refs);
    }

    static boolean peeled(String name) {
        return name.endsWith(PEELED);
    }
}
