package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where pushed files of Git LFS are, as far as files on this machine tell it.
 *
 * @param stores of remotes that are simply repositories on this machine: git-lfs puts the content into them (since 2.10)
 * @param all whether there is no remote but those
 */
record LfsRemotes(List<LfsStore> stores, boolean all) {
    private static final Set<String> ELSEWHERE = Set.of("url", "pushurl", "standalonetransferagent");
    private static final Pattern URL = Pattern.compile("^\\s*(lfs|push)?url\\s*=", Pattern.MULTILINE);

    static LfsRemotes of(Repository repository, List<Remote> remotes) {
        List<Remote> there = remotes.stream()
                .filter(remote -> remote.place() != Remote.Place.MISSING)
                .toList();
        if (there.isEmpty() || elsewhere(repository)) {
            return new LfsRemotes(List.of(), false);
        }
        List<LfsStore> stores = new ArrayList<>();
        for (Remote remote : there) {
            gitDir(repository, remote).map(LfsStore::ofRemote).ifPresent(stores::add);
        }
        return new LfsRemotes(stores, stores.size() == there.size());
    }

    boolean hold(LfsPointer pointer) {
        return stores.stream().anyMatch(store -> store.holds(pointer));
    }

    private static Optional<Path> gitDir(Repository repository, Remote remote) {
        GitConfig config = repository.config();
        boolean split = !config.values("remote", remote.name(), "pushurl").isEmpty()
                || !config.values("remote", remote.name(), "lfsurl").isEmpty()
                || !config.values("remote", remote.name(), "lfspushurl").isEmpty();
        return split
                ? Optional.empty()
                : RemoteConfig.of(config)
                        .address(remote.name())
                        .flatMap(address ->
                                RemoteUrl.localPath(address, repository.layout().toplevel()))
                        .flatMap(RemoteQuestions::gitDir);
    }

    /** Whether a setting sends the content somewhere else than to the remote (git-lfs-config(5)). */
    private static boolean elsewhere(Repository repository) {
        boolean configured = repository.config().entries().stream()
                .anyMatch(entry -> entry.section().equals("lfs") && ELSEWHERE.contains(entry.variable()));
        Path file = repository.layout().toplevel().resolve(".lfsconfig");
        try {
            return configured
                    || (Files.isRegularFile(file)
                            && URL.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                                    .find());
        } catch (IOException unreadable) {
            return true;
        }
    }
}
