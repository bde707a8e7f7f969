package io.github.ddevbak.backup;

import io.github.ddevbak.database.DumpFacts;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.FileNames;
import io.github.ddevbak.store.Staging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Puts a project's dumps and snapshot into a set in the making. */
final class SetTarget implements DatabasePart.Target {
    /** Begins the name of a snapshot that is only on its way into a set. */
    static final String TRANSIENT = "ddevbak-set-";

    private final Project project;
    private final Destination destination;
    private final Staging staging;
    private final Wish wish;
    private final AtomicLong reserved;
    private final Consumer<String> working;
    private final Set<String> taken = new HashSet<>();
    private String current = "";
    private long own;

    /** @param reserved the bytes that databases of this run may still write, those of other projects too */
    SetTarget(
            Project project,
            Destination destination,
            Staging staging,
            Wish wish,
            AtomicLong reserved,
            Consumer<String> working) {
        this.reserved = reserved;
        this.project = project;
        this.destination = destination;
        this.staging = staging;
        this.wish = wish;
        this.working = working;
    }

    @Override
    public Path dump(String database) {
        String name = FileNames.encode(database);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = FileNames.encode(database) + "-" + i;
        }
        current = "database/" + name + wish.format().suffix();
        try {
            return staging.file(current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String dumped(String database, DumpFacts facts) {
        staging.note(current, Part.DATABASE, facts.fileSha256());
        return current;
    }

    @Override
    public void globals(String sql) {
        try {
            Files.write(staging.file("database/globals.sql"), sql.getBytes(StandardCharsets.UTF_8));
            staging.note("database/globals.sql", Part.DATABASE, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String snapshotName() {
        return TRANSIENT + staging.id();
    }

    @Override
    public Optional<String> snapshot(Path file, String sha256) {
        String relative = "database/snapshot/" + file.getFileName();
        try {
            Files.move(file, staging.file(relative));
        } catch (IOException e) {
            removeQuietly(file);
            throw new UncheckedIOException(e);
        }
        staging.note(relative, Part.DATABASE, sha256);
        return Optional.of(relative);
    }

    @Override
    public Optional<Finding> room(long bytes) {
        long all = bytes * ((wish.dump() ? 1 : 0) + (wish.snapshot() ? 1 : 0));
        own += all;
        return Space.objection(
                        project.name().text(), reserved.addAndGet(all), destination.usableBytes(), destination.folder())
                .or(() -> wish.snapshot() ? besideTheProject(bytes) : Optional.empty());
    }

    /** Nothing more is written: what was kept free for it is so no longer. */
    void written() {
        reserved.addAndGet(-own);
        own = 0;
    }

    /** ddev writes a snapshot into the project first. */
    private Optional<Finding> besideTheProject(long bytes) {
        try {
            long usable = Files.getFileStore(project.approot()).getUsableSpace();
            return Space.objection(project.name().text(), bytes, usable, project.approot());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A snapshot that did not get into its set is not left where a restore would take it for one of the user's. */
    private static void removeQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the next run removes it by its name
            return;
        }
    }

    @Override
    public void working(String what) {
        working.accept(what);
    }
}
