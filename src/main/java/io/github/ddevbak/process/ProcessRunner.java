package io.github.ddevbak.process;

/** The one door to other programs. Everything that runs a program takes one of these. */
@FunctionalInterface
public interface ProcessRunner {

    /** Runs the program to its end. Never throws for what the program did; see {@link ProcessResult#ending()}. */
    ProcessResult run(Invocation invocation);
}
