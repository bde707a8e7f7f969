package io.github.ddevbak.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code ddev --version} and {@code ddev version -j} (recordings 001, 003, 931). */
final class Versions {
    /** The version the recordings are of. */
    static final String SIMULATED = "v1.25.3";

    private final StateFolder folder;

    Versions(StateFolder folder) {
        this.folder = folder;
    }

    /** The version this call is answered by. */
    static String of(Call call) {
        String other = call.strikes().detail(Fault.Kind.OTHER_VERSION);
        return other.isEmpty() ? SIMULATED : other;
    }

    Said flag(Call call, Voice voice) {
        voice.out("ddev version " + of(call) + "\n");
        return voice.exit(0);
    }

    Said command(Call call, Voice voice) {
        boolean dockerDown = call.struckBy(Fault.Kind.DOCKER_DOWN);
        Map<String, String> facts = facts(of(call), dockerDown);
        String table = " ITEM VALUE \n"
                + facts.entrySet().stream()
                        .map(fact -> " " + fact.getKey() + " " + fact.getValue() + " \n")
                        .collect(Collectors.joining());
        voice.data(table, facts);
        if (dockerDown) {
            voice.fatal(Docker.DDEV_CANNOT_CONNECT);
        }
        return voice.exit(dockerDown ? 1 : 0);
    }

    private Map<String, String> facts(String version, boolean dockerDown) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("DDEV version", version);
        facts.put("architecture", "amd64");
        facts.put("build info", "simulated");
        facts.put("cgo_enabled", "0");
        facts.put("db", "ddev/ddev-dbserver-mariadb-11.8:" + version);
        facts.put("ddev-environment", "linux");
        facts.put("ddev-ssh-agent", "ddev/ddev-ssh-agent:" + version);
        facts.put("docker", dockerDown ? "error" : "28.5.2");
        facts.put("docker-api", dockerDown ? "error" : "1.51");
        facts.put("docker-buildx", dockerDown ? "error" : "0.29.1");
        facts.put("docker-platform", dockerDown ? "error" : "linux-docker");
        facts.put("global-ddev-dir", folder.global().toString());
        facts.put("go-version", "go1.26.10");
        facts.put("mutagen", "0.18.1");
        facts.put("os", "linux");
        facts.put("router", "ddev/ddev-traefik-router:" + version);
        facts.put("web", "ddev/ddev-webserver:" + version);
        facts.put("xhgui-image", "ddev/ddev-xhgui:" + version);
        return facts;
    }
}
