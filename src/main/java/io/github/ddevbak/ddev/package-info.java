/** Every sentence said to ddev, and the few said to docker. */
@NullMarked
package io.github.ddevbak.ddev;

import org.jspecify.annotations.NullMarked;
