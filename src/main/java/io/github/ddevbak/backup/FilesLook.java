package io.github.ddevbak.backup;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How a run looks at user files.
 *
 * @param rehash whether every file is read again, and every stored copy before a set shares it
 * @param globalDir ddev's global folder, where an upstream's account may be filled in
 * @param promised the bytes that the run is going to write, and has not written yet
 * @param listener hears how far it has come
 */
record FilesLook(boolean rehash, Path globalDir, AtomicLong promised, Listener listener) {}
