/** The nouns everybody shares. */
@NullMarked
package io.github.ddevbak.project;

import org.jspecify.annotations.NullMarked;
