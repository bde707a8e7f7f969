/** The use cases that get things back and prove that it would work: verify, restore, drill. */
@NullMarked
package io.github.ddevbak.recovery;

import org.jspecify.annotations.NullMarked;
