/** The program: streams, clock, home, the object graph, and the only way out to the shell. */
@NullMarked
package io.github.ddevbak;

import org.jspecify.annotations.NullMarked;
