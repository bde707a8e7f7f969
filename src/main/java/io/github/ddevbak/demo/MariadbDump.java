package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a database out as {@code mariadb-dump} and {@code mysqldump} do (MariaDB 10.11.18 and 11.8.9, recordings 207,
 * 725, 980, and a trial of {@code --force} on 10.11.19).
 */
final class MariadbDump {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String SANDBOX = "/*M!999999\\- enable the sandbox mode */ \n";

    private static final String HEAD = """
            --
            -- Host: localhost    Database: {database}
            -- ------------------------------------------------------
            -- Server version\t{server}

            /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
            /*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
            /*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
            /*!40101 SET NAMES utf8mb4 */;
            /*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
            /*!40103 SET TIME_ZONE='+00:00' */;
            /*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
            /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
            /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
            /*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;
            """;

    private static final String TRAILER = """
            /*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

            /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
            /*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
            /*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
            /*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
            /*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
            /*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
            /*M!100616 SET NOTE_VERBOSITY=@OLD_NOTE_VERBOSITY */;

            -- Dump completed on %s
            """;

    private static final String TABLE = """

            --
            -- Table structure for table `%1$s`
            --

            DROP TABLE IF EXISTS `%1$s`;
            /*!40101 SET @saved_cs_client     = @@character_set_client */;
            /*!40101 SET character_set_client = utf8mb4 */;
            CREATE TABLE `%1$s` (
              `id` int(11) NOT NULL AUTO_INCREMENT,
              `name` varchar(190) NOT NULL,
              `img` longblob DEFAULT NULL,
              `note` text DEFAULT NULL,
              PRIMARY KEY (`id`)
            ) ENGINE=InnoDB AUTO_INCREMENT=%2$d DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
            /*!40101 SET character_set_client = @saved_cs_client */;

            --
            -- Dumping data for table `%1$s`
            --

            LOCK TABLES `%1$s` WRITE;
            /*!40000 ALTER TABLE `%1$s` DISABLE KEYS */;
            """;

    private static final String TABLE_END = """
            /*!40000 ALTER TABLE `%1$s` ENABLE KEYS */;
            UNLOCK TABLES;
            """;

    private static final String SEQUENCE = """

            --
            -- Sequence structure for `%1$s`
            --

            DROP SEQUENCE IF EXISTS `%1$s`;
            CREATE SEQUENCE `%1$s` start with 1 minvalue 1 maxvalue 9223372036854775806 increment by 1 cache 1000 nocycle ENGINE=InnoDB;
            DO SETVAL(`%1$s`, 1, 0);
            """;

    private final Clock clock;

    /** What is written beyond tables, triggers and views, which are always there. */
    record Options(boolean routines, boolean events, boolean sandboxLine) {}

    MariadbDump(Clock clock) {
        this.clock = clock;
    }

    byte[] write(SimulatedDatabase database, Configuration configuration, Options options) {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        text(dump, options.sandboxLine() && configuration.family().equals("mariadb") ? SANDBOX : "");
        text(dump, head(database.name(), configuration));
        for (String sequence : database.sequences()) {
            text(dump, SEQUENCE, sequence);
        }
        for (SimulatedDatabase.Table table : database.tables()) {
            writeTable(dump, table, database.triggers());
        }
        text(dump, MariadbObjects.standIns(database.views()));
        text(dump, options.events() ? MariadbObjects.events(database) : "");
        text(dump, options.routines() ? MariadbObjects.routines(database) : "");
        text(dump, MariadbObjects.views(database.views()));
        text(dump, TRAILER, DATE.format(clock.instant()));
        return dump.toByteArray();
    }

    /** What is there before a view is met that cannot be read. */
    byte[] untilFirstTable(SimulatedDatabase database, Configuration configuration, Options options) {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        text(dump, options.sandboxLine() && configuration.family().equals("mariadb") ? SANDBOX : "");
        text(dump, head(database.name(), configuration));
        return dump.toByteArray();
    }

    private static String head(String name, Configuration configuration) {
        String first = configuration.family().equals("mysql")
                ? "-- MySQL dump 10.13  Distrib 8.0.40, for Linux (x86_64)"
                : configuration.version().equals("11.8")
                        ? "-- MariaDB dump 10.20-11.8.9-MariaDB, for debian-linux-gnu (x86_64)"
                        : "-- MariaDB dump 10.19  Distrib 10.11.18-MariaDB, for debian-linux-gnu (x86_64)";
        String server = configuration.version().equals("11.8")
                ? "11.8.9-MariaDB-2 from Debian-log"
                : "10.11.18-MariaDB-0+deb12u1-log";
        return first + "\n" + HEAD.replace("{database}", name).replace("{server}", server);
    }

    private static void writeTable(
            ByteArrayOutputStream dump, SimulatedDatabase.Table table, List<SimulatedDatabase.Trigger> triggers) {
        text(dump, TABLE, table.name(), table.rows() + 1);
        if (table.rows() > 0) {
            text(dump, "INSERT INTO `" + table.name() + "` VALUES\n");
            for (int row = 1; row <= table.rows(); row++) {
                dump.writeBytes(SampleRows.mysql(table.name(), row));
                text(dump, row < table.rows() ? ",\n" : ";\n");
            }
        }
        text(dump, TABLE_END, table.name());
        triggers.stream()
                .filter(trigger -> trigger.table().equals(table.name()))
                .forEach(trigger -> text(dump, MariadbObjects.trigger(trigger)));
    }

    private static void text(ByteArrayOutputStream dump, String text) {
        dump.writeBytes(text.getBytes(UTF_8));
    }

    private static void text(ByteArrayOutputStream dump, String template, Object... values) {
        text(dump, String.format(Locale.ROOT, template, values));
    }
}
