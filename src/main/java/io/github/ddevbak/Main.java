package io.github.ddevbak;

/** The way in from the shell. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(arguments.length > 0 ? 2 : 0);
    }
}
