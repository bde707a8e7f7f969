package io.github.ddevbak.remote;

/**
 * What restic says of a backup it made.
 *
 * @param snapshot its id, perhaps shortened
 * @param added bytes that were new to the repository
 * @param processed bytes of all files
 */
record BackupSummary(String snapshot, long added, long processed) {}
