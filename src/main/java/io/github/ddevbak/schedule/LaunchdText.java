package io.github.ddevbak.schedule;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** A job as a property list of launchd's (launchd.plist(5), macOS 13). Pure. */
final class LaunchdText {
    static final String LABEL = "io.github.ddevbak";

    private final StringBuilder text = new StringBuilder();

    private LaunchdText() {}

    static String plist(Job job) {
        LaunchdText plist = new LaunchdText();
        plist.text
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<!-- ")
                .append(Timers.MARK)
                .append(" -->\n")
                .append("<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\"")
                .append(" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n")
                .append("<plist version=\"1.0\">\n<dict>\n");
        plist.string("Label", LABEL);
        plist.line("  ", "key", "ProgramArguments").text.append("  <array>\n");
        job.command().forEach(word -> plist.line("    ", "string", word));
        plist.text.append("  </array>\n");
        plist.line("  ", "key", "EnvironmentVariables").text.append("  <dict>\n");
        job.environment()
                .forEach((name, value) -> plist.line("    ", "key", name).line("    ", "string", value));
        plist.text.append("  </dict>\n");
        plist.line("  ", "key", "StartCalendarInterval").text.append("  <array>\n");
        job.rhythm().moments().forEach(plist::moments);
        plist.text.append("  </array>\n");
        plist.string("ProcessType", "Background").integer("  ", "Nice", 10).integer("  ", "ExitTimeOut", 300);
        // What ddev leaves running for a project goes on; ddevbak ends its own children.
        plist.line("  ", "key", "AbandonProcessGroup").text.append("  <true/>\n");
        plist.string("StandardOutPath", job.log()).string("StandardErrorPath", job.log());
        return plist.text.append("</dict>\n</plist>\n").toString();
    }

    private void moments(Moments moments) {
        List<DayOfWeek> days = moments.days();
        if (moments.fromHour() == 0 && days.isEmpty()) {
            for (int minute = moments.minute(); minute < 60; minute += moments.step()) {
                moment(List.of(), List.of(), minute);
            }
            return;
        }
        List<Integer> hours = new ArrayList<>();
        for (int hour = moments.fromHour(); hour < 24; hour++) {
            hours.add(hour);
        }
        if (days.isEmpty()) {
            hours.forEach(hour -> moment(List.of(), List.of(hour), moments.minute()));
        }
        days.forEach(day ->
                hours.forEach(hour -> moment(List.of(day.getValue() % 7), List.of(hour), moments.minute())));
    }

    private void moment(List<Integer> day, List<Integer> hour, int minute) {
        text.append("    <dict>\n");
        day.forEach(number -> integer("      ", "Weekday", number));
        hour.forEach(number -> integer("      ", "Hour", number));
        integer("      ", "Minute", minute).text.append("    </dict>\n");
    }

    private LaunchdText string(String key, String value) {
        return line("  ", "key", key).line("  ", "string", value);
    }

    private LaunchdText integer(String indent, String key, int value) {
        return line(indent, "key", key).line(indent, "integer", String.valueOf(value));
    }

    private LaunchdText line(String indent, String element, String content) {
        text.append(indent).append('<').append(element).append('>');
        text.append(content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        text.append("</").append(element).append(">\n");
        return this;
    }
}
