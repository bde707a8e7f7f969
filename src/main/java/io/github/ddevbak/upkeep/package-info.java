/** The use cases that look after what is there: the catalogue, the environment check. */
@NullMarked
package io.github.ddevbak.upkeep;

import org.jspecify.annotations.NullMarked;
