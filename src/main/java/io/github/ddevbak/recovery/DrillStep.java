package io.github.ddevbak.recovery;

import java.time.Duration;

/**
 * One step of a drill that was taken.
 *
 * @param what short: {@code start}, {@code import db}, {@code compare db}, {@code code}
 * @param took wall time
 * @param words what came of it, for a person
 */
public record DrillStep(String what, Duration took, String words) {}
