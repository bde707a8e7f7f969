package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.NearMatch;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.CopySettings;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.settings.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which repositories a command is about: those of the configuration, or one named on the command line or for restic. */
final class Repositories {
    final Several<String> names;
    final Single<String> passwordFile;

    Repositories(Declaration declaration) {
        names = declaration.texts(
                "--repository",
                "NAME",
                "A repository by its name in the configuration, or as restic takes it (sftp:host:/path); may be"
                        + " repeated (default: all of the configuration, else $RESTIC_REPOSITORY).");
        passwordFile = declaration.text(
                "--password-file",
                "FILE",
                "A file with the password of a repository that the configuration does not have.");
    }

    /** At least one. */
    List<Repository> of(Shell shell, CopySettings copy) {
        List<Repository> chosen = new ArrayList<>();
        for (String name : names.all()) {
            chosen.add(copy.repositories().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> unnamed(shell, copy, name)));
        }
        if (!names.given()) {
            chosen.addAll(copy.repositories());
        }
        String variable = shell.variable("RESTIC_REPOSITORY");
        if (chosen.isEmpty() && !variable.isEmpty()) {
            chosen.add(unnamed(shell, copy, variable));
        }
        if (chosen.isEmpty()) {
            throw new UsageException("no repository is known. Write one into the configuration (copy: {repositories:"
                    + " [{name: nas, repository: \"sftp:nas:/backup\", password-file: ~/.nas-password}]}), or name one"
                    + " with --repository and --password-file.");
        }
        return chosen;
    }

    /** The only one that is meant, where a command can use but one. */
    Repository one(Shell shell, CopySettings copy) {
        List<Repository> all = of(shell, copy);
        if (all.size() > 1) {
            throw new UsageException("there are several repositories: say which with --repository ("
                    + String.join(", ", all.stream().map(Repository::name).toList()) + ").");
        }
        return all.get(0);
    }

    private Repository unnamed(Shell shell, CopySettings copy, String location) {
        if (!location.contains("/") && !location.contains(":") && names.all().contains(location)) {
            List<String> known =
                    copy.repositories().stream().map(Repository::name).toList();
            throw new UsageException("the configuration has no repository '" + Printable.text(location) + "'"
                    + NearMatch.hint(location, known));
        }
        return new Repository(
                Repository.UNNAMED,
                place(location, shell.workingDirectory()),
                new Secret(password(shell), Optional.empty()),
                Secret.NONE,
                List.of());
    }

    private Optional<String> password(Shell shell) {
        return passwordFile
                .said()
                .map(file -> shell.workingDirectory().resolve(file).normalize().toString());
    }

    /** The same, with {@code ~} in folders and password files resolved. */
    static CopySettings resolved(CopySettings copy, Shell shell) {
        return new CopySettings(
                copy.afterAll(),
                copy.repositories().stream()
                        .map(one -> new Repository(
                                one.name(),
                                place(home(one.location(), shell), shell.home()),
                                GlobalOptions.atHome(shell, one.password()),
                                GlobalOptions.atHome(shell, one.environment()),
                                one.options()))
                        .toList());
    }

    private static String home(String text, Shell shell) {
        return text.startsWith(Repository.LOCAL)
                ? Repository.LOCAL + home(text.substring(Repository.LOCAL.length()), shell)
                : text.startsWith("~/")
                        ? shell.home().resolve(text.substring(2)).toString()
                        : text;
    }

    /** restic runs in the folder of a set: a folder that is relative to somewhere else is named whole. */
    private static String place(String text, Path base) {
        return text.startsWith(Repository.LOCAL)
                ? Repository.LOCAL + place(text.substring(Repository.LOCAL.length()), base)
                : text.contains(":") ? text : base.resolve(text).normalize().toString();
    }
}
