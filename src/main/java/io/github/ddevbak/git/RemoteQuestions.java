package io.github.ddevbak.git;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks remotes what they have now, and fetches, into a folder of ours, what is needed to count from that. */
final class RemoteQuestions {
    private final GitCli git;
    private final RemoteAccess access;

    RemoteQuestions(GitCli git, RemoteAccess access) {
        this.git = git;
        this.access = access;
    }

    /** Those remotes that are repositories on this machine, which need no network and no folder of ours. */
    RemotesNow near(Repository repository, RemoteConfig config, List<Remote> remotes) {
        Asking asking = new Asking(repository, config, List.of());
        remotes.forEach(asking::direct);
        return asking.answers();
    }

    /**
     * All remotes that have an address.
     *
     * @param temporary a folder for what is fetched, which has to stay until everything is counted
     * @param heads commits checked out without a branch
     */
    RemotesNow all(
            Repository repository,
            RemoteConfig config,
            List<Remote> remotes,
            Collection<String> heads,
            TemporaryFolder temporary) {
        Asking asking = new Asking(repository, config, heads);
        for (Remote remote : remotes) {
            if (remote.place() != Remote.Place.MISSING && !asking.direct(remote)) {
                asking.throughNetwork(remote, temporary);
            }
        }
        return asking.answers();
    }

    /** One repository's remotes, asked one after another. */
    private final class Asking {
        private final Repository repository;
        private final RemoteConfig config;
        private final Collection<String> heads;
        private final Map<String, RemoteRefs> refs = new HashMap<>();
        private final Set<String> present = new HashSet<>();
        private final List<Path> objects = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        private Asking(Repository repository, RemoteConfig config, Collection<String> heads) {
            this.repository = repository;
            this.config = config;
            this.heads = heads;
        }

        private RemotesNow answers() {
            return new RemotesNow(refs, present, objects, findings);
        }

        /** False where the remote is not simply another repository on this machine. */
        private boolean direct(Remote remote) {
            Optional<Path> gitDir = config.address(remote.name())
                    .flatMap(address ->
                            RemoteUrl.localPath(address, repository.layout().toplevel()))
                    .flatMap(RemoteQuestions::gitDir);
            if (gitDir.isEmpty()) {
                return false;
            }
            ProcessResult result = git.askAt(gitDir.get(), List.of("for-each-ref", RemoteRefs.FORMAT));
            if (!result.ok() || result.truncated() || Refusal.leavesOutRefs(result)) {
                findings.add(RemoteTrouble.finding(remote, result, false));
                return true;
            }
            RemoteRefs found = RemoteRefs.parse(result.stdout());
            Path store = gitDir.get().resolve("objects");
            // A shallow one has commits whose parents are nowhere, at which git would stop counting.
            boolean whole = !Files.exists(gitDir.get().resolve("shallow"));
            Set<String> known = present(whole ? git.borrowing(List.of(store)) : git, found);
            if (whole && !known.equals(present(git, found))) {
                objects.add(store);
            }
            present.addAll(known);
            refs.put(remote.name(), found);
            return true;
        }

        private void throughNetwork(Remote remote, TemporaryFolder temporary) {
            String configured = config.address(remote.name()).orElse("");
            String address = RemoteUrl.localPath(configured, repository.layout().toplevel())
                    .map(Path::toString)
                    .orElse(configured);
            AskingRepository asking = asking(temporary, address);
            Network network = new Network(git, asking, access, repository.config());
            ProcessResult listed = network.list();
            if (!listed.ok() || listed.truncated()) {
                refuse(remote, listed);
                return;
            }
            RemoteRefs found = RemoteRefs.parse(listed.stdout());
            Set<String> known = present(git, found);
            Set<String> unknown = wanted(remote, found, known);
            if (!unknown.isEmpty() && doubtful(known)) {
                ProcessResult fetched = network.fetch(unknown, listed.took());
                if (!fetched.ok()) {
                    refuse(remote, fetched);
                    present.addAll(known);
                    return;
                }
                objects.add(asking.folder().resolve("objects"));
                known.addAll(present(git.borrowing(objects), found));
            }
            present.addAll(known);
            refs.put(remote.name(), found);
        }

        private void refuse(Remote remote, ProcessResult result) {
            if (result.cancelled()) {
                throw new UnansweredException(
                        Refusal.finding(repository.layout().folder(), List.of("fetch"), result));
            }
            boolean own = repository.config().entries().stream().anyMatch(RemoteQuestions::reaching);
            findings.add(RemoteTrouble.finding(remote, result, own));
        }

