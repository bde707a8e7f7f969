package io.github.ddevbak.git;

/** A text in double quotes as git's configuration and alternates read it, as in C (git-config(1), gitrepository-layout(5)). */
final class Quoted {
    private Quoted() {}

    static String of(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
