package io.github.ddevbak.ddev;

import io.github.ddevbak.project.DatabaseServer;
import io.github.ddevbak.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts of a MySQL or MariaDB server, without those that the server, its image or ddev make. Run with MariaDB
 * 10.11; MySQL is untested.
 */
final class MysqlGlobals {
    /** The server's, Debian's, the images' and ddev's own; the nameless account of older servers is one of them. */
    private static final Set<String> NOT_THE_USERS = Set.of(
            "",
            "root",
            "db",
            "mariadb.sys",
            "mysql",
            "mysql.sys",
            "mysql.session",
            "mysql.infoschema",
            "healthcheck",
            "debian-sys-maint",
            "PUBLIC");

    private static final Pattern ROW = Pattern.compile("([0-9A-F]*)\t([0-9A-F]*)\t([YN])");
    private static final String MARK = "end-of-answer";

    /** What ddev grants its own account: everything in the databases it made. */
    private static final Pattern DDEVS = Pattern.compile(
            "GRANT USAGE ON \\*\\.\\* TO .*|GRANT ALL PRIVILEGES ON (?:`[^`]*`|\"[^\"]*\")\\.\\* TO [^ ]*");

    private final DatabaseContainer container;

    MysqlGlobals(DatabaseContainer container) {
        this.container = container;
    }

    /**
     * An account.
     *
     * @param role MariaDB: a role, which has no host
     */
    private record Account(String user, String host, boolean role) {
        String quoted() {
            return role ? quoted(user) : quoted(user) + "@" + quoted(host);
        }

        private static String quoted(String name) {
            return "`" + name.replace("`", "``") + "`";
        }

        boolean ddevs() {
            return user.equals("db") && (host.equals("%") || host.equals("localhost"));
        }
    }

    Answer<String> of(Project project, DatabaseServer server) {
        boolean roles = server.family() == DatabaseServer.Family.MARIADB && MysqlQuestions.atLeast(server, 10, 0);
        String question = "SELECT HEX(User),HEX(Host)," + (roles ? "is_role" : "'N'")
                + " FROM mysql.user ORDER BY 3 DESC,1,2; SELECT '" + MARK + "'";
        return container
                .ask(project, MysqlQuestions.client(server, question))
                .then(stdout -> accounts(stdout)
                        .map(accounts -> statements(project, server, accounts))
                        .orElseGet(() -> Refusal.because("the database server's list of accounts is incomplete")));
    }

    private static Optional<List<Account>> accounts(String stdout) {
        List<Account> accounts = new ArrayList<>();
        boolean whole = false;
        for (String line : stdout.split("\r?\n", -1)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                accounts.add(new Account(
                        MysqlQuestions.name(row.group(1)),
                        MysqlQuestions.name(row.group(2)),
                        row.group(3).equals("Y")));
            }
            whole |= line.equals(MARK);
        }
        return whole && !accounts.isEmpty() ? Optional.of(accounts) : Optional.empty();
    }

    private Answer<String> statements(Project project, DatabaseServer server, List<Account> accounts) {
        List<Account> users = accounts.stream()
                .filter(account -> !NOT_THE_USERS.contains(account.user()))
                .toList();
        List<Account> ddevs = accounts.stream().filter(Account::ddevs).toList();
        if (users.isEmpty() && ddevs.isEmpty()) {
            return new Answer.Said<>("", List.of());
        }
        return container
                .ask(project, MysqlQuestions.client(server, question(server, users, ddevs)))
                .then(stdout -> text(users, stdout));
    }

    private static String question(DatabaseServer server, List<Account> users, List<Account> ddevs) {
        StringBuilder sql = new StringBuilder();
        boolean mysql = server.family() == DatabaseServer.Family.MYSQL;
        if (mysql && MysqlQuestions.atLeast(server, 8, 0)) {
            // Else the hash of a password may hold bytes that are no text.
            sql.append("SET SESSION print_identified_with_as_hex=1; ");
        }
        if (MysqlQuestions.atLeast(server, mysql ? 5 : 10, mysql ? 7 : 2)) {
            users.stream()
                    .filter(user -> !user.role())
                    .forEach(user -> sql.append("SHOW CREATE USER ")
                            .append(user.quoted())
                            .append("; "));
        }
        users.forEach(
                user -> sql.append("SHOW GRANTS FOR ").append(user.quoted()).append("; "));
        sql.append("SELECT '").append(MARK).append("'; ");
        ddevs.forEach(
                user -> sql.append("SHOW GRANTS FOR ").append(user.quoted()).append("; "));
        return sql.append("SELECT '").append(MARK).append("'").toString();
    }

    private static Answer<String> text(List<Account> users, String stdout) {
        StringBuilder sql = new StringBuilder();
        users.stream()
                .filter(Account::role)
                .forEach(role -> sql.append("CREATE ROLE IF NOT EXISTS ")
                        .append(role.quoted())
                        .append(";\n"));
        int marks = 0;
        for (String line : stdout.split("\r?\n", -1)) {
            if (line.equals(MARK)) {
                marks++;
            } else if (!line.isBlank() && !(marks > 0 && DDEVS.matcher(line).matches())) {
                sql.append(again(unescaped(line))).append(";\n");
            }
        }
        return marks == 2
                ? new Answer.Said<>(sql.toString(), List.of())
                : Refusal.because("the database server's list of grants is incomplete");
    }

    /** The statement, harmless where the account is there already. */
    private static String again(String statement) {
        return statement.replaceFirst("^CREATE USER (?!IF )", "CREATE USER IF NOT EXISTS ");
    }

    /** {@code mysql -B} writes a tab, a line end, a NUL and a backslash in a value with a backslash before them. */
    static String unescaped(String line) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\' || i + 1 == line.length()) {
                text.append(c);
                continue;
            }
            char escaped = line.charAt(++i);
            text.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case '0' -> '\0';
                        default -> escaped;
                    });
        }
        return text.toString();
    }
}
