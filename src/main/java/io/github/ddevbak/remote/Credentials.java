package io.github.ddevbak.remote;

import io.github.ddevbak.process.ProcessRunner;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.settings.SecretException;
import io.github.ddevbak.settings.SecretReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lets restic in to a repository beside its password: variables, from a file or command of the user's. */
final class Credentials {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");

    private final SecretReader reader;
    private final Repository repository;
    private Optional<Map<String, String>> read = Optional.empty();

    Credentials(ProcessRunner runner, Repository repository) {
        this.reader = new SecretReader(runner);
        this.repository = repository;
    }

    /**
     * The variables; the file or command is asked once.
     *
     * @throws RemoteException where they cannot be read
     */
    synchronized Map<String, String> variables() {
        if (read.isEmpty()) {
            read = Optional.of(repository.environment().missing() ? Map.of() : asked());
        }
        return read.get();
    }

    private Map<String, String> asked() {
        try {
            return parsed(reader.read(repository.environment(), "the environment", PATIENCE));
        } catch (SecretException why) {
            throw wrong(String.valueOf(why.getMessage()));
        }
    }

    /** As systemd reads such a file, and a shell; no message tells what stands there. */
    private Map<String, String> parsed(String text) {
        Map<String, String> variables = new HashMap<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(plain);
            if (!matcher.matches()) {
                throw wrong("line " + number + " of the environment is not of the form NAME=value");
            }
            variables.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return variables;
    }

    private static String unquoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return !quoted.matches() ? value : quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    }

    private RemoteException wrong(String why) {
        return new RemoteException(
                RemoteTrouble.CREDENTIALS,
                "The credentials for " + repository.inWords() + " cannot be read: " + why,
                "Look at environment-file or environment-command of it in the configuration.");
    }

    /** Where to look when a server lets nobody in. Pure. */
    static String hint(Repository repository) {
        String given = " in environment-file or environment-command of the configuration, or in the environment.";
        return switch (repository.location().replaceFirst("(?s):.*", "")) {
            case "s3" -> "Look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY" + given;
            case "b2" -> "Look at B2_ACCOUNT_ID and B2_ACCOUNT_KEY" + given;
            case "rest" -> "Look at the user and the password in its address (rest:https://user:password@host/).";
            case "sftp" -> "ssh must get there without a question: try it by hand.";
            default -> "Look at the variables that restic's manual names for such a place," + given;
        };
    }
}