        private AskingRepository asking(TemporaryFolder temporary, String address) {
            try {
                Path folder = Files.createTempDirectory(temporary.folder(), "remote-");
                return AskingRepository.make(folder, repository, address, tracked());
            } catch (IOException e) {
                throw new UnansweredException(Finding.error(
                        "code.no-answer",
                        "No remote can be asked, because the temporary folder cannot be written: " + e.getMessage(),
                        "make room in the folder for temporary files"));
            }
        }

        /** What the remotes had when they were last asked need not be sent again. */
        private Set<String> tracked() {
            String answer = git.answer(
                            repository.layout().folder(),
                            List.of("for-each-ref", "--format=%(objectname)", "refs/remotes", "refs/heads"))
                    .stdout();
            Set<String> oids = new TreeSet<>();
            answer.lines().filter(RefFiles::object).forEach(oids::add);
            return oids;
        }

        /** Refs whose objects are not here, of the kinds that are fetched by default or by the remote's own rules. */
        private Set<String> wanted(Remote remote, RemoteRefs found, Set<String> known) {
            List<String> kinds = new ArrayList<>(List.of(RefFiles.BRANCHES, RefFiles.TAGS));
            repository
                    .config()
                    .values("remote", remote.name(), "fetch")
                    .forEach(rule -> kinds.add(rule.replaceFirst("^\\+", "").split("[*:]", 2)[0]));
            Set<String> names = new TreeSet<>();
            found.refs().forEach((name, oid) -> {
                boolean kind = kinds.stream().anyMatch(beginning -> !beginning.isEmpty() && name.startsWith(beginning));
                if (kind && !known.contains(oid) && !RemoteRefs.peeled(name) && Network.fetchable(name)) {
                    names.add(name);
                }
            });
            return names;
        }

        /** Whether something is here, or was there at the last fetch, that what is known does not hold. */
        private boolean doubtful(Set<String> known) {
            Set<String> all = new HashSet<>(known);
            all.addAll(present);
            List<String> question = new ArrayList<>(
                    List.of("rev-list", "--max-count=1", "--stdin", "--branches", "--tags", "--remotes"));
            question.addAll(heads);
            question.add("--");
            return !git.borrowing(objects)
                    .answer(repository.layout().folder(), question, negative(all))
                    .stdout()
                    .isEmpty();
        }

        private Set<String> present(GitCli asked, RemoteRefs found) {
            Set<String> oids = new TreeSet<>(found.refs().values());
            if (oids.isEmpty()) {
                return oids;
            }
            String answer = asked.answer(
                            repository.layout().folder(),
                            List.of("cat-file", "--batch-check=%(objectname)"),
                            lines("", oids))
                    .stdout();
            answer.lines()
                    .filter(line -> line.endsWith(" missing"))
                    .forEach(line -> oids.remove(line.split(" ", 2)[0]));
            return oids;
        }
    }

    /** What to add to a question so that these objects, and all they reach, do not count. */
    static ByteArrayInputStream negative(Collection<String> oids) {
        return lines("^", oids);
    }

    /** What to add to a question so that these objects count. */
    static ByteArrayInputStream positive(Collection<String> oids) {
        return lines("", oids);
    }

    private static ByteArrayInputStream lines(String beginning, Collection<String> oids) {
        StringBuilder text = new StringBuilder();
        oids.forEach(oid -> text.append(beginning).append(oid).append('\n'));
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Where git keeps a repository that is simply at the path, in git's order (path.c, enter_repo). */
    static Optional<Path> gitDir(Path path) {
        Path dotGit = Path.of(path + ".git");
        for (Path place : List.of(path.resolve(".git"), path, dotGit.resolve(".git"), dotGit)) {
            if (Files.isRegularFile(place.resolve("HEAD")) && Files.isDirectory(place.resolve("objects"))) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Settings of a repository that its user may have meant for reaching the remote. */
    private static boolean reaching(GitConfig.Entry entry) {
        return entry.ofRepository()
                && (entry.is("core", "", "sshcommand")
                        || entry.is("core", "", "gitproxy")
                        || entry.section().equals("credential")
                        || entry.section().equals("http")
                        || entry.variable().equals("proxy"));
    }

    /** What is left of a time. */
    static Duration left(Duration whole, Duration used) {
        Duration left = whole.minus(used);
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }
}
