package io.github.ddevbak.demo;

import java.util.List;
import java.util.Locale;

/** Views, triggers, events and routines as {@code mariadb-dump} writes them (recording 725). */
final class MariadbObjects {
    private static final String SAVE = """
            /*!50003 SET @saved_cs_client      = @@character_set_client */ ;
            /*!50003 SET @saved_cs_results     = @@character_set_results */ ;
            /*!50003 SET @saved_col_connection = @@collation_connection */ ;
            /*!50003 SET character_set_client  = utf8mb4 */ ;
            /*!50003 SET character_set_results = utf8mb4 */ ;
            /*!50003 SET collation_connection  = utf8mb4_unicode_520_ci */ ;
            """;

    private static final String RESTORE = """
            /*!50003 SET character_set_client  = @saved_cs_client */ ;
            /*!50003 SET character_set_results = @saved_cs_results */ ;
            /*!50003 SET collation_connection  = @saved_col_connection */ ;
            """;

    private static final String TRIGGER = """
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER %s BEFORE INSERT ON %s FOR EACH ROW SET NEW.note=COALESCE(NEW.note,'')
            */;;
            DELIMITER ;
            """;

    private static final String EVENT = """
            /*!50106 DROP EVENT IF EXISTS `%1$s` */;
            DELIMITER ;;
            /*!50106 CREATE*/ /*!50117 DEFINER=`root`@`localhost`*/ /*!50106 EVENT `%1$s` ON SCHEDULE EVERY 1 DAY STARTS '2026-11-22 16:57:08' ON COMPLETION NOT PRESERVE ENABLE DO SELECT 1
            */ ;;
            DELIMITER ;
            """;

    private static final String PROCEDURE = """
            /*!50003 DROP PROCEDURE IF EXISTS `%1$s` */;
            DELIMITER ;;
            CREATE DEFINER=`root`@`localhost` PROCEDURE `%1$s`()
            BEGIN SELECT COUNT(*) FROM product; END
            ;;
            DELIMITER ;
            """;

    private static final String FUNCTION = """
            /*!50003 DROP FUNCTION IF EXISTS `%1$s` */;
            DELIMITER ;;
            CREATE DEFINER=`root`@`localhost` FUNCTION `%1$s`(`net` decimal(12,4)) RETURNS decimal(12,4)
                DETERMINISTIC
            RETURN net * 1.19
            ;;
            DELIMITER ;
            """;

    private static final String STAND_IN = """

            --
            -- Temporary table structure for view `%1$s`
            --

            DROP TABLE IF EXISTS `%1$s`;
            /*!50001 DROP VIEW IF EXISTS `%1$s`*/;
            SET @saved_cs_client     = @@character_set_client;
            SET character_set_client = utf8mb4;
            /*!50001 CREATE VIEW `%1$s` AS SELECT
             NULL AS `id`,
             NULL AS `name` */;
            SET character_set_client = @saved_cs_client;
            """;

    private static final String BROKEN_STAND_IN = """

            --
            -- Temporary table structure for view `%1$s`
            --

            DROP TABLE IF EXISTS `%1$s`;

            -- failed on view `%1$s`: CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `%1$s` AS select `%2$s`.`id` AS `id` from `%2$s`

            """;

    private static final String VIEW = """

            --
            -- Final view structure for view `%1$s`
            --

            /*!50001 DROP VIEW IF EXISTS `%1$s`*/;
            /*!50001 SET @saved_cs_client          = @@character_set_client */;
            /*!50001 SET @saved_cs_results         = @@character_set_results */;
            /*!50001 SET @saved_col_connection     = @@collation_connection */;
            /*!50001 CREATE ALGORITHM=UNDEFINED */
            /*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
            /*!50001 VIEW `%1$s` AS select `%2$s`.`id` AS `id`,`%2$s`.`name` AS `name` from `%2$s` */;
            /*!50001 SET character_set_client      = @saved_cs_client */;
            /*!50001 SET character_set_results     = @saved_cs_results */;
            /*!50001 SET collation_connection      = @saved_col_connection */;
            """;

    private MariadbObjects() {}

    static String trigger(SimulatedDatabase.Trigger trigger) {
        return SAVE + filled(TRIGGER, trigger.name(), trigger.table()) + RESTORE;
    }

    static String events(SimulatedDatabase database) {
        StringBuilder text = new StringBuilder("\n--\n-- Dumping events for database '" + database.name() + "'\n--\n");
        if (!database.events().isEmpty()) {
            text.append("/*!50106 SET @save_time_zone= @@TIME_ZONE */ ;\n");
            database.events().forEach(event -> text.append(filled(EVENT, event)));
            text.append("/*!50106 SET TIME_ZONE= @save_time_zone */ ;\n");
        }
        return text.toString();
    }

    static String routines(SimulatedDatabase database) {
        StringBuilder text =
                new StringBuilder("\n--\n-- Dumping routines for database '" + database.name() + "'\n--\n");
        for (SimulatedDatabase.Routine routine : database.routines()) {
            text.append(SAVE).append(filled(routine.function() ? FUNCTION : PROCEDURE, routine.name()));
            text.append(RESTORE);
        }
        return text.toString();
    }

    static String standIns(List<SimulatedDatabase.View> views) {
        StringBuilder text = new StringBuilder();
        views.forEach(
                view -> text.append(filled(view.broken() ? BROKEN_STAND_IN : STAND_IN, view.name(), view.table())));
        return text.toString();
    }

    static String views(List<SimulatedDatabase.View> views) {
        StringBuilder text = new StringBuilder();
        views.forEach(view -> text.append(filled(VIEW, view.name(), view.table())));
        return text.toString();
    }

    private static String filled(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
