package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Printable;

/**
 * One step of a plan.
 *
 * @param kind one word for programs: {@code save}, {@code code}, {@code config}, {@code files}, {@code database}, {@code
 *     volumes}, {@code start} or {@code note}
 * @param words what is done, and to what; safe to print
 */
public record RestoreStep(String kind, String words) {
    public RestoreStep {
        words = Printable.text(words);
    }
}
