/** The simulated ddev, and the sample projects of the demo. */
@NullMarked
package io.github.ddevbak.demo;

import org.jspecify.annotations.NullMarked;
