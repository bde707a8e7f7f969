package io.github.ddevbak.demo;

import java.io.IOException;
import java.util.List;

/** {@code ddev exec --raw -s db -- …}: programs run in the database container (recordings 720 to 728). */
final class DatabaseContainer {
    private static final List<String> DUMPS = List.of("mariadb-dump", "mysqldump", "pg_dump");
    private static final List<String> CLIENTS = List.of("mariadb", "mysql", "psql", "pg_dumpall");

    private final Sites sites;
    private final StartStop startStop;
    private final DumpTool tool;

    DatabaseContainer(Sites sites, StartStop startStop, DumpTool tool) {
        this.sites = sites;
        this.startStop = startStop;
        this.tool = tool;
    }

    /** Which sentence a program run by {@code ddev exec} is, for the faults. */
    static Fault.Command commandOf(List<String> words) {
        String program = words.isEmpty() ? "" : words.get(0);
        if (DUMPS.contains(program)) {
            return Fault.Command.DUMP;
        }
        if (!CLIENTS.contains(program)) {
            return Fault.Command.EXEC;
        }
        boolean asked = words.contains("-e") || words.contains("-c") || program.equals("pg_dumpall");
        return asked ? Fault.Command.QUERY : Fault.Command.LOAD;
    }

    Said exec(Call call, Voice voice, Interruption interruption) throws IOException, DdevFailedException {
        Site site = site(call, voice);
        if (!site.status().equals("running")) {
            site = startStop.bringUp(site, voice);
        }
        String service = call.flags().getOrDefault("service", "web");
        if (!site.services().contains(service)) {
            throw new DdevFailedException(
                    "No running container found for service '" + service + "' in '" + site.name() + "' project");
        }
        return service.equals("db")
                ? run(call, site, voice, interruption)
                : notKnown(voice, "programs in the web container");
    }

    private Site site(Call call, Voice voice) throws IOException, DdevFailedException {
        String named = call.flags().getOrDefault("project", "");
        try {
            return named.isEmpty() ? sites.around(call.directory(), voice) : sites.named(named, voice);
        } catch (DdevFailedException e) {
            throw new DdevFailedException("Failed to exec command: " + e.getMessage());
        }
    }

    private Said run(Call call, Site site, Voice voice, Interruption interruption) throws IOException {
        Site shown = Broken.view(site, call.strikes());
        List<String> words = call.arguments();
        Fault.Command command = call.command();
        if (command == Fault.Command.DUMP) {
            return dump(call, shown, voice, interruption);
        }
        if (command == Fault.Command.LOAD) {
            return ended(call, voice, new Client(sites, site, voice).read(call, interruption))
                    .ending(interruption);
        }
        if (interruption.strikes()) {
            return voice.exit(0).ending(interruption.ending());
        }
        if (new Client(sites, site, voice).recreates(words)) {
            return voice.exit(0);
        }
        int exit = command == Fault.Command.QUERY
                ? new Questions(shown, voice).answer(words)
                : new ContainerPrograms(sites, shown, voice).run(words);
        return ended(call, voice, exit);
    }

    private Said dump(Call call, Site site, Voice voice, Interruption interruption) throws IOException {
        List<String> words = call.arguments();
        String database = PostgresAnswers.name(words.get(words.size() - 1));
        DumpProcess process = DumpProcess.begin(sites, site, String.join(" ", words));
        DumpRun run = tool.run(site, words, true, call.strikes());
        voice.out(run.dump());
        if (interruption.strikes()) {
            return voice.exit(0).half(interruption.ending());
        }
        voice.err(run.stderr());
        return ended(call, voice, run.exit()).then(() -> process.end(call.strikes(), database));
    }

    private static Said ended(Call call, Voice voice, int exit) {
        if (exit != 0 && !call.flag("quiet")) {
            voice.error("Failed to execute command `" + quoted(call.arguments()) + "`: exit status " + exit);
        }
        return voice.exit(exit);
    }

    /** As ddev shows a command in its error (cmd/ddev/cmd/exec.go, {@code quoteArgs}). */
    private static String quoted(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(word -> word.matches("(?s).*[\" \\t\\r\\n#].*")
                                ? "\"" + word.replace("\"", "\\\"") + "\""
                                : word)
                        .toList());
    }

    /** A question that nobody taught the simulation is an error, never a guess. */
    static Said notKnown(Voice voice, String what) {
        voice.err("simulated ddev: " + what + " are not simulated\n");
        return voice.exit(255);
    }
}
