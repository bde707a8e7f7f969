package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database clients in the container where they change the server: a dump on standard input, a database made anew. */
final class Client {
    private static final Pattern MYSQL_RECREATES = Pattern.compile(
            "DROP DATABASE IF EXISTS `((?:[^`]|``)+)`; CREATE DATABASE `\\1`; GRANT ALL ON .* TO `db`@`%`",
            Pattern.DOTALL);
    private static final Pattern POSTGRES_CREATES =
            Pattern.compile("CREATE DATABASE \"((?:[^\"]|\"\")+)\"", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile("CREATE (?:USER IF NOT EXISTS `([^`]+)`@.*|ROLE ([^ ;]+);)");
    private static final Pattern GRANT = Pattern.compile("GRANT (.*) TO `([^`]+)`@.*");

    private final Sites sites;
    private final Site site;
    private final Voice voice;

    Client(Sites sites, Site site, Voice voice) {
        this.sites = sites;
        this.site = site;
        this.voice = voice;
    }

    /** Does what was asked, where it was to drop a database and make it anew. */
    boolean recreates(List<String> words) throws IOException {
        Pattern form = site.configuration().postgres() ? POSTGRES_CREATES : MYSQL_RECREATES;
        Matcher asked = form.matcher(words.isEmpty() ? "" : words.get(words.size() - 1));
        if (!asked.matches()) {
            return false;
        }
        new Loading(sites).recreate(site, asked.group(1).replace("``", "`").replace("\"\"", "\""));
        return true;
    }

    /** Reads standard input as SQL; the client's exit code. */
    int read(Call call, Interruption interruption) throws IOException {
        byte[] all = Imports.standardInput(call.invocation());
        // With --raw, ddev's own question for the container's path has swallowed it (a trial of v1.25.3).
        byte[] sql = call.flag("raw") ? new byte[0] : all;
        List<String> words = call.arguments();
        boolean postgres = site.configuration().postgres();
        if (postgres != words.get(0).equals("psql")) {
            return new Questions(site, voice).answer(words);
        }
        String database = postgres ? PostgresAnswers.name(after(words, "-d")) : after(words, "--database=");
        if (database.equals("information_schema") || database.equals("postgres")) {
            accounts(new String(sql, UTF_8));
            return 0;
        }
        boolean there = sites.folder().project(site.name()).databases().stream()
                .anyMatch(one -> one.name().equals(database));
        if (!there) {
            voice.err("ERROR 1049 (42000): Unknown database '" + database + "'\n");
            return postgres ? 2 : 1;
        }
        if (call.struckBy(Fault.Kind.LIES)) {
            return 0;
        }
        Optional<String> error = new Loading(sites).into(site, database, sql, call.strikes());
        if (interruption.strikes() || error.isEmpty()) {
            return 0;
        }
        voice.err(error.orElseThrow() + "\n");
        return postgres ? 3 : 1;
    }

    private static String after(List<String> words, String option) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
            if (option.endsWith("=") && words.get(i).startsWith(option)) {
                return words.get(i).substring(option.length());
            }
        }
        return "";
    }

    private void accounts(String sql) throws IOException {
        ProjectState state = sites.folder().project(site.name());
        List<ProjectState.Account> accounts = new ArrayList<>(state.accounts());
        for (String line : sql.split("\n", -1)) {
            Matcher user = USER.matcher(line);
            Matcher grant = GRANT.matcher(line);
            if (user.matches()) {
                String name = user.group(1) != null ? user.group(1) : user.group(2);
                if (accounts.stream().anyMatch(one -> one.name().equals(name))) {
                    voice.err("ERROR:  role \"" + name + "\" already exists\n");
                } else {
                    accounts.add(new ProjectState.Account(name, ""));
                }
            } else if (grant.matches() && !grant.group(1).startsWith("USAGE ")) {
                accounts.replaceAll(one ->
                        one.name().equals(grant.group(2)) ? new ProjectState.Account(one.name(), grant.group(1)) : one);
            }
        }
        sites.folder().save(site.name(), state.withAccounts(accounts));
    }
}
