package io.github.ddevbak.database;

/** Takes bytes as they come out of a stream that is read to its end. */
@FunctionalInterface
interface ByteSink {
    void accept(byte[] bytes, int offset, int length);
}
