/** Questions to git, never commands; what it answers, and what would be lost. */
@NullMarked
package io.github.ddevbak.git;

import org.jspecify.annotations.NullMarked;
