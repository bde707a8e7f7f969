package io.github.ddevbak.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How remotes are reached: as the user has set it up for all repositories, but never with a prompt.
 *
 * @param patience how long one remote may take
 * @param ssh what the user's environment has git run for ssh ({@code GIT_SSH_COMMAND}, {@code GIT_SSH}); empty for neither
 */
public record RemoteAccess(Duration patience, Optional<String> ssh) {
    /** How long one remote may take where the user says nothing. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longest wait for a connection, as the name lookup and the first answer come after it. */
    private static final long CONNECT_SECONDS = 15;

    private static final List<String> PUTTY = List.of("plink", "putty", "tortoiseplink");

    /** As the user's environment says. */
    public static RemoteAccess of(Map<String, String> environment, Duration patience) {
        Optional<String> command = Optional.ofNullable(environment.get("GIT_SSH_COMMAND"));
        Optional<String> program = Optional.ofNullable(environment.get("GIT_SSH"));
        return new RemoteAccess(
                patience,
                command.filter(text -> !text.isBlank())
                        .or(() -> program.filter(text -> !text.isBlank()).map(RemoteAccess::word)));
    }

    /** What git is told to run for ssh, by the environment, else by the user's configuration, else as is usual. */
    String sshCommand(GitConfig config) {
        String command = ssh.or(() -> ofUser(config)).orElse("ssh");
        String program = program(command);
        if (program.equals("ssh")) {
            return command + " -o BatchMode=yes -o ConnectTimeout="
                    + Math.max(1, Math.min(patience.toSeconds(), CONNECT_SECONDS));
        }
        return PUTTY.contains(program) ? command + " -batch" : command;
    }

    /** Our own guard is among the entries, as a command's. */
    private static Optional<String> ofUser(GitConfig config) {
        return config.entries().stream()
                .filter(entry -> !entry.ofRepository()
                        && entry.is("core", "", "sshcommand")
                        && !entry.value().equals("false"))
                .map(GitConfig.Entry::value)
                .reduce((first, second) -> second);
    }

    private static String program(String command) {
        String stripped = command.strip();
        boolean quoted = stripped.startsWith("\"") || stripped.startsWith("'");
        String first =
                quoted ? stripped.substring(1).split(stripped.substring(0, 1), 2)[0] : stripped.split("\\s", 2)[0];
        Path name = Path.of(first).getFileName();
        return name == null ? "" : name.toString();
    }

    private static String word(String program) {
        return "'" + program.replace("'", "'\\''") + "'";
    }

    /** What keeps git and its helpers from asking a person, and from protocols that run a program. */
    Map<String, String> environment(GitConfig config) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("GIT_ALLOW_PROTOCOL", "https:http:ssh:git:file");
        environment.put("GIT_SSH_COMMAND", sshCommand(config));
        environment.put("SSH_ASKPASS_REQUIRE", "never");
        // Git Credential Manager opens windows otherwise.
        environment.put("GCM_INTERACTIVE", "never");
        return environment;
    }
}
