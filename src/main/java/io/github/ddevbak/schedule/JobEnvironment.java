package io.github.ddevbak.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment that a job is given: where its programs are, and every variable that says where ddev, Docker and ddevbak
 * keep things; of secrets nothing. Pure.
 *
 * @param variables those of the job
 * @param leftOut names that looked like secrets
 */
public record JobEnvironment(Map<String, String> variables, List<String> leftOut) {
    /** Tells {@code all} that a timer started it. */
    public static final String SCHEDULED = "DDEVBAK_SCHEDULED";

    private static final Set<String> FOLDERS = Set.of(
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
            "XDG_RUNTIME_DIR",
            "XDG_CONFIG_DIRS",
            "XDG_DATA_DIRS");

    /** Without them a job behind a proxy tells nobody and copies nothing, where the same by hand does. */
    private static final Set<String> PROXIES = Set.of(
            "http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY");

    private static final List<String> PROGRAMS = List.of("ddev", "docker", "git", "java", "restic");
    private static final List<String> USUAL = List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin");
    private static final Pattern SECRET = Pattern.compile(".*(PASS|SECRET|TOKEN|AUTH|KEY|CREDENTIAL).*");

    /** What ddev tells its hooks and commands of a project; no business of a job for all of them. */
    private static final Set<String> OF_DDEV_ITSELF = Set.of("DDEV_XDG_CONFIG_HOME", "DDEV_NO_INSTRUMENTATION");

    public JobEnvironment {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The environment for a job of that system.
     *
     * @param ours what this very program has
     * @param home the user's home
     * @param javaHome of the Java that runs this
     * @param folderOf where a program is; empty where it is not
     */
    static JobEnvironment of(
            TimerSystem system,
            Map<String, String> ours,
            String home,
            String javaHome,
            Function<String, String> folderOf) {
        Map<String, String> variables = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        boolean inDdev = ours.containsKey("DDEV_APPROOT");
        new TreeMap<>(ours).forEach((name, value) -> {
            boolean wanted = FOLDERS.contains(name)
                    || PROXIES.contains(name)
                    || name.startsWith("DOCKER_")
                    || name.startsWith("DDEVBAK_")
                    || (name.startsWith("DDEV_") && (!inDdev || OF_DDEV_ITSELF.contains(name)));
            if (wanted && name.matches("[A-Za-z0-9_]+") && !value.isEmpty()) {
                if (secret(name) || (PROXIES.contains(name) && value.indexOf('@') >= 0)) {
                    leftOut.add(name);
                } else {
                    variables.put(name, value);
                }
            }
        });
        variables.put("HOME", home);
        variables.put("JAVA_HOME", javaHome);
        variables.put("PATH", path(ours.getOrDefault("PATH", ""), folderOf));
        variables.put(SCHEDULED, system.word());
        variables.remove("DDEVBAK_HOOK");
        return new JobEnvironment(variables, leftOut);
    }

    /** A file or a command that gives a secret is none itself. */
    private static boolean secret(String name) {
        return SECRET.matcher(name.toUpperCase(Locale.ROOT)).matches()
                && !name.endsWith("_FILE")
                && !name.endsWith("_COMMAND");
    }

    /** Folders stand as they do in ours, so that the job finds the very programs that are found now. */
    private static String path(String ours, Function<String, String> folderOf) {
        List<String> order = Stream.of(ours.split(":"))
                .map(folder -> folder.replaceFirst("(?<=.)/+$", ""))
                .toList();
        return Stream.concat(PROGRAMS.stream().map(folderOf).filter(folder -> !folder.isEmpty()), USUAL.stream())
                .distinct()
                .sorted(Comparator.comparingInt(
                        folder -> order.contains(folder) ? order.indexOf(folder) : order.size()))
                .collect(Collectors.joining(":"));
    }
}
