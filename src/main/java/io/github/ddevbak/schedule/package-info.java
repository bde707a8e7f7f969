/** What goes on by itself: the schedule that cron, systemd or launchd keeps, and the hook in a DDEV project. */
@NullMarked
package io.github.ddevbak.schedule;

import org.jspecify.annotations.NullMarked;
