package io.github.ddevbak.notice;

import io.github.ddevbak.settings.NoticeSettings;

/** One way by which messages get to somebody. */
@FunctionalInterface
interface Carrier {
    /**
     * Carries the message to whom it is for.
     *
     * @throws NoticeFailedException where it did not get through
     */
    void carry(NoticeSettings notice, Message message);
}
