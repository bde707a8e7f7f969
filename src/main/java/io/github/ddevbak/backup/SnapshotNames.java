package io.github.ddevbak.backup;

import io.github.ddevbak.ddev.SnapshotCli;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.SetId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What snapshots that stay with ddev are called: by ddevbak after the second they are taken in, or by a user. */
public final class SnapshotNames {
    private static final String PREFIX = "ddevbak-";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

    private SnapshotNames() {}

    /** The name that only we give. */
    static String own(String second) {
        return PREFIX + second;
    }

    /** When a snapshot was taken that bears a name of ours; empty for every other, which is nobody's to remove. */
    public static Optional<SetId> taken(String name) {
        return Optional.of(name)
                .filter(text -> text.startsWith(PREFIX))
                .flatMap(text -> SetId.parse(text.substring(PREFIX.length())))
                .filter(id -> id.label().isEmpty() && id.at().isPresent());
    }

    /** Why a user cannot give a name to a snapshot; empty where it can be given. */
    public static Optional<String> objection(String name) {
        if (!FORM.matcher(name).matches()) {
            return Optional.of("'" + Printable.text(name)
                    + "' cannot name a snapshot: use letters, digits, hyphens, periods and underscores");
        }
        if (SnapshotCli.RESERVED.contains(name)) {
            return Optional.of("'" + name + "' means something of its own to ddev: choose another name");
        }
        return taken(name)
                .map(own -> "'" + name + "' is what ddevbak calls snapshots of its own, which 'prune --snapshots' may"
                        + " remove: choose another name");
    }
}
