package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.Output;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.project.Finding;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every question to git goes through here: it may not write, wait for a person, reach a network or run a hook. */
final class GitCli {
    /** Bound of one captured answer: 32 MiB. */
    private static final int ANSWER = 32 << 20;

    /** What a repository's own configuration could make git run or reach, switched off (git 2.30 and newer). */
    private static final List<String> GUARDS = List.of(
            "core.fsmonitor=false",
            "core.hooksPath=/dev/null",
            "core.sshCommand=false",
            "core.askPass=",
            // Make git look more closely than it was told to.
            "core.untrackedCache=false",
            "core.trustctime=true",
            "core.checkStat=default",
            "credential.helper=",
            "diff.external=",
            "gpg.program=false",
            "protocol.allow=never",
            "submodule.recurse=false");

    /** Those of them that keep git from every remote. */
    private static final List<String> AGAINST_REMOTES =
            List.of("core.sshCommand=false", "credential.helper=", "protocol.allow=never");

    /** Variables that would point git at another repository than the folder's, or change what a path means. */
    private static final List<String> REMOVED = List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_IMPLICIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_COMMON_DIR",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_NAMESPACE",
            "GIT_PREFIX",
            "GIT_CEILING_DIRECTORIES",
            "GIT_CONFIG",
            "GIT_CONFIG_PARAMETERS",
            "GIT_SHALLOW_FILE",
            "GIT_REPLACE_REF_BASE",
            "GIT_QUARANTINE_PATH",
            "GIT_REF_PARANOIA",
            "GIT_ATTR_SOURCE",
            "GIT_LITERAL_PATHSPECS",
            "GIT_GLOB_PATHSPECS",
            "GIT_NOGLOB_PATHSPECS",
            "GIT_ICASE_PATHSPECS",
            "GIT_EXTERNAL_DIFF",
            "GIT_ASKPASS",
            "SSH_ASKPASS",
            "GIT_SSH",
            "GIT_SSH_COMMAND",
            "GIT_TRACE",
            "GIT_TRACE_SETUP",
            "GIT_TRACE_PERFORMANCE",
            "LANGUAGE");

    private static final Map<String, String> ENVIRONMENT = environment();

    /** Commands that never run a filter over a file's content, in the forms used here. */
    private static final Set<String> UNFILTERED = Set.of(
            "rev-parse",
            "config",
            "rev-list",
            "for-each-ref",
            "ls-files",
            "cat-file",
            "show-ref",
            "symbolic-ref",
            "merge-base",
            "check-attr",
            "fsck",
            "bundle",
            "init");

    private final ProcessRunner runner;
    private final Duration timeout;
    private final Map<Path, LocalFilters> filters;
    private final List<Path> borrowed;
    private final List<String> place;

    GitCli(ProcessRunner runner, Duration timeout) {
        this(runner, timeout, new ConcurrentHashMap<>(), List.of(), List.of());
    }

    private GitCli(
            ProcessRunner runner,
            Duration timeout,
            Map<Path, LocalFilters> filters,
            List<Path> borrowed,
            List<String> place) {
        this.runner = runner;
        this.timeout = timeout;
        this.filters = filters;
        this.borrowed = borrowed;
        this.place = place;
    }

    /** Asks git folders by themselves, whose work trees may be gone; only what needs no work tree can be asked there. */
    GitCli ofGitFolders() {
        return new GitCli(runner, timeout, filters, borrowed, List.of("--git-dir=.", "--work-tree=."));
    }

    /** For questions in which the objects of these folders are seen, too; git splits their names at colons. */
    GitCli borrowing(List<Path> objects) {
        return new GitCli(
                runner,
                timeout,
                filters,
                objects.stream()
                        .filter(folder -> folder.toString().indexOf(File.pathSeparatorChar) < 0)
                        .toList(),
                place);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        REMOVED.forEach(name -> environment.put(name, ""));
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        // History as it would be pushed, not as refs/replace shows it.
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        // Nor as info/grafts does; a file that cannot be there is passed over without a word.
        environment.put("GIT_GRAFT_FILE", "/dev/null/none");
        environment.put("LC_ALL", "C");
        return Map.copyOf(environment);
    }

    /** The question as a value; the folder becomes git's working directory. */
    Invocation question(Path folder, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add("git");
        command.add("--no-pager");
        for (String guard : GUARDS) {
            command.add("-c");
            command.add(guard);
        }
        if (LetterCase.counts(folder)) {
            // Else a copy of a repository from a Mac hides files whose names differ by case only.
            command.add("-c");
            command.add("core.ignoreCase=false");
        }
        command.addAll(place);
        command.addAll(words);
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put(
                "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                String.join(
                        File.pathSeparator,
                        borrowed.stream().map(Path::toString).toList()));
        return Invocation.of(command)
                .in(folder)
                .with(environment)
                .within(timeout)
                .writing(new Output.Captured(ANSWER))
                .stayingAmongUs();
    }

    /** What came of a question that was made by {@link #question} and bent. */
    ProcessResult run(Invocation question) {
        return runner.run(question);
    }

    /** What git said, whatever it was. */
    ProcessResult ask(Path folder, List<String> words) {
        return run(folder, words, question(folder, words));
    }

    /** What git says of a repository that is not the one around a folder, but the one in this git folder. */
    ProcessResult askAt(Path gitDir, List<String> words) {
        return runner.run(at(gitDir, question(gitDir, words)));
    }

    /**
     * What a remote says, asked from a repository of ours, in which only the user's own configuration holds.
     *
     * @param environment what lets git reach the remote
     */
    ProcessResult askRemote(
            Path gitDir, List<String> words, Map<String, String> environment, Duration patience, InputStream lines) {
        Invocation question = at(gitDir, question(gitDir, words));
        List<String> command = new ArrayList<>(question.command());
        for (String guard : AGAINST_REMOTES) {
            int place = command.indexOf(guard);
            command.subList(place - 1, place + 1).clear();
        }
        Map<String, String> all = new HashMap<>(question.environment());
        all.putAll(environment);
        return runner.run(question.calling(command).with(all).within(patience).reading(lines));
    }

    private static Invocation at(Path gitDir, Invocation question) {
        List<String> command = new ArrayList<>(question.command());
        command.add(2, "--git-dir=" + gitDir);
        return question.calling(command);
    }

    /** Whether what of the folder's configuration must not run is known. */
    boolean restrains(Path folder) {
        return filters.containsKey(folder);
    }

    /** Remembers what of the folder's configuration must not run; those of submodules are for git status, which enters. */
    void restrain(Path folder, GitConfig config) {
        filters.put(folder, LocalFilters.of(config));
    }

    private ProcessResult run(Path folder, List<String> words, Invocation question) {
        if (UNFILTERED.contains(words.get(0))) {
            return runner.run(question);
        }
        if (!filters.containsKey(folder)) {
            GitConfig.ask(this, folder);
        }
        LocalFilters all = LocalFilters.together(filters.entrySet().stream()
                .filter(known -> known.getKey().startsWith(folder))
                .map(Map.Entry::getValue)
                .toList());
        if (!all.lfs()) {
            return runner.run(restrained(question, all, List.of()));
        }
        try (TemporaryFolder temporary = TemporaryFolder.make()) {
            return runner.run(restrained(question, all, List.of("-c", "lfs.storage=" + temporary.folder())));
        } catch (IOException e) {
            throw new UnansweredException(Finding.error(
                    "code.no-answer",
                    "No temporary folder can be made to look at " + folder + ": " + e.getMessage(),
                    "make room in the folder for temporary files"));
        }
    }

    private static Invocation restrained(Invocation question, LocalFilters filters, List<String> more) {
        List<String> command = new ArrayList<>(question.command());
        // Behind "git --no-pager".
        command.addAll(2, more);
        command.addAll(2, filters.words());
        Map<String, String> environment = new HashMap<>(question.environment());
        environment.put("GIT_CONFIG_PARAMETERS", filters.variable());
        return question.calling(command).with(environment);
    }

    /**
     * What git answered.
     *
     * @throws UnansweredException where git failed, was silent too long, said more than 32 MiB, or left out a broken ref
     */
    ProcessResult answer(Path folder, List<String> words) {
        return heeded(folder, words, ask(folder, words));
    }

    /** As {@link #answer}, for an answer that may be too long to keep: handed to the sink as it comes. */
    void answer(Path folder, List<String> words, OutputStream sink) {
        ProcessResult result = run(folder, words, question(folder, words).writing(sink));
        heeded(folder, words, result);
    }

    /** As {@link #answer}, with lines for git to read. */
    ProcessResult answer(Path folder, List<String> words, InputStream lines) {
        return heeded(folder, words, run(folder, words, question(folder, words).reading(lines)));
    }

    ProcessResult heeded(Path folder, List<String> words, ProcessResult result) {
        if (!result.ok() || result.truncated() || Refusal.leavesOutRefs(result)) {
            throw new UnansweredException(Refusal.finding(folder, words, result));
        }
        return result;
    }
}
