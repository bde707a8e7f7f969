package io.github.ddevbak.report;

import io.github.ddevbak.store.SetSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Draws what the sets of a project weigh over time, scaled to any width. Pure. */
final class SizesChart {
    /** More points than this are no more to be told apart. */
    static final int MOST = 200;

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 100;
    private static final int RIM = 8;

    private final List<SetSummary> sets;
    private final int all;
    private final long largest;

    /** @param newestFirst the sets of one project */
    SizesChart(List<SetSummary> newestFirst) {
        this.sets = newestFirst.stream()
                .sorted(Comparator.comparing((SetSummary set) -> set.figures().created())
                        .reversed())
                .limit(MOST)
                .sorted(Comparator.comparing(set -> set.figures().created()))
                .toList();
        this.all = newestFirst.size();
        this.largest =
                sets.stream().mapToLong(set -> set.figures().bytes()).max().orElse(0);
    }

    void draw(Markup page) {
        if (sets.isEmpty()) {
            page.leaf("p", "There is no set yet.", "class", "soft");
            return;
        }
        page.open("figure");
        page.leaf("p", Sizes.bytes(largest), "class", "soft");
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                caption());
        lines(page);
        sets.forEach(set -> dot(page, set));
        page.close().open("div", "class", "ends");
        page.leaf("span", PageWords.time(sets.get(0).figures().created()), "class", "soft");
        if (sets.size() > 1) {
            page.leaf("span", PageWords.time(newest().figures().created()), "class", "soft");
        }
        page.close().leaf("figcaption", caption(), "class", "soft").close();
    }

    private SetSummary newest() {
        return sets.get(sets.size() - 1);
    }

    private String caption() {
        String newest = Sizes.bytes(newest().figures().bytes());
        if (sets.size() == 1) {
            return "One set, " + newest + ".";
        }
        long smallest =
                sets.stream().mapToLong(set -> set.figures().bytes()).min().orElse(0);
        String which = sets.size() == all ? all + " sets" : "The newest " + sets.size() + " of " + all + " sets";
        return which + ": from " + Sizes.bytes(smallest) + " to " + Sizes.bytes(largest) + ", the newest " + newest
                + ". The dashed line is what was new in each; a red point is a set with a part that is not good.";
    }

    private void lines(Markup page) {
        if (sets.size() == 1) {
            return;
        }
        String sum = line(set -> set.figures().bytes());
        page.empty(
                "path",
                "class",
                "area",
                "d",
                "M" + x(sets.get(0)) + " " + HEIGHT + " L" + sum + " L" + x(newest()) + " " + HEIGHT + " Z");
        page.empty("path", "class", "sum", "d", "M" + sum);
        page.empty("path", "class", "own", "d", "M" + line(set -> set.figures().newBytes()));
    }

    private String line(ToLongFunction<SetSummary> size) {
        List<String> points = new ArrayList<>();
        sets.forEach(set -> points.add(x(set) + " " + y(size.applyAsLong(set))));
        return String.join(" L", points);
    }

    /** A line of no length with round ends, because a circle would be stretched with the drawing. */
    private void dot(Markup page, SetSummary set) {
        String at = "M" + x(set) + " " + y(set.figures().bytes()) + " h0.01";
        String told = set.id() + ": " + Sizes.bytes(set.figures().bytes()) + ", "
                + Sizes.bytes(set.figures().newBytes()) + " new, "
                + set.figures().verdict();
        page.open("path", "class", set.figures().good() ? "dot" : "dot off", "d", at)
                .leaf("title", told)
                .close();
    }

    private String x(SetSummary set) {
        Instant first = sets.get(0).figures().created();
        double span = Duration.between(first, newest().figures().created()).toSeconds();
        double passed = Duration.between(first, set.figures().created()).toSeconds();
        return number(span == 0 ? WIDTH / 2.0 : RIM + (WIDTH - 2 * RIM) * passed / span);
    }

    private String y(long bytes) {
        double share = largest <= 0 ? 0 : Math.max(0, Math.min(1, (double) bytes / largest));
        return number(HEIGHT - RIM - (HEIGHT - 2 * RIM) * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
