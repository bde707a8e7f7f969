package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/** Writes a database out as {@code pg_dump} 15.18 does (recordings 700 to 702 and A12, and a trial of 15.18). */
final class PostgresDump {
    private static final String TOKEN = "UY6tOBlfhGFU9ZjeWRmAzkogDmt8cOquERuSY66gvycVXQVfeofPN4BdmnQoybn";

    private static final String HEAD = """
            --
            -- PostgreSQL database dump
            --

            \\restrict %s

            -- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
            -- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

            SET statement_timeout = 0;
            SET lock_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SELECT pg_catalog.set_config('search_path', '', false);
            SET check_function_bodies = false;
            SET xmloption = content;
            SET client_min_messages = warning;
            SET row_security = off;

            """;

    private static final String FUNCTION = """
            CREATE FUNCTION %1$s() RETURNS integer
                LANGUAGE sql
                AS $$select 1; -- CREATE TABLE not_a_table (id int);$$;


            ALTER FUNCTION %1$s() OWNER TO db;

            """;

    private static final String PROCEDURE = """
            CREATE PROCEDURE %1$s()
                LANGUAGE sql
                AS $$select 1$$;


            ALTER PROCEDURE %1$s() OWNER TO db;

            """;

    private static final String TABLE = """
            CREATE TABLE %1$s (
                id integer NOT NULL,
                name text NOT NULL,
                img bytea,
                note text
            );


            ALTER TABLE %1$s OWNER TO db;

            """;

    private static final String SEQUENCE = """
            CREATE SEQUENCE %1$s
                START WITH 1
                INCREMENT BY 1
                NO MINVALUE
                NO MAXVALUE
                CACHE 1;


            ALTER TABLE %1$s OWNER TO db;

            """;

    private static final String VIEW = """
            CREATE VIEW %1$s AS
             SELECT product.id,
                product.name
               FROM %2$s product;


            ALTER TABLE %1$s OWNER TO db;

            """;

    private static final String MATERIALIZED = """
            CREATE MATERIALIZED VIEW %1$s AS
             SELECT count(*) AS c
               FROM pg_class
              WITH NO DATA;


            ALTER TABLE %1$s OWNER TO db;

            """;

    private static final String TRAILER = """
            --
            -- PostgreSQL database dump complete
            --

            \\unrestrict %s

            """;

    private PostgresDump() {}

    static byte[] write(SimulatedDatabase database) {
        StringBuilder dump = new StringBuilder(filled(HEAD, TOKEN));
        database.routines()
                .forEach(routine -> section(
                        dump,
                        routine.name() + "()",
                        routine.function() ? "FUNCTION" : "PROCEDURE",
                        filled(routine.function() ? FUNCTION : PROCEDURE, qualified(routine.name()))));
        dump.append("SET default_tablespace = '';\n\nSET default_table_access_method = heap;\n\n");
        database.tables()
                .forEach(table -> section(dump, table.name(), "TABLE", filled(TABLE, qualified(table.name()))));
        named(dump, "MATERIALIZED VIEW", MATERIALIZED, database.materializedViews());
        named(dump, "SEQUENCE", SEQUENCE, database.sequences());
        database.views()
                .forEach(view -> section(
                        dump, view.name(), "VIEW", filled(VIEW, qualified(view.name()), qualified(view.table()))));
        database.tables().forEach(table -> copy(dump, table));
        for (SimulatedDatabase.Trigger trigger : database.triggers()) {
            section(
                    dump,
                    trigger.table() + " " + trigger.name(),
                    "TRIGGER",
                    "CREATE TRIGGER " + trigger.name()
                            + " BEFORE INSERT ON " + qualified(trigger.table())
                            + " FOR EACH ROW EXECUTE FUNCTION public.tf();\n\n\n");
        }
        return dump.append(filled(TRAILER, TOKEN)).toString().getBytes(UTF_8);
    }

    /** {@code pg_dumpall --globals-only}: ddev's own role and those of the project. */
    static String globals(List<ProjectState.Account> accounts) {
        StringBuilder roles = new StringBuilder();
        for (ProjectState.Account account : accounts) {
            roles.append("CREATE ROLE " + account.name() + ";\nALTER ROLE " + account.name()
                    + " WITH NOSUPERUSER INHERIT NOCREATEROLE NOCREATEDB LOGIN NOREPLICATION NOBYPASSRLS;\n");
        }
        return "--\n-- PostgreSQL database cluster dump\n--\n\n\\restrict " + TOKEN
                + "\n\nSET default_transaction_read_only = off;\n\nSET client_encoding = 'UTF8';\n"
                + "SET standard_conforming_strings = on;\n\n--\n-- Roles\n--\n\nCREATE ROLE db;\n"
                + "ALTER ROLE db WITH SUPERUSER INHERIT CREATEROLE CREATEDB LOGIN REPLICATION BYPASSRLS;\n" + roles
                + "\n--\n-- User Configurations\n--\n\n\n\n\n\n\n\n\n\\unrestrict " + TOKEN
                + "\n\n--\n-- PostgreSQL database cluster dump complete\n--\n\n";
    }

    private static void named(StringBuilder dump, String type, String template, List<String> names) {
        names.forEach(name -> section(dump, name, type, filled(template, qualified(name))));
    }

    private static void copy(StringBuilder dump, SimulatedDatabase.Table table) {
        StringBuilder rows =
                new StringBuilder("COPY " + qualified(table.name()) + " (id, name, img, note) FROM stdin;\n");
        for (int row = 1; row <= table.rows(); row++) {
            rows.append(SampleRows.postgres(table.name(), row));
        }
        section(dump, table.name(), "TABLE DATA", rows.append("\\.\n\n\n").toString());
    }

    private static void section(StringBuilder dump, String name, String type, String body) {
        dump.append("--\n-- Name: " + name + "; Type: " + type + "; Schema: public; Owner: db\n--\n\n")
                .append(body);
    }

    private static String qualified(String name) {
        return name.contains(".") ? name : "public." + name;
    }

    private static String filled(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
