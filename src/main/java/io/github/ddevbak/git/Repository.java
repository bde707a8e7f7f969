package io.github.ddevbak.git;

/** A repository that was found, and what git is configured to do in it. */
record Repository(Layout layout, GitConfig config) {}
