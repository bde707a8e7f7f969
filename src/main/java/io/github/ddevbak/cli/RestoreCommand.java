package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Flag;
import io.github.ddevbak.cli.option.Several;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.recovery.RemoteSets;
import io.github.ddevbak.recovery.RestorePlan;
import io.github.ddevbak.recovery.RestoreRequest;
import io.github.ddevbak.recovery.RestoreResult;
import io.github.ddevbak.recovery.RestoreWish;
import io.github.ddevbak.recovery.Restores;
import io.github.ddevbak.remote.RemoteSnapshot;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.store.SetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a project back from its sets. */
final class RestoreCommand extends Command {
    /** What the help says of it. */
    static final String SUMMARY = "Put a project's database, configuration, code or files back, after a safety copy.";

    /** What databases come back from. */
    enum From {
        dump,
        snapshot
    }

    private static final String CONFIG = "--configuration";

    private final ProjectArguments projects = new ProjectArguments(declaration);

    private final Single<String> set = declaration.text(
            "--set", "SET", "A set's name, the beginning of it, a day, or latest: the newest good one of each part.");

    private final Several<String> databases = declaration.texts(
            "--database", "NAME", "Only this database; may be repeated (default: every one of the set).");

    private final Single<From> from =
            declaration.value(From.class, "--from", "WHAT", "Databases from: dump (default) or snapshot.");

    private final Flag config = declaration.flag(
            CONFIG, "Put the configuration back; may be written --config here (a file of settings: -c).");

    private final Flag code =
            declaration.flag("--code", "Put back what no remote had of the code; clone it where it is gone.");

    private final Flag files = declaration.flag("--files", "Put the user files of the set back.");

    private final Flag volumes = declaration.flag(
            "--volumes", "Put the volumes of add-on services back; the services are stopped meanwhile.");

    private final Single<String> as = declaration.text("--as", "NAME", "Into a new project of this name: every part.");

    private final Single<Path> into = declaration.value(
            Path.class,
            "--into",
            "DIR",
            "The folder of the project, or with --all the one below which every project goes.");

    private final Flag noSafetyCopy =
            declaration.flag("--no-safety-copy", "Do not save what is there now first: it is lost.");

    private final Flag fromRemote = declaration.flag(
            "--from-remote", "Bring the sets from a repository off this machine first; name the projects, or --all.");

    private final Single<String> host =
            declaration.text("--host", "NAME", "With --from-remote: only sets from that machine.");

    private final Repositories repositories = new Repositories(declaration);

    RestoreCommand(DdevbakCommand root) {
        super(root, "restore", SUMMARY);
    }

    /** Behind this command {@code --config} is the part, as the other parts are; elsewhere a file of settings. */
    static String[] understood(String[] words) {
        String[] all = words.clone();
        boolean here = false;
        for (int i = 0; i < all.length && !all[i].equals("--"); i++) {
            if (here && all[i].equals("--config")) {
                all[i] = CONFIG;
            }
            here |= all[i].equals("restore");
        }
        return all;
    }

    @Override
    public Integer call() {
        Configuration configuration = root.options.configuration(root.shell);
        RestoreRequest request = request(configuration);
        Console console = root.console();
        if (fromRemote.given()) {
            Optional<ExitCode> ended = brought(configuration, request, console);
            if (ended.isPresent()) {
                return ended.get().number();
            }
        }
        Restores restores = root.useCases.restores(configuration, console.progress()::bytes);
        List<RestorePlan> plans = restores.plan(request);
        RestoreTold told = new RestoreTold(console);
        if (root.options.dryRun.given()) {
            return told.plan(plans);
        }
        if (!console.json()) {
            told.steps(plans);
        }
        boolean anything = plans.stream().anyMatch(plan -> !plan.sets().isEmpty());
        if (anything && !confirmed(console)) {
            console.error("Nothing was done.");
            return ExitCode.INCOMPLETE.number();
        }
        root.useCases.tidy(configuration, console.listener());
        RestoreResult result = restores.run(request, console.progressOnly());
        return told.result(result);
    }

    /** What the command ends with already; empty where the sets are here now. */
    private Optional<ExitCode> brought(Configuration configuration, RestoreRequest request, Console console) {
        if (request.names().isEmpty() && !request.everything()) {
            throw new UsageException(
                    "restore --from-remote needs the name of a project, or --all. See" + " 'ddevbak list --remote'.");
        }
        Repository repository = repositories.one(root.shell, configuration.copy());
        RemoteSets sets = root.useCases.remoteSets(configuration, new RemoteProgress(console, root.clock));
        List<RemoteSnapshot> chosen = sets.choose(request, repository, host.said());
        RemoteTold told = new RemoteTold(console, root.clock);
        return root.options.dryRun.given()
                ? told.wouldBring(chosen, repository)
                : told.brought(sets.bring(chosen, repository), repository);
    }

    private RestoreRequest request(Configuration configuration) {
        if (projects.all.given() && projects.names.given()) {
            throw new UsageException("--all and project names contradict each other: leave one of them out.");
        }
        if (as.given() && (projects.all.given() || projects.names.all().size() > 1)) {
            throw new UsageException("--as takes one project: name it.");
        }
        if (into.given() && !projects.all.given() && projects.names.all().size() > 1) {
            throw new UsageException("--into takes one project, or --all: name one.");
        }
        if (from.orNull() == From.snapshot && databases.given()) {
            throw new UsageException(
                    "a snapshot holds the whole server: --from snapshot and --database contradict each other.");
        }
        RestoreWish wish = new RestoreWish(
                parts(configuration),
                set.said().map(SetName::new).orElse(SetName.NEWEST),
                Set.copyOf(databases.all()),
                from.orNull() == From.snapshot,
                as.said(),
                into.said()
                        .map(folder ->
                                root.shell.workingDirectory().resolve(folder).normalize()),
                !noSafetyCopy.given());
        return new RestoreRequest(projects.names.all(), projects.all.given(), wish, root.shell.workingDirectory());
    }

    /** The database, which is what people restore daily; with flags exactly those; a whole project where it is new. */
    private Set<Part> parts(Configuration configuration) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (config.given()) {
            parts.add(Part.CONFIG);
        }
        if (code.given()) {
            parts.add(Part.CODE);
        }
        if (files.given()) {
            parts.add(Part.FILES);
        }
        if (volumes.given()) {
            parts.add(Part.VOLUMES);
        }
        if (from.given() || databases.given()) {
            parts.add(Part.DATABASE);
        }
        if (root.options.only.given()) {
            parts.addAll(configuration.parts());
        }
        if (!parts.isEmpty()) {
            return parts;
        }
        return projects.all.given() || as.given() ? Part.USUAL : EnumSet.of(Part.DATABASE);
    }

    /** Anything but a yes is a no. */
    private boolean confirmed(Console console) {
        if (root.options.yes.given()) {
            return true;
        }
        if (!root.shell.errTerminal()) {
            throw new UsageException("a restore overwrites what is there, and there is no terminal to ask on. Look at"
                    + " the plan with --dry-run, then add --yes.");
        }
        console.error("Do this? Type yes:");
        try {
            StringBuilder answer = new StringBuilder();
            for (int c = root.shell.in().read(); c >= 0 && c != '\n' && answer.length() < 80; ) {
                answer.append((char) c);
                c = root.shell.in().read();
            }
            return Printable.text(answer.toString()).strip().equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException("the answer could not be read: " + e.getMessage(), e);
        }
    }
}
