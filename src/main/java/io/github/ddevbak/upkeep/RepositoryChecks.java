package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.remote.RemoteException;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.remote.RemoteTools;
import io.github.ddevbak.remote.RemoteTrouble;
import io.github.ddevbak.settings.Repository;
import java.util.List;

/** Looks whether restic is there, and whether it gets into each repository that copies go to; changes nothing there. */
final class RepositoryChecks {
    private final RemoteTools tools;
    private final RemoteListener listener;
    private final List<Check> checks;

    /**
     * @param listener hears which one is asked
     * @param checks what was found is added to them
     */
    RepositoryChecks(RemoteTools tools, RemoteListener listener, List<Check> checks) {
        this.tools = tools;
        this.listener = listener;
        this.checks = checks;
    }

    void look(List<Repository> repositories) {
        if (!repositories.isEmpty() && restic()) {
            repositories.forEach(repository -> checks.add(opened(repository)));
        }
    }

    private boolean restic() {
        try {
            checks.add(Check.ok("restic", Printable.text(tools.version())));
            return true;
        } catch (RemoteException missing) {
            checks.add(failed("restic", missing.finding()));
            return false;
        }
    }

    /** A laptop is not always where its network is: that one does not answer now is no fault of what is set up. */
    private Check opened(Repository repository) {
        listener.working(repository, "opening it");
        try {
            tools.of(repository).open();
            return Check.ok("repository", repository.name() + " (" + repository.shown() + ") opens");
        } catch (RemoteException trouble) {
            Finding finding = trouble.finding();
            return trouble.trouble() == RemoteTrouble.UNREACHABLE
                    ? Check.warning(
                            "repository",
                            finding.sentence(),
                            "If this machine is where its network is, look at its address; until it answers nothing is"
                                    + " copied there.")
                    : failed("repository", finding);
        }
    }

    private static Check failed(String what, Finding finding) {
        return Check.failed(what, finding.sentence(), finding.hint());
    }
}
