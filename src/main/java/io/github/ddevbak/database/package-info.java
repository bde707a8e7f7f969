/** Dumps and snapshots as bytes: checked, counted, compressed and hashed while they pass. */
@NullMarked
package io.github.ddevbak.database;

import org.jspecify.annotations.NullMarked;
