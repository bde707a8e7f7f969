package io.github.ddevbak.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place off the machine for sets, as restic names it.
 *
 * @param name what the user calls it
 * @param location as restic takes it: a folder, {@code sftp:…}, {@code rest:…}, {@code s3:…}, {@code rclone:…}; it may hold
 *     a password, so it is never an argument nor printed: see {@link #shown()}
 * @param password the repository's password; missing for what restic's own variables say
 * @param environment lines {@code NAME=value} with what lets restic in there, such as {@code AWS_SECRET_ACCESS_KEY}
 * @param options restic's extended options, each {@code key=value}
 */
public record Repository(String name, String location, Secret password, Secret environment, List<String> options) {
    /** Stands in lists for a repository that the configuration does not name. */
    public static final String UNNAMED = "repository";

    /** What restic takes before a folder of this machine. */
    public static final String LOCAL = "local:";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SECRET =
            Pattern.compile("((?:://|^(?:rest|s3):(?!.*://))[^/@:]*):.*@", Pattern.DOTALL);

    /** What a remote of rclone that is spelled out is let in by: {@code rclone::webdav,user=me,pass=…:path}. */
    private static final Pattern SPELLED_OUT =
            Pattern.compile("(,[A-Za-z0-9_]*(?:pass|key|secret|token|auth)[A-Za-z0-9_]*=)"
                    + "(?:\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[^,:]*)");

    /** What restic, written in Go, says of an address that it cannot take apart: it shows all of it, in its own quotes. */
    private static final Pattern TAKEN_APART = Pattern.compile("parse \".*", Pattern.DOTALL);

    private static final Pattern REMOTE = Pattern.compile("(sftp|rest|s3|b2|azure|gs|swift|rclone):.*", Pattern.DOTALL);
    private static final Pattern HERE = Pattern.compile("[a-z0-9]+:(?:[a-z0-9]+:)?(?://)?(?:[^/]*@)?"
            + "(?:localhost|127(?:\\.\\d+){3}|\\[?::1\\]?)(?:[:/].*)?|rclone::local.*");

    public Repository {
        options = List.copyOf(options);
        if (!named(name)) {
            throw new IllegalArgumentException("not a name of a repository: " + name);
        }
    }

    /** Whether the text can name a repository. */
    public static boolean named(String text) {
        return NAME.matcher(text).matches();
    }

    /** What says in a command which one is meant: a name of the configuration, or the place. */
    public String argument() {
        return name.equals(UNNAMED) ? shown() : name;
    }

    /** Such as {@code the repository nas (sftp:nas:/backup)}. */
    public String inWords() {
        return "the repository " + (name.equals(UNNAMED) ? shown() : name + " (" + shown() + ")");
    }

    /** The location without a password that may stand in it. */
    public String shown() {
        String userHidden = SECRET.matcher(location).replaceAll("$1:***@");
        return userHidden.startsWith("rclone:")
                ? SPELLED_OUT.matcher(userHidden).replaceAll("$1***")
                : userHidden;
    }

    /** What another program said, without a password of the location that it may repeat. */
    public String masked(String said) {
        if (shown().equals(location)) {
            return said;
        }
        String plain = location.replaceFirst("^(?:rest|s3|sftp):", "");
        String hidden = shown().replaceFirst("^(?:rest|s3|sftp):", "");
        return TAKEN_APART
                .matcher(said.replace(location, shown()).replace(plain, hidden))
                .replaceAll("its address is none: in its password, characters such as / and % are written %2F and %25");
    }

    /** The folder it is in, where it is a folder of this machine. */
    public Optional<String> folder() {
        if (location.startsWith(LOCAL)) {
            return Optional.of(location.substring(LOCAL.length()));
        }
        return REMOTE.matcher(location).matches() ? Optional.empty() : Optional.of(location);
    }

    /** Whether it is reached through the network, and still on this very machine. */
    public boolean loopback() {
        return folder().isEmpty() && HERE.matcher(location).matches();
    }
}
