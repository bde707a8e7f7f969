package io.github.ddevbak.settings;

/**
 * A loss that a person decided to live with.
 *
 * @param finding the code of the findings meant, such as {@code code.no-remote}
 * @param because why, in the person's words
 */
public record Acceptance(String finding, String because) {}
