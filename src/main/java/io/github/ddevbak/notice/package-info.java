/** Telling those who are not there how a run ended: by ping, webhook, command and desktop. */
@NullMarked
package io.github.ddevbak.notice;

import org.jspecify.annotations.NullMarked;
