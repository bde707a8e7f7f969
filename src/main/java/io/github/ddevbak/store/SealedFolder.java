package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that has the name of a set, whole or not: what is to be looked at where nothing may be passed over.
 *
 * @param project whose; {@link Destination#GLOBAL} for ddev's global configuration
 * @param id its name
 * @param folder absolute
 * @param set what it is; empty where it is not whole
 * @param objection why it is not, in sentences; empty where it is
 */
public record SealedFolder(ProjectName project, String id, Path folder, Optional<StoredSet> set, String objection) {

    static SealedFolder whole(StoredSet set) {
        return new SealedFolder(set.project(), set.id(), set.folder(), Optional.of(set), "");
    }
}
