package io.github.ddevbak.cli;

import io.github.ddevbak.backup.Backups;
import io.github.ddevbak.backup.DockerWait;
import io.github.ddevbak.backup.Listener;
import io.github.ddevbak.files.FilesProgress;
import io.github.ddevbak.notice.Notices;
import io.github.ddevbak.process.Deadline;
import io.github.ddevbak.recovery.Drills;
import io.github.ddevbak.recovery.RemoteSets;
import io.github.ddevbak.recovery.Restores;
import io.github.ddevbak.recovery.Verifier;
import io.github.ddevbak.remote.RemoteListener;
import io.github.ddevbak.schedule.BackupCommandFile;
import io.github.ddevbak.schedule.JobMaker;
import io.github.ddevbak.schedule.JobTrial;
import io.github.ddevbak.schedule.Unattended;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.upkeep.Catalogue;
import io.github.ddevbak.upkeep.Copies;
import io.github.ddevbak.upkeep.Doctor;
import io.github.ddevbak.upkeep.Manifests;
import io.github.ddevbak.upkeep.Pruner;
import io.github.ddevbak.upkeep.RemotePruner;
import io.github.ddevbak.upkeep.Remotes;
import io.github.ddevbak.upkeep.Status;
import io.github.ddevbak.upkeep.Survival;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/** Everything a command can have done, wired for one configuration. */
public interface UseCases {

    Backups backups(Configuration configuration, LongConsumer progress);

    /** Puts back what a killed run left started; nothing where another run is at work. */
    void tidy(Configuration configuration, Listener listener);

    /**
     * The use cases of manifests outside a set.
     *
     * @param rehash whether every file is read, also where it is known to be unchanged
     * @param progress is told how far it has come
     */
    Manifests manifests(Configuration configuration, boolean rehash, FilesProgress progress);

    Drills drills(Configuration configuration);

    Catalogue catalogue(Configuration configuration);

    Restores restores(Configuration configuration, LongConsumer progress);

    Status status(Configuration configuration);

    Verifier verifier(Configuration configuration);

    Pruner pruner(Configuration configuration);

    Doctor doctor(Configuration configuration);

    Copies copies(Configuration configuration);

    Survival survival(Configuration configuration);

    Remotes remotes(Configuration configuration);

    RemotePruner remotePruner(Configuration configuration);

    /** Sets come from repositories by it; the listener hears how that goes on. */
    RemoteSets remoteSets(Configuration configuration, RemoteListener listener);

    /** Those who are told of runs. */
    Notices notices(Configuration configuration);

    DockerWait dockerWait();

    /** The schedule and the hooks. */
    Unattended unattended();

    JobMaker jobMaker();

    /** The installed job, tried. */
    JobTrial jobTrial();

    /** The file that makes {@code ddev backup} a command. */
    BackupCommandFile backupCommand();

    /** Has this program end within the limit, cleaning up first; closed when the work is done. */
    Deadline within(Duration limit);

    /** A throw-away sample below the folder, with its own destination; made where it is not there yet. */
    Sample sample(Path folder, LongConsumer progress);

    /** The sample projects, and the use cases over them with a simulated ddev. */
    interface Sample {
        Backups backups();

        Configuration configuration();

        Path projects();

        /** Runs a check command of a set's own {@code RESTORE.md} in the folder; true where it exits 0. */
        boolean check(Path folder, List<String> command);

        /** Whether the program of a check command is on this machine. */
        boolean available(String program);

        /** Whether every sample project is as it was made: running, stopped. */
        boolean asFound();
    }
}
