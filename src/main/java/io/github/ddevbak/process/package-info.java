/** The one door to other programs. */
@NullMarked
package io.github.ddevbak.process;

import org.jspecify.annotations.NullMarked;
