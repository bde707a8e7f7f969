/** The configuration files, and the forms of durations that users write. */
@NullMarked
package io.github.ddevbak.settings;

import org.jspecify.annotations.NullMarked;
