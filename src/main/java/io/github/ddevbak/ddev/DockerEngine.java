package io.github.ddevbak.ddev;

/**
 * What docker says of the engine that it speaks to.
 *
 * @param version of the engine
 * @param root the folder in which it keeps images and volumes, on the machine that it runs on
 */
public record DockerEngine(String version, String root) {}
