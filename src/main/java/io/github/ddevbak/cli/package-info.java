/** What the user can say; picocli lives here and nowhere else. */
@NullMarked
package io.github.ddevbak.cli;

import org.jspecify.annotations.NullMarked;
