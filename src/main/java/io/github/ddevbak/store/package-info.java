/** Where sets are kept: staging, sealing, the catalogue, the lock, and what must be put back. */
@NullMarked
package io.github.ddevbak.store;

import org.jspecify.annotations.NullMarked;
