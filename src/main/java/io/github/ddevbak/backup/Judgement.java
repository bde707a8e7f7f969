package io.github.ddevbak.backup;

import java.util.List;

/**
 * What is to be said of a project after a run.
 *
 * @param verdict whether it could be got back
 * @param survives what it outlives
 * @param onlyHere what has no copy off this disk, each in a few words; empty where it survives the disk
 */
public record Judgement(Verdict verdict, Survives survives, List<String> onlyHere) {
    public Judgement {
        onlyHere = List.copyOf(onlyHere);
    }
}
