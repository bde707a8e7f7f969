/** How results are told: text and JSON. */
@NullMarked
package io.github.ddevbak.report;

import org.jspecify.annotations.NullMarked;
