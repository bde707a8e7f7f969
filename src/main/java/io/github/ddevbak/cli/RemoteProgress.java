package io.github.ddevbak.cli;

import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.settings.Repository;
import java.time.Clock;

/** Shows on a terminal how work in a repository goes on, and tells anybody where it does not. */
final class RemoteProgress implements RemoteListener {
    private final Console console;
    private final Standstill standstill;
    private String place = "";
    private String work = "";

    RemoteProgress(Console console, Clock clock) {
        this.console = console;
        this.standstill = new Standstill(clock);
    }

    @Override
    public void working(Repository repository, String what) {
        standstill.begin();
        place = repository.name();
        work = what;
        console.listener().working(place, what);
    }

    @Override
    public void passedOver(String sentence) {
        console.error("ddevbak: warning: " + sentence);
    }

    @Override
    public void pieces(long done, long of) {
        console.listener().working(place, work + ", " + done + " of " + of);
        if (standstill.heard(done)) {
            console.error("nothing has come from " + place + " for half a minute: " + Standstill.WHY + ".");
        }
    }
}
