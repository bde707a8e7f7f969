package io.github.ddevbak.git;

import java.nio.file.Path;
import java.util.Optional;

/** A remote behind ssh that is on this machine: the "ssh" is a script that runs what git says. */
final class Served {
    private Served() {}

    /** Makes the clone's remote one that is reached through the script. */
    static void over(Sandbox sandbox, Path clone) {
        String path = sandbox.git(clone, "config", "remote.origin.url").replaceFirst("^file://", "");
        sandbox.git(clone, "remote", "set-url", "origin", "ssh://git@example.org" + path);
    }

    static RemoteAccess access(Sandbox sandbox) {
        new Hostile(sandbox)
                .script(
                        sandbox.path("ssh"),
                        "echo \"$*\" >> '" + sandbox.path("ssh.log") + "'\nfor word; do :; done\nexec sh -c \"$word\"");
        return new RemoteAccess(
                Sandbox.PATIENCE, Optional.of(sandbox.path("ssh").toString()));
    }
}
