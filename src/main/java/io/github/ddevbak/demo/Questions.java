package io.github.ddevbak.demo;

import java.util.List;

/** The database clients in the container: they answer what ddevbak asks, and refuse everything else. */
final class Questions {
    private final Site site;
    private final Voice voice;

    Questions(Site site, Voice voice) {
        this.site = site;
        this.voice = voice;
    }

    /** The exit code of the client. */
    int answer(List<String> words) {
        String client = words.get(0);
        boolean forPostgres = client.equals("psql") || client.equals("pg_dumpall");
        if (forPostgres != site.configuration().postgres()) {
            voice.err("OCI runtime exec failed: exec failed: unable to start container process: exec: \"" + client
                    + "\": executable file not found in $PATH: unknown\n");
            return 127;
        }
        if (client.equals("pg_dumpall") && words.contains("--globals-only")) {
            voice.out(PostgresDump.globals(site.state().accounts()));
            return 0;
        }
        boolean said =
                forPostgres ? new PostgresAnswers(site, voice).say(words) : new MysqlAnswers(site, voice).say(words);
        if (!said) {
            voice.err("simulated " + client + " of " + site.name() + ": this question is not simulated: "
                    + String.join(" ", words) + "\n");
        }
        return said ? 0 : 255;
    }
}
