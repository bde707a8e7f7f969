package io.github.ddevbak.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a command into a process group of its own, where a terminal's Ctrl-C does not reach it: stopping children, and
 * putting back what they did, is ours to do in order.
 *
 * <p>{@code setsid} of util-linux 2.38 and of busybox forks only if it leads a group already, which a child of Java
 * never does, so the process keeps its id. macOS has no setsid but ships perl.
 */
final class OwnGroup {
    private static final List<String> PERL =
            List.of("-e", "setpgrp(0,0) or die; exec {$ARGV[0]} @ARGV or exit 127", "--");

    private final List<String> prefix;

    OwnGroup(Programs programs) {
        Optional<Path> setsid = programs.find("setsid");
        Optional<Path> perl = setsid.isPresent() ? Optional.empty() : programs.find("perl");
        List<String> words = new ArrayList<>();
        setsid.or(() -> perl).ifPresent(program -> words.add(program.toString()));
        words.addAll(perl.isPresent() ? PERL : List.of());
        this.prefix = List.copyOf(words);
    }

    /** False on a system that has neither program; children then stay in our own group. */
    boolean available() {
        return !prefix.isEmpty();
    }

    List<String> of(List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        return words;
    }
}
