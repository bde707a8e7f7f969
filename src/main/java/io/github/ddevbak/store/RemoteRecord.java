package io.github.ddevbak.store;

import java.time.Instant;

/**
 * How far the checks of one repository have come: it is read in so many turns, and what a turn reads is never read twice
 * before all was.
 *
 * @param schema {@link #SCHEMA}
 * @param repository its own id
 * @param turns how many make the whole
 * @param done how many were good since the round began
 * @param begun when the round began; the epoch where none has
 * @param whole when the last whole round began: what is older was read since; the epoch where there was none
 * @param last when it was last checked
 * @param good whether the last check found nothing
 */
public record RemoteRecord(
        String schema,
        String repository,
        int turns,
        int done,
        Instant begun,
        Instant whole,
        Instant last,
        boolean good) {

    /** The form that this version writes and reads. */
    public static final String SCHEMA = "ddevbak/remote/1";

    public RemoteRecord {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not the schema of a repository's checks: " + schema);
        }
        if (turns < 1 || done < 0 || done > turns) {
            throw new IllegalArgumentException("no turns of checks: " + done + " of " + turns);
        }
    }

    /** One of which nothing was checked. */
    public static RemoteRecord none(String repository, int turns) {
        return new RemoteRecord(SCHEMA, repository, turns, 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, true);
    }

    /** The turn that comes next, from 1. */
    public int next() {
        return done + 1 > turns ? 1 : done + 1;
    }

    /** The same in that many turns: a round of others is begun anew. */
    public RemoteRecord in(int newTurns) {
        return newTurns == turns
                ? this
                : new RemoteRecord(SCHEMA, repository, newTurns, 0, Instant.EPOCH, whole, last, good);
    }

    /** After the next turn was checked; a bad one comes again. */
    public RemoteRecord checked(boolean wasGood, Instant now) {
        Instant from = next() == 1 ? now : begun;
        int now1 = wasGood ? next() : next() - 1;
        return new RemoteRecord(
                SCHEMA, repository, turns, now1, from, wasGood && now1 == turns ? from : whole, now, wasGood);
    }
}
