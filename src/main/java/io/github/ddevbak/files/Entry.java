package io.github.ddevbak.files;

import java.nio.file.Path;

/**
 * One name that a walk met.
 *
 * @param path relative to the approot
 * @param folder it was met in, or, where a walk began with it, itself
 * @param name in the folder; empty where it is the folder itself
 * @param stat as the walk saw it; a directory is only met where it is empty
 */
record Entry(RawPath path, Folder folder, RawPath name, Stat stat) {
    static Entry in(Folder folder, RawPath name, Stat stat) {
        return new Entry(folder.path().child(name), folder, name, stat);
    }

    static Entry of(Folder folder) {
        return new Entry(folder.path(), folder, RawPath.EMPTY, folder.stat());
    }

    /** Where it is. */
    Path file() {
        return name.equals(RawPath.EMPTY) ? folder.place() : name.under(folder.place());
    }

    /** Whether its folder is still where it was, so that what is read there is the project's. */
    boolean standing() {
        return name.equals(RawPath.EMPTY) || folder.standing();
    }
}
