/** How a command says which words it takes, and hears which were said. */
@NullMarked
package io.github.ddevbak.cli.option;

import org.jspecify.annotations.NullMarked;
