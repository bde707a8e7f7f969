/** The use case of making sets: survey, plan, do, seal, judge. */
@NullMarked
package io.github.ddevbak.backup;

import org.jspecify.annotations.NullMarked;
