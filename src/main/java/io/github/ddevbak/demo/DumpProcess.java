package io.github.ddevbak.demo;

import java.io.IOException;

/** A dump tool running in the database container: it is there until it ends by itself or somebody ends it. */
record DumpProcess(Sites sites, String project, long pid) {

    static DumpProcess begin(Sites sites, Site site, String command) throws IOException {
        ProjectState state = sites.folder().project(site.name());
        long pid = state.freePid();
        sites.folder()
                .save(site.name(), state.withProcess(new ProjectState.Running(pid, 1_000_000 + pid * 13, command)));
        return new DumpProcess(sites, site.name(), pid);
    }

    /** The dump is through; what changed in the server meanwhile is there now. */
    void end(Strikes strikes, String database) throws IOException {
        ProjectState state = sites.folder().project(project).withoutProcess(pid);
        if (strikes.has(Fault.Kind.TABLE_MADE_MEANWHILE)) {
            state = state.withDatabase(
                    database, old -> old.plusTable(new SimulatedDatabase.Table("made_meanwhile_" + pid, 1)));
        }
        sites.folder().save(project, state);
    }
}
