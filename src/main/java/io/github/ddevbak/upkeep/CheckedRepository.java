package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.RemoteRecord;
import java.util.Optional;

/**
 * What came of reading one repository again.
 *
 * @param record how far its checks have come; empty where it could not be asked
 * @param turn which share was read, of {@code record.turns()}
 * @param finding what is wrong with it, or why it could not be asked
 */
public record CheckedRepository(
        Repository repository, Optional<RemoteRecord> record, int turn, Optional<Finding> finding) {}
