package io.github.ddevbak.process;

import java.io.ByteArrayOutputStream;

/** A sink that does something as soon as the child has said its first word, that is, while it certainly runs. */
final class OnFirstBytes extends ByteArrayOutputStream {
    private final Runnable reaction;
    private boolean reacted;

    OnFirstBytes(Runnable reaction) {
        this.reaction = reaction;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        super.write(bytes, offset, length);
        if (!reacted) {
            reacted = true;
            reaction.run();
        }
    }
}
