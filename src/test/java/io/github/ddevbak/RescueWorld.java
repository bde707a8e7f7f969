package io.github.ddevbak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ddevbak.cli.Program;
import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project with a remote in a folder, the program run on it, and a person who follows the guide of its set. */
final class RescueWorld {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:31:05Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Cancellation cancellation = new Cancellation();

    RescueWorld(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        Files.createDirectories(this.folder.resolve("home"));
        shell(this.folder, """
                git init -q --bare origin.git
                git clone -q origin.git shop 2>/dev/null
                cd shop
                mkdir .ddev
                printf 'name: shop\\ntype: php\\n' > .ddev/config.yaml
                printf 'one\\ntwo\\n' > text
                printf 'a\\0b' > binary
                printf 'no end' > endless
                printf 'x\\r\\ny\\r\\n' > crlf
                ln -s text link
                echo gone > gone
                echo run > run
                mkdir dir
                echo in > dir/in
                printf '/ignored\\n' > .gitignore
                git add .
                git commit -qm first
                git push -q origin main
                """);
    }

    Path folder() {
        return folder;
    }

    Path shop() {
        return folder.resolve("shop");
    }

    Path set() throws IOException {
        return folder.resolve("backups/projects/shop/latest").toRealPath();
    }

    Cancellation cancellation() {
        return cancellation;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_EDITOR", "true");
        environment.put("GIT_CONFIG_COUNT", "3");
        environment.put("GIT_CONFIG_KEY_0", "init.defaultBranch");
        environment.put("GIT_CONFIG_VALUE_0", "main");
        environment.put("GIT_CONFIG_KEY_1", "protocol.file.allow");
        environment.put("GIT_CONFIG_VALUE_1", "always");
        environment.put("GIT_CONFIG_KEY_2", "advice.detachedHead");
        environment.put("GIT_CONFIG_VALUE_2", "false");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
        }
        return environment;
    }

    /** What a script prints; fails where one of its lines does. */
    String shell(Path where, String script) {
        try {
            io.github.ddevbak.project.Shell.Ended ended =
                    io.github.ddevbak.project.Shell.run(where, environment(), "bash", "-e", "-c", script);
            if (ended.exit() != 0) {
                throw new AssertionError("exit " + ended.exit() + " of " + script + "\n" + ended.output());
            }
            return ended.output();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    InProcess run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Path home = folder.resolve("home");
        io.github.ddevbak.cli.Shell shell = new io.github.ddevbak.cli.Shell(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                0,
                CLOCK,
                Map.of("HOME", home.toString()),
                home,
                home);
        Wiring wiring =
                new Wiring(shell, new SystemProcessRunner(cancellation, environment()), cancellation, CLOCK, false);
        int exit = new Program(shell, wiring, CLOCK).run(words);
        return new InProcess(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** {@code git-check --rescue} of the project, with more words. */
    InProcess rescue(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "git-check",
                "--rescue",
                "--json",
                "--project-dir",
                project().toString(),
                "--dest",
                folder.resolve("backups").toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    /** The project's folder; a repository may be around it. */
    private Path project() {
        Path inner = shop().resolve("sites/shop");
        return Files.isDirectory(inner.resolve(".ddev")) ? inner : shop();
    }

    /** Severity and code of each finding about the code that is no mere information. */
    static List<String> findings(InProcess run) throws IOException {
        List<String> findings = new ArrayList<>();
        for (JsonNode project : new ObjectMapper().readTree(run.out()).path("projects")) {
            for (JsonNode part : project.path("parts")) {
                for (JsonNode finding : part.path("findings")) {
                    String severity = finding.path("severity").asText();
                    if (!severity.equals("info")) {
                        findings.add(severity + " " + finding.path("code").asText());
                    }
                }
            }
        }
        return findings;
    }

    /** Loses everything but the remotes and the set, and does what the set's guide says. */
    void loseAndRestore() throws IOException {
        Files.createDirectories(folder.resolve("lost"));
        shell(folder, "for each in shop linked; do [ ! -e $each ] || mv $each lost/; done");
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(set().resolve("RESTORE.md"), UTF_8)) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (inside) {
                commands.add(line);
            }
        }
        shell(set(), String.join("\n", commands));
    }

    /** The object name of the tree of all files of a folder: names as bytes, executable or not, links, content. */
    String tree(Path of) {
        return shell(folder, """
                git init -q --bare scales.git
                cd '%s'
                git --git-dir='%2$s/scales.git' --work-tree=. -c core.autocrlf=false -c advice.addEmbeddedRepo=false add -A -f .
                git --git-dir='%2$s/scales.git' write-tree
                rm -rf '%2$s/scales.git'
                """.formatted(of, folder));
    }

    Path lost(String name) {
        return folder.resolve("lost").resolve(name);
    }

    /** What git prints in a folder. */
    String git(Path where, String words) {
        return shell(where, "git " + words).strip();
    }
}
