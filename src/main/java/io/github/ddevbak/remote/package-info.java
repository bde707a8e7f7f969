/** Sets off the machine: what is said to restic, and what its answers prove. */
@NullMarked
package io.github.ddevbak.remote;

import org.jspecify.annotations.NullMarked;
