package io.github.ddevbak.ddev;

/** A project as {@code ddev list -j} names it: texts as ddev gave them, unchecked; empty where it gave none. */
public record Listed(String name, String status, String approot, String type, String docroot) {}
