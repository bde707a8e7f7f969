package io.github.ddevbak.report;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.NoteKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands in several places of the page. Pure. */
final class PageWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PageWords() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Such as {@code 3 days ago, 2026-11-20 16:31 UTC}: a page is read long after it was made. */
    static String when(Instant at, Instant now) {
        return SetWords.ago(at, now) + ", " + time(at);
    }

    /** Such as {@code drilled 3 days ago, 41 s, 2026-11-20 16:31 UTC}, or {@code never}. */
    static String learnt(List<Learnt> notes, Set<NoteKind> kinds, Instant now) {
        return notes.stream()
                .filter(note -> kinds.contains(note.kind()))
                .max(Comparator.comparing(Learnt::at))
                .map(note -> SetWords.learnt(List.of(note), now) + ", " + time(note.at()))
                .orElse("never");
    }

    /** The findings, gravest first, each with what to do. */
    static void findings(Markup page, List<Finding> findings) {
        page.open("ul");
        findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .forEach(finding -> finding(page, finding));
        page.close();
    }

    private static void finding(Markup page, Finding finding) {
        String word = finding.severity().word();
        page.open("li").leaf("span", word, "class", PageStyle.of(word)).text(" " + finding.sentence());
        if (!finding.hint().isEmpty()) {
            page.leaf("p", finding.hint(), "class", "hint");
        }
        page.close();
    }

    /** A table's head. */
    static void head(Markup page, String... names) {
        page.open("table").open("thead").open("tr");
        for (String name : names) {
            page.leaf("th", name, "scope", "col");
        }
        page.close().close().open("tbody");
    }
}
