package io.github.ddevbak.schedule;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the environment of a job back from the script, unit or property list that was written for it. Pure. */
final class JobText {
    private static final Pattern EXPORT = Pattern.compile("export ([A-Za-z0-9_]+)=(.*)");
    private static final Pattern SHELL_WORD = Pattern.compile("'([^']*)'|\\\\(')|([A-Za-z0-9_./:=,@%+-]+)");
    private static final Pattern UNIT = Pattern.compile("Environment=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"|([^\"\\\\\\s]+)");
    private static final Pattern DICTIONARY =
            Pattern.compile("<key>EnvironmentVariables</key>\\s*<dict>(.*?)</dict>", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("<key>([^<]*)</key>\\s*<string>([^<]*)</string>");

    private JobText() {}

    /**
     * Every variable that the job is given.
     *
     * @param texts what stands now where the job was written
     * @throws ScheduleRefusedException where somebody wrote a variable in a form that only the system itself reads
     */
    static Map<String, String> environment(TimerSystem system, Collection<String> texts) {
        Map<String, String> variables = new TreeMap<>();
        for (String text : texts) {
            switch (system) {
                case CRON -> text.lines().forEach(line -> exported(line, variables));
                case SYSTEMD -> text.lines().forEach(line -> unit(line, variables));
                case LAUNCHD -> plist(text, variables);
            }
        }
        return variables;
    }

    private static void exported(String line, Map<String, String> variables) {
        if (!line.startsWith("export ")) {
            return;
        }
        Matcher export = EXPORT.matcher(line);
        if (!export.matches()) {
            throw edited(line);
        }
        StringBuilder value = new StringBuilder();
        Matcher word = SHELL_WORD.matcher(export.group(2));
        int end = 0;
        while (word.find() && word.start() == end) {
            end = word.end();
            for (int group = 1; group <= 3; group++) {
                value.append(word.group(group) == null ? "" : word.group(group));
            }
        }
        if (end < export.group(2).length()) {
            throw edited(line);
        }
        variables.put(export.group(1), value.toString());
    }

    private static void unit(String line, Map<String, String> variables) {
        Matcher unit = UNIT.matcher(line);
        if (!unit.matches()) {
            return;
        }
        Matcher word = QUOTED.matcher(unit.group(1));
        if (!word.matches()) {
            throw edited(line);
        }
        String said = word.group(1) == null ? word.group(2) : word.group(1).replaceAll("\\\\([\"\\\\])", "$1");
        String literal = said.replace("%%", "%");
        int equals = literal.indexOf('=');
        if (equals < 1) {
            throw edited(line);
        }
        variables.put(literal.substring(0, equals), literal.substring(equals + 1));
    }

    private static void plist(String text, Map<String, String> variables) {
        Matcher dictionary = DICTIONARY.matcher(text);
        if (dictionary.find()) {
            Matcher entry = ENTRY.matcher(dictionary.group(1));
            while (entry.find()) {
                variables.put(plain(entry.group(1)), plain(entry.group(2)));
            }
        }
    }

    private static String plain(String xml) {
        return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The line itself is not said: a secret may have been written into it. */
    private static ScheduleRefusedException edited(String line) {
        return new ScheduleRefusedException("The job was edited: its line '"
                + line.replaceFirst("=.*", "=…").replaceAll("[^ -~…]", "?")
                + "' cannot be read as ddevbak writes it. 'ddevbak schedule install' writes it anew.");
    }
}
