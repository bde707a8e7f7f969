package io.github.ddevbak.files;

/** One file in a cache of hashes; filled again and again, since there may be a million of them. */
final class CacheRecord {
    /** Bytes of a path; the files of longer ones are always read. */
    static final int LONGEST_PATH = 8192;

    static final int DIGEST = 32;

    final byte[] path = new byte[LONGEST_PATH];
    final byte[] sha256 = new byte[DIGEST];
    int length;
    int device;
    boolean rotten;
    long size;
    long modified;
    long changed;
    long inode;

    /** Whether the file is as it was, as far as the file system tells. */
    boolean unchanged(Stat stat) {
        return size == stat.size() && modified == stat.modified() && changed == stat.changed() && inode == stat.inode();
    }
}
