package io.github.ddevbak.report;

import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.upkeep.CopyPlace;
import io.github.ddevbak.upkeep.PartEvidence;
import io.github.ddevbak.upkeep.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One project on the page: how it stands, its parts, its copies, its sizes and what to do. Pure. */
final class ProjectSection {
    private final Standing project;
    private final List<SetSummary> sets;
    private final Instant now;

    ProjectSection(Standing project, List<SetSummary> sets, Instant now) {
        this.project = project;
        this.sets = sets;
        this.now = now;
    }

    /** @param anchor where links to it lead */
    void write(Markup page, String anchor) {
        String verdict = project.judgement().verdict().word();
        page.open("article", "id", anchor).open("div", "class", "head");
        page.leaf("h2", project.project()).leaf("span", verdict, "class", PageStyle.of(verdict));
        page.close();
        facts(page);
        if (!project.findings().isEmpty()) {
            page.leaf("h3", "What to know and to do");
            PageWords.findings(page, project.findings());
        }
        parts(page);
        if (!project.places().isEmpty()) {
            copies(page);
        }
        page.leaf("h3", "Sizes over time");
        new SizesChart(sets).draw(page);
        page.close();
    }

    private void facts(Markup page) {
        String survives = project.judgement().survives().word();
        page.open("dl");
        page.open("div").leaf("dt", "Survives").open("dd");
        page.leaf("span", survives, "class", PageStyle.of(survives));
        page.close().close();
        String back = project.asOf().map(at -> PageWords.when(at, now)).orElse("to no state");
        fact(page, "Can be got back as of", project.stale() ? back + " (older than it may be)" : back);
        fact(page, "Newest set", project.newest().map(SetSummary::id).orElse("none"));
        fact(page, "Last verify", PageWords.learnt(project.learnt(), Set.of(NoteKind.VERIFIED, NoteKind.SAMPLED), now));
        fact(page, "Last drill", PageWords.learnt(project.learnt(), Set.of(NoteKind.DRILLED), now));
        if (!project.judgement().onlyHere().isEmpty()) {
            fact(
                    page,
                    "Only on this disk",
                    String.join(", ", project.judgement().onlyHere()));
        }
        page.close();
    }

    private static void fact(Markup page, String name, String words) {
        page.open("div").leaf("dt", name).leaf("dd", words).close();
    }

    private void parts(Markup page) {
        page.leaf("h3", "Parts");
        PageWords.head(page, "Part", "State", "Newest good copy");
        for (PartEvidence part : project.parts()) {
            String state = part.state().word();
            page.open("tr").leaf("td", part.part().word()).open("td", "data-name", "State");
            page.leaf("span", state, "class", PageStyle.of(state)).close();
            String good = part.good()
                    .map(set -> PageWords.when(set.figures().created(), now) + ", in " + set.id())
                    .orElse("none");
            page.leaf("td", good, "data-name", "Newest good copy").close();
        }
        page.close().close();
    }

    private void copies(Markup page) {
        page.leaf("h3", "Copies");
        PageWords.head(page, "Place", "Newest set there", "Last seen", "Last read again");
        for (CopyPlace place : project.places()) {
            page.open("tr");
            page.leaf(
                    "td",
                    place.name() + ", " + place.place() + (place.elsewhere() ? "" : " (does not outlive this disk)"));
            page.leaf(
                    "td",
                    place.set() + ", made " + PageWords.when(place.created(), now),
                    "data-name",
                    "Newest set there");
            page.leaf(
                    "td",
                    place.seen().map(at -> PageWords.when(at, now)).orElse("it is here"),
                    "data-name",
                    "Last seen");
            String checked = place.checked()
                    .map(at -> (place.good() ? "" : "FOUND BAD ") + PageWords.when(at, now))
                    .orElse("never");
            page.leaf("td", checked, "data-name", "Last read again").close();
        }
        page.close().close();
    }
}
