package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.SetSummary;
import java.util.Optional;

/**
 * What speaks for one part of a project.
 *
 * @param part which
 * @param state how it fared when it was last looked at; skipped where it never was
 * @param good the newest set with a good copy
 */
public record PartEvidence(Part part, PartState state, Optional<SetSummary> good) {}
