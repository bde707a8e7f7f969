package io.github.ddevbak.remote;

import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.settings.Repository;
import java.util.List;
import java.util.Locale;

/**
 * Reads from restic's last words why it failed (0.14 to 0.18: until 0.16 every failure is exit 1). Pure.
 */
final class ResticWords {
    /** The password of the repository is wrong (restic 0.17). */
    private static final int WRONG_PASSWORD = 12;

    private static final int LOCKED = 11;
    private static final int NO_REPOSITORY = 10;

    private static final List<String> PASSWORD = List.of(
            "wrong password or no key found",
            "empty password is not a password",
            "resolving password failed",
            "cannot determine password");

    /** What servers say of who asks (S3's own sentence, else its code), or restic where no key is given. */
    private static final List<String> REFUSAL = List.of(
            "http response (401)",
            "http response (403)",
            "access denied",
            "forbidden",
            "b2_authorize_account: 401",
            ") is empty",
            "unauthorized",
            "permission denied (publickey",
            "invalidaccesskeyid",
            "access key id you provided",
            "signaturedoesnotmatch",
            "request signature we calculated");

    private static final List<String> CERTIFICATE = List.of("x509: ", "certificate verify failed");
    private static final List<String> ROOM = List.of("no space left", "disk quota exceeded", "http response (507)");
    private static final List<String> ABSENT =
            List.of("no such file or directory", "does not exist", "http response (404)", "not found", "nosuchkey");
    private static final List<String> DAMAGE = List.of(
            "repository contains errors",
            "ciphertext verification failed",
            "pack id does not match",
            "loadindex returned errors",
            "invalid data returned");
    private static final List<String> NETWORK = List.of(
            "dial tcp",
            "connection re",
            "no such host",
            "could not resolve",
            "network is unreachable",
            "no route to host",
            "timeout",
            "timed out",
            "unable to open repository",
            "unexpected http response",
            "unexpected eof",
            "server response unexpected");

    private ResticWords() {}

    static RemoteTrouble trouble(ProcessResult result) {
        if (result.ending() instanceof Ending.NotStarted) {
            return RemoteTrouble.RESTIC_MISSING;
        }
        if (result.cancelled()) {
            return RemoteTrouble.CANCELLED;
        }
        if (result.ending() instanceof Ending.TimedOut) {
            return RemoteTrouble.UNREACHABLE;
        }
        int code = result.ending() instanceof Ending.Exited exited ? exited.code() : 1;
        String said = result.stderrTail().toLowerCase(Locale.ROOT);
        return code == WRONG_PASSWORD
                ? RemoteTrouble.CREDENTIALS
                : code == LOCKED
                        ? RemoteTrouble.LOCKED
                        : code == NO_REPOSITORY ? RemoteTrouble.NO_REPOSITORY : said(said);
    }

    private static RemoteTrouble said(String said) {
        if (holds(said, PASSWORD) || holds(said, REFUSAL)) {
            return RemoteTrouble.CREDENTIALS;
        }
        if (said.contains("already locked")) {
            return RemoteTrouble.LOCKED;
        }
        if (holds(said, ROOM)) {
            return RemoteTrouble.FULL;
        }
        if (holds(said, DAMAGE)) {
            return RemoteTrouble.DAMAGED;
        }
        boolean nothing = said.contains("unable to open config file") && holds(said, ABSENT);
        if ((nothing || said.contains("bucket not found")) && !said.contains("dial tcp")) {
            return RemoteTrouble.NO_REPOSITORY;
        }
        return holds(said, NETWORK) ? RemoteTrouble.UNREACHABLE : RemoteTrouble.OTHER;
    }

    private static boolean holds(String said, List<String> any) {
        return any.stream().anyMatch(said::contains);
    }

    /** The failure as an exception: what happened, to which repository, what restic said last, what to do. */
    static RemoteException exception(Repository repository, ProcessResult result) {
        RemoteTrouble trouble = trouble(result);
        String named = repository.inWords();
        String last = repository.masked(words(result));
        return switch (trouble) {
            case RESTIC_MISSING -> Restic.missing(result.ending().words());
            case NO_REPOSITORY ->
                new RemoteException(
                        trouble,
                        "Nothing is there of " + named + ": " + last,
                        "If there never was one, make it with 'ddevbak copy --init --repository "
                                + repository.argument() + "'; if there was, "
                                + (repository.folder().isPresent() ? "mount its disk." : "look at its address."));
            case CREDENTIALS ->
                holds(result.stderrTail().toLowerCase(Locale.ROOT), REFUSAL)
                        ? new RemoteException(
                                trouble,
                                "The server lets nobody in to " + named
                                        + " with these credentials, or they are missing: " + last,
                                Credentials.hint(repository))
                        : new RemoteException(
                                trouble,
                                "The password of " + named + " is wrong or missing: " + last,
                                "Look at password-file or password-command in the configuration, or at"
                                        + " RESTIC_PASSWORD_FILE.");
            case LOCKED ->
                new RemoteException(
                        trouble,
                        "Another restic holds the lock of " + named + ": " + last,
                        "Wait until it is done, or let this one wait with --lock-wait 30m.");
            case UNREACHABLE ->
                new RemoteException(
                        trouble,
                        "The network or " + named + " did not answer: " + last,
                        "Nothing is lost; the next run goes on.");
            case FULL ->
                new RemoteException(
                        trouble,
                        "There is no room left in " + named + " (or here, for restic's own files): " + last,
                        "Make room there, for example with 'ddevbak prune --remote'; the next run goes on.");
            case DAMAGED ->
                new RemoteException(
                        trouble,
                        "What is in " + named + " is not what was put there: " + last,
                        "Keep the sets on this machine, look at its disk, and make a new repository or repair this"
                                + " one as restic's manual says; then run 'ddevbak copy'.");
            case CANCELLED -> new RemoteException(trouble, "The work on " + named + " was cancelled.", "");
            case RESTIC_OLD, OTHER ->
                new RemoteException(
                        RemoteTrouble.OTHER,
                        "restic failed on " + named + " (" + result.ending().words() + "): " + last,
                        otherwise(result.stderrTail()));
        };
    }

    private static String otherwise(String said) {
        if (said.contains("already initialized") || said.contains("already exists")) {
            return "It is there already, and nothing of it is changed: 'ddevbak copy' uses it.";
        }
        return holds(said, CERTIFICATE)
                ? "Nobody whom this machine trusts vouches for that server: look at its address, or have the system"
                        + " trust the authority that does (SSL_CERT_FILE names its certificate on Linux)."
                : "Nothing here is changed; look at what restic says, then run it again.";
    }

    /** The line that says most: the last is often but a hint, such as how to unlock. */
    private static String words(ProcessResult result) {
        String fatal = "";
        for (String line : result.stderrTail().split("\n", -1)) {
            boolean says =
                    line.contains("Fatal: ") || line.contains("already locked") || line.contains("does not match");
            fatal = says && fatal.length() < 400 ? fatal + (fatal.isEmpty() ? "" : "; ") + line.strip() : fatal;
        }
        String last = fatal.isEmpty() ? result.lastWords() : fatal;
        return last.isEmpty() ? result.ending().words() : last;
    }
}
