/** What the command line offers, written down: completion for shells and the manual page. */
@NullMarked
package io.github.ddevbak.cli.manual;

import org.jspecify.annotations.NullMarked;
