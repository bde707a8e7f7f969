package io.github.ddevbak.project;

/**
 * A finding about a project that may not even have a usable name.
 *
 * @param project its name, printable; empty where the finding is about all of them
 */
public record ProjectFinding(String project, Finding finding) {}
