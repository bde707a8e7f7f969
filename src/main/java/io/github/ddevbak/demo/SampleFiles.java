package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The files of the sample projects, as a developer would have them. */
final class SampleFiles {
    private static final String CONFIGURATION = """
            name: %s
            type: %s
            docroot: "%s"
            php_version: "8.4"
            webserver_type: nginx-fpm
            xdebug_enabled: false
            additional_hostnames: []
            additional_fqdns: []
            database:
                type: mariadb
                version: "%s"
            %suse_dns_when_possible: true
            composer_version: "2"
            web_environment: []
            nodejs_version: "24"
            corepack_enable: false
            """;

    private static final String GLOBAL = """
            fail_on_hook_fail: false
            instrumentation_opt_in: false
            internet_detection_timeout_ms: 100
            last_started_version: v0.0
            no_bind_mounts: false
            omit_containers: [ddev-router, ddev-ssh-agent]
            performance_mode: none
            project_tld: ddev.site
            web_environment: []
            """;

    private SampleFiles() {}

    static void write(String name, Path approot) throws IOException {
        switch (name) {
            case "shop" -> shop(approot);
            case "blog" -> blog(approot);
            default -> {
                configuration(approot, name, "php", "", "11.8", "omit_containers: [db]\n");
                text(approot, "index.php", "<?php echo 'A site without a database';\n");
                text(approot, ".gitignore", "/.env\n");
            }
        }
    }

    private static void shop(Path approot) throws IOException {
        configuration(approot, "shop", "drupal11", "web", "11.8", "");
        text(approot, ".gitignore", "/vendor/\n/web/sites/default/files/\n/.env\n");
        text(approot, ".env", "PAYMENT_TOKEN=only-a-sample\n");
        text(approot, ".ddev/config.local.yaml", "web_environment:\n    - MAIL_TOKEN=only-a-sample\n");
        text(approot, "composer.json", "{\"name\": \"sample/shop\", \"require\": {\"drupal/core\": \"^11\"}}\n");
        text(approot, "web/index.php", "<?php echo 'shop';\n");
        text(approot, "web/sites/default/settings.php", "<?php\nrequire __DIR__ . '/settings.ddev.php';\n");
        uploads(approot.resolve("web/sites/default/files"), 24);
    }

    private static void blog(Path approot) throws IOException {
        configuration(approot, "blog", "wordpress", "", "10.11", "");
        text(approot, ".gitignore", "/wp-content/uploads/\n/wp-config-ddev.php\n");
        text(approot, "index.php", "<?php require __DIR__ . '/wp-config.php';\n");
        text(approot, "wp-config.php", "<?php\nrequire __DIR__ . '/wp-config-ddev.php';\n");
        uploads(approot.resolve("wp-content/uploads"), 10);
    }

    /** The change of the commit that is not pushed. */
    static void writePrices(Path shop) throws IOException {
        text(shop, "web/prices.php", "<?php function with_tax($net) { return $net * 1.19; }\n");
    }

    static void writeGlobal(Path global) throws IOException {
        text(global, "global_config.yaml", GLOBAL);
    }

    private static void configuration(
            Path approot, String name, String type, String docroot, String version, String more) throws IOException {
        text(approot, ".ddev/config.yaml", CONFIGURATION.formatted(name, type, docroot, version, more));
    }

    private static void uploads(Path folder, int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            byte[] picture = new byte[2048 + 512 * i];
            new Random(i).nextBytes(picture);
            Path file = folder.resolve("2026-0" + (1 + i % 3))
                    .resolve("Bild " + i + (i % 4 == 0 ? " (final)" : "") + ".jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, picture);
        }
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
    }
}
