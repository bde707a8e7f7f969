package io.github.ddevbak.notice;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.settings.NoticeSettings;
import java.util.Optional;

/**
 * What became of one notice.
 *
 * @param why it did not get through; empty where it did
 */
public record Sent(NoticeSettings notice, Optional<String> why) {
    /** A warning, where it did not get through: what it was about is not the worse for it. */
    public Optional<Finding> finding() {
        return why.map(reason -> Finding.warning(
                "notice.failed",
                notice.inWords() + " did not get through: " + reason,
                "Mend it, and try it with 'ddevbak notice test " + notice.name() + "'."));
    }
}
