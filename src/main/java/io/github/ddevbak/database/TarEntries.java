package io.github.ddevbak.database;

import java.util.Optional;

/** Looks at the entries of a tar archive as they come by. */
@FunctionalInterface
interface TarEntries {
    /** Takes all there are. */
    TarEntries ANY = (type, name, target) -> Optional.empty();

    /**
     * Why the entry may not be there, behind "it holds"; empty where it may.
     *
     * @param type as in the header; 0 of very old archives is '0'
     * @param name each byte a character
     * @param target of a link, likewise; empty of others
     */
    Optional<String> objection(char type, String name, String target);
}
