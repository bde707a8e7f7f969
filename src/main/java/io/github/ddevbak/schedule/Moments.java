package io.github.ddevbak.schedule;

import java.time.DayOfWeek;
import java.util.List;

/**
 * Times of some days: every hour from one on, at a minute, or every few minutes.
 *
 * @param days empty: every day
 * @param fromHour the first hour
 * @param minute of each hour
 * @param step minutes between two; 60 for once an hour
 */
public record Moments(List<DayOfWeek> days, int fromHour, int minute, int step) {
    public Moments {
        days = List.copyOf(days);
    }

    Moments(List<DayOfWeek> days, int fromHour, int minute) {
        this(days, fromHour, minute, 60);
    }
}
