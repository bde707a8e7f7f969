package io.github.ddevbak.report;

import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.upkeep.Standing;
import io.github.ddevbak.upkeep.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How all projects stand, as one HTML page that needs nothing beside it: no script, no network. It is ASCII, and
 * well-formed as XML too. Pure.
 */
public final class HtmlPage {
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'";

    /** A word and what it says. */
    private record Meaning(String word, String sentence) {}

    private static final List<Meaning> LEGEND = List.of(
            new Meaning("recoverable", "Every part has a good copy."),
            new Meaning("at-risk", "Something of it would be lost."),
            new Meaning("not-recoverable", "A part has no good copy anywhere."),
            new Meaning("unknown", "It could not be looked at."),
            new Meaning("nothing", "Survives nothing: something would be lost whatever happens."),
            new Meaning("mistake", "Survives a mistake: there is a good copy, but on the disk of the project."),
            new Meaning("disk", "Survives the loss of the disk: every part also has a copy elsewhere."));

    private final Standings standings;
    private final Map<String, List<SetSummary>> sets;
    private final Instant now;

    /** @param sets of each project by its name, newest first */
    public HtmlPage(Standings standings, Map<String, List<SetSummary>> sets, Instant now) {
        this.standings = standings;
        this.sets = sets;
        this.now = now;
    }

    /**
     * The page.
     *
     * @param destination where the sets are
     * @param version of this program
     */
    public String of(String destination, String version) {
        Markup page = new Markup();
        page.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", ALONE);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("title", "Backups of DDEV projects, " + PageWords.time(now));
        page.style(PageStyle.CSS).close();
        page.open("body").open("main").leaf("h1", "Backups of DDEV projects");
        page.leaf("p", "As of " + PageWords.time(now) + ". Sets in " + destination + ".", "class", "soft");
        List<Standing> worstFirst = standings.projects().stream()
                .sorted(Comparator.comparing((Standing one) -> one.judgement().verdict())
                        .reversed())
                .toList();
        overview(page, worstFirst);
        general(page);
        for (int i = 0; i < worstFirst.size(); i++) {
            Standing one = worstFirst.get(i);
            new ProjectSection(one, sets.getOrDefault(one.project(), List.of()), now).write(page, anchor(i));
        }
        legend(page);
        page.leaf("p", "Made by ddevbak " + version + ".", "class", "soft");
        page.close().close().close();
        return "<!DOCTYPE html>\n" + page;
    }

    private static String anchor(int number) {
        return "project-" + (number + 1);
    }

    private void overview(Markup page, List<Standing> worstFirst) {
        page.open("section");
        if (worstFirst.isEmpty()) {
            page.leaf("p", "ddev knows no project, and there is no set. Make one with 'ddevbak all'.")
                    .close();
            return;
        }
        long recoverable = worstFirst.stream()
                .filter(one -> one.judgement().verdict() == Verdict.RECOVERABLE)
                .count();
        page.leaf("h2", recoverable + " of " + worstFirst.size() + " projects recoverable");
        PageWords.head(page, "Project", "Verdict", "Survives", "Age", "Last drill");
        for (int i = 0; i < worstFirst.size(); i++) {
            row(page, worstFirst.get(i), anchor(i));
        }
        page.close().close().close();
    }

    private void row(Markup page, Standing project, String anchor) {
        String age =
                project.asOf().map(at -> Sizes.age(Duration.between(at, now))).orElse("-");
        page.open("tr").open("td").leaf("a", project.project(), "href", "#" + anchor);
        page.close();
        word(page, "Verdict", project.judgement().verdict().word());
        word(page, "Survives", project.judgement().survives().word());
        page.leaf("td", project.stale() ? age + " (older than it may be)" : age, "data-name", "Age");
        page.leaf("td", PageWords.learnt(project.learnt(), Set.of(NoteKind.DRILLED), now), "data-name", "Last drill");
        page.close();
    }

    private static void word(Markup page, String name, String word) {
        page.open("td", "data-name", name)
                .leaf("span", word, "class", PageStyle.of(word))
                .close();
    }

    /** What is about no one project, or about several for one reason. */
    private void general(Markup page) {
        List<Finding> findings = new ArrayList<>(standings.findings());
        StatusText.onlyHere(standings.projects()).ifPresent(findings::add);
        if (!findings.isEmpty()) {
            page.open("section").leaf("h2", "What to do");
            PageWords.findings(page, findings);
            page.close();
        }
    }

    private static void legend(Markup page) {
        page.open("section").leaf("h2", "The words").open("dl");
        for (Meaning one : LEGEND) {
            page.open("div").open("dt").leaf("span", one.word(), "class", PageStyle.of(one.word()));
            page.close().leaf("dd", one.sentence()).close();
        }
        page.close().close();
    }
}
