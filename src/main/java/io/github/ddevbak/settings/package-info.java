/** The configuration files, and the forms of durations and sizes that users write. */
@NullMarked
package io.github.ddevbak.settings;

import org.jspecify.annotations.NullMarked;
