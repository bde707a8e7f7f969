package io.github.ddevbak.upkeep;

import java.time.Instant;
import java.util.Optional;

/**
 * One place that holds copies of a project.
 *
 * @param name what the user calls it; {@code here} for the destination
 * @param place where it is, without secrets
 * @param elsewhere whether it is left when the project's disk is lost
 * @param set the newest set there
 * @param created when that was made
 * @param seen when it was last seen there with every file; empty where it need not be asked about
 * @param checked when what is there was last read again; empty where it never was
 * @param good whether that found nothing; one that it did is no copy to rely on
 */
public record CopyPlace(
        String name,
        String place,
        boolean elsewhere,
        String set,
        Instant created,
        Optional<Instant> seen,
        Optional<Instant> checked,
        boolean good) {}
