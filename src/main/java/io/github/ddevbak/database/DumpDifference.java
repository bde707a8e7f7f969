package io.github.ddevbak.database;

/**
 * The first place where a restored database is not what the set holds.
 *
 * @param object what the dump tool was writing there, in its own words, such as {@code data of table `node`}
 * @param line in the stored dump, counted from 1, without the lines that differ in every dump
 * @param stored the beginning of that line as the set has it, printable; empty where the stored dump has ended
 * @param restored the same of the restored one
 */
public record DumpDifference(String object, long line, String stored, String restored) {}
