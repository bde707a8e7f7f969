package io.github.ddevbak.schedule;

import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.Durations;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often the job is to run, and at which times. */
public sealed interface Rhythm {
    /** As the user said it. */
    String words();

    /** How far apart its times are. */
    Duration interval();

    /** A run younger than this is not repeated: less than the interval, so that a late one does not cost the next. */
    Duration fresh();

    /**
     * The same where the job is started at all of {@link #moments}: one that came late costs no more than the time to the
     * next of them, and the one before the interval is over is not to do the work.
     */
    default Duration freshAtMoments() {
        return fresh();
    }

    /** The times at which a system that does not make up for missed ones starts the job; all but the first find it done. */
    List<Moments> moments();

    /** Every day at a time. */
    record Daily(LocalTime at) implements Rhythm {
        @Override
        public String words() {
            return "daily " + at;
        }

        @Override
        public Duration interval() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration fresh() {
            return Duration.ofHours(20);
        }

        @Override
        public List<Moments> moments() {
            return List.of(new Moments(List.of(), at.getHour(), at.getMinute()));
        }
    }

    /** Every week on a day at a time; the two days after it make up for a day on which the machine was off. */
    record Weekly(DayOfWeek day, LocalTime at) implements Rhythm {
        @Override
        public String words() {
            return "weekly " + day.name().substring(0, 3).toLowerCase(Locale.ROOT) + " " + at;
        }

        @Override
        public Duration interval() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration fresh() {
            return Duration.ofDays(4);
        }

        @Override
        public List<Moments> moments() {
            return List.of(new Moments(List.of(day, day.plus(1), day.plus(2)), at.getHour(), at.getMinute()));
        }
    }

    /** At equal distances that divide an hour or a day. */
    record Every(Duration interval) implements Rhythm {
        public Every {
            long minutes = interval.toMinutes();
            boolean whole = interval.equals(Duration.ofMinutes(minutes)) && minutes > 0;
            if (!whole || (minutes <= 60 ? 60 % minutes != 0 : minutes % 60 != 0 || 12 * 60 % minutes != 0)) {
                throw new ScheduleRefusedException("--every " + Durations.text(interval)
                        + " does not divide an hour or a day evenly. Say 15m, 30m, 1h, 2h, 3h, 4h, 6h or 12h, or use"
                        + " --daily 12:30.");
            }
        }

        @Override
        public String words() {
            return "every " + Durations.text(interval);
        }

        @Override
        public Duration fresh() {
            return interval.multipliedBy(5).dividedBy(6);
        }

        @Override
        public Duration freshAtMoments() {
            Duration half = Duration.ofMinutes(step()).dividedBy(2);
            return interval.minus(Durations.shorter(half, interval.minus(fresh())));
        }

        @Override
        public List<Moments> moments() {
            return List.of(new Moments(List.of(), 0, 0, step()));
        }

        private int step() {
            return (int) Math.min(60, interval.toMinutes());
        }
    }

    /**
     * A time of the day.
     *
     * @throws ScheduleRefusedException where the text is none
     */
    static Rhythm daily(String text) {
        return new Daily(time("--daily", text));
    }

    /**
     * A day and a time, such as {@code sun 12:30}.
     *
     * @throws ScheduleRefusedException where the text is none
     */
    static Rhythm weekly(String text) {
        Matcher form = Pattern.compile("([A-Za-z]{3,9})[ @]+(\\S+)").matcher(text.strip());
        if (form.matches()) {
            String word = form.group(1).toUpperCase(Locale.ROOT);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().equals(word) || (word.length() == 3 && day.name().startsWith(word))) {
                    return new Weekly(day, time("--weekly", form.group(2)));
                }
            }
        }
        throw new ScheduleRefusedException(
                "'" + Printable.text(text)
                        + "' is no day and time for --weekly: write one such as 'sun 12:30' (mon, tue, wed, thu, fri, sat, sun).");
    }

    private static LocalTime time(String option, String text) {
        Matcher form = Pattern.compile("([0-9]{1,2}):([0-9]{2})").matcher(text.strip());
        try {
            if (form.matches()) {
                return LocalTime.of(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
            }
        } catch (DateTimeException beyond) {
            // Told below, as any other text that is no time.
        }
        throw new ScheduleRefusedException(
                "'" + Printable.text(text) + "' is no time for " + option + ": write one such as 12:30 or 7:05.");
    }
}
