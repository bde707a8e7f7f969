package io.github.ddevbak.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder on the way of a walk.
 *
 * @param path relative to the approot
 * @param place where it is, without links
 * @param stat as the walk saw it
 */
record Folder(RawPath path, Path place, Stat stat) {

    /**
     * Whether its name still leads to where it led: neither it nor a folder above became a link. Some file systems
     * number their files anew at any time, so that another number alone says nothing.
     */
    boolean standing() {
        try {
            Stat now = Stat.of(place);
            return now.directory() && (now.same(stat) || place.toRealPath().equals(place));
        } catch (IOException gone) {
            return false;
        }
    }
}
