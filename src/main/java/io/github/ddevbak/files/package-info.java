/** User files: where they are, what they hold, and whether they still hold it. */
@NullMarked
package io.github.ddevbak.files;

import org.jspecify.annotations.NullMarked;
