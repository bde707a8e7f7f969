package io.github.ddevbak.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A repository whose own configuration tries to run programs; each that ran leaves a file. */
final class Hostile {
    private static final List<String> HOOKS = List.of(
            "post-index-change",
            "reference-transaction",
            "fsmonitor-watchman",
            "pre-auto-gc",
            "post-checkout",
            "pre-commit",
            "pre-push",
            "post-merge",
            "post-rewrite",
            "update",
            "pre-receive",
            "post-update");

    private final Sandbox sandbox;
    private final Path canaries;

    Hostile(Sandbox sandbox) {
        this.sandbox = sandbox;
        canaries = sandbox.path("canaries");
        try {
            Files.createDirectories(canaries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ran, sorted. */
    List<String> ran() {
        try (Stream<Path> files = Files.list(canaries)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what ran so far. */
    void forget() {
        ran().forEach(name -> canaries.resolve(name).toFile().delete());
    }

    private String trap(String name) {
        return "touch '" + canaries + "/" + name + "'";
    }

    private String trapAndCat(String name) {
        return trap(name) + "; cat";
    }

    /** Sets every trap in the repository, and makes git look at the content of its files again. */
    void poison(Path folder) {
        filters(folder);
        settings(folder);
        hooks(folder.resolve(".git/hooks"));
        sandbox.write(folder, ".git/evil.inc", "[core]\n\tfsmonitor = " + trap("included") + " #\n");
        sandbox.git(folder, "config", "--local", "include.path", "evil.inc");
        touch(folder);
    }

    void settings(Path folder) {
        values().forEach((key, value) -> sandbox.git(folder, "config", "--local", key, value));
    }

    void hooks(Path hooks) {
        HOOKS.forEach(hook -> script(hooks.resolve(hook), trap("hook-" + hook)));
    }

    /** Filters of the repository's own, one with a name that is no plain word, over every file but {@code *.php}. */
    void filters(Path folder) {
        attributes(folder);
        configure(folder);
    }

    void attributes(Path folder) {
        sandbox.write(folder, "plain.e", "plain");
        sandbox.write(folder, "odd.o", "odd");
        sandbox.write(folder, "long.p", "long");
        sandbox.write(folder, "picture.bin", "picture");
        sandbox.write(
                folder,
                ".gitattributes",
                "*.e filter=evil diff=evil\n*.o filter=a=b'c.d!\n*.p filter=running\n*.bin filter=lfs\n");
        sandbox.git(folder, "add", ".");
        sandbox.git(folder, "commit", "-q", "-m", "attributes");
    }

    void configure(Path folder) {
        sandbox.git(folder, "config", "filter.evil.clean", trapAndCat("clean"));
        sandbox.git(folder, "config", "filter.evil.smudge", trapAndCat("smudge"));
        sandbox.git(folder, "config", "filter.evil.required", "true");
        sandbox.git(folder, "config", "filter.a=b'c.d!.clean", trapAndCat("clean-with-an-odd-name"));
        sandbox.git(folder, "config", "filter.running.process", trap("process"));
        sandbox.git(folder, "config", "filter.lfs.clean", trapAndCat("lfs-clean"));
        sandbox.git(folder, "config", "filter.lfs.process", trap("lfs-process"));
        touch(folder);
    }

    /** So that the times in the index are no longer those on disk, and git reads the files again. */
    void touch(Path folder) {
        for (String name : List.of("plain.e", "odd.o", "long.p", "picture.bin")) {
            try {
                Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Sandbox.NOW));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Map<String, String> values() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : List.of(
                "core.fsmonitor",
                "core.sshCommand",
                "core.gitProxy",
                "core.askPass",
                "core.editor",
                "core.pager",
                "core.alternateRefsCommand",
                "pager.status",
                "pager.rev-list",
                "sequence.editor",
                "diff.external",
                "diff.evil.command",
                "diff.evil.textconv",
                "merge.evil.driver",
                "gpg.program",
                "gpg.ssh.program",
                "uploadpack.packObjectsHook",
                "remote.origin.uploadpack",
                "remote.origin.receivepack",
                "credential.https://example.org.helper",
                "interactive.diffFilter",
                "difftool.evil.cmd",
                "trailer.evil.command")) {
            settings.put(key, trap(key.replaceAll("[^A-Za-z]", "-")));
        }
        settings.put("credential.helper", "!" + trap("credential-helper"));
        for (String command : List.of("status", "config", "rev-list", "fetch", "fsck", "ls-remote", "for-each-ref")) {
            settings.put("alias." + command, "!" + trap("alias-" + command));
        }
        settings.put("core.hooksPath", ".git/hooks");
        settings.put("submodule.lib.update", "!" + trap("submodule-update"));
        settings.put("protocol.allow", "always");
        settings.put("protocol.ext.allow", "always");
        settings.put("remote.evil.url", "ext::sh -c " + trap("ext").replace(" ", "% "));
        settings.put("remote.evil.vcs", "ext");
        settings.put("remote.evil.promisor", "true");
        settings.put("log.showSignature", "true");
        settings.put("gc.auto", "1");
        settings.put("safe.directory", "*");
        settings.put("fetch.writeCommitGraph", "true");
        return settings;
    }

    void script(Path file, String command) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, "#!/bin/sh\n" + command + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
