package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;

/**
 * A sealed set found on disk.
 *
 * @param project whose; {@link Destination#GLOBAL} for ddev's global configuration
 * @param id its folder's name
 * @param folder absolute
 * @param record what its {@code set.json} says
 * @param manifestSha256 the hash of {@code MANIFEST.sha256} as it is now
 */
public record StoredSet(ProjectName project, String id, Path folder, SetRecord record, String manifestSha256) {}
