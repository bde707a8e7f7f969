package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.backup.Judgement;
import io.github.ddevbak.backup.Survives;
import io.github.ddevbak.backup.Verdict;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.store.Learnt;
import io.github.ddevbak.store.NoteKind;
import io.github.ddevbak.store.SetSummary;
import io.github.ddevbak.upkeep.CopyPlace;
import io.github.ddevbak.upkeep.PartEvidence;
import io.github.ddevbak.upkeep.Standing;
import io.github.ddevbak.upkeep.Standings;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPageTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private static Standing standing(String name, Verdict verdict, Survives survives, Finding... findings) {
        SetSummary set = Weighed.set(NOW.minusSeconds(7200), 5_000_000, true);
        return new Standing(
                name,
                new Judgement(verdict, survives, survives == Survives.DISK ? List.of() : List.of("the database")),
                List.of(
                        new PartEvidence(Part.DATABASE, PartState.OK, Optional.of(set)),
                        new PartEvidence(Part.CODE, PartState.AT_RISK, Optional.of(set)),
                        new PartEvidence(Part.CONFIG, PartState.NONE, Optional.of(set)),
                        new PartEvidence(Part.FILES, PartState.FAILED, Optional.empty())),
                Optional.of(set),
                List.of(
                        new Learnt(NoteKind.VERIFIED, NOW.minusSeconds(3600), true, 4000),
                        new Learnt(NoteKind.DRILLED, NOW.minusSeconds(300_000), false, 41_000)),
                false,
                List.of(new CopyPlace(
                        name, name, true, set.id(), set.figures().created(), Optional.of(NOW), Optional.empty(), true)),
                List.of(findings));
    }

    private static String page(List<Standing> projects, Finding... general) {
        Map<String, List<SetSummary>> sets =
                Map.of("shop", List.of(Weighed.set(NOW.minusSeconds(7200), 5_000_000, true)));
        return new HtmlPage(new Standings(projects, List.of(general)), sets, NOW).of("/backups", "1.2");
    }

    /** The page as an XML parser sees it that would follow no declaration of a type. */
    private static Document parsed(String page) throws Exception {
        assertThat(page).startsWith(DOCTYPE);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page.substring(DOCTYPE.length()))));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String article(Document page, String project) {
        return elements(page, "article").stream()
                .map(Element::getTextContent)
                .filter(text -> text.startsWith(project))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachProjectIsToldWithVerdictPartsCopiesNotesSizesAndWhatToDoAndTheWorstStandsFirst() throws Exception {
        Finding loss = Finding.loss("code.unpushed-branch", "branch x is on no remote", "Push it with git push.");
        Document page = parsed(page(List.of(
                standing("blog", Verdict.RECOVERABLE, Survives.DISK),
                standing("shop", Verdict.AT_RISK, Survives.NOTHING, Finding.info("a.b", "so it is"), loss))));

        assertThat(elements(page, "article"))
                .extracting(one -> elements(page, "h2").stream()
                        .filter(head -> head.getParentNode().getParentNode().equals(one))
                        .findFirst()
                        .orElseThrow()
                        .getTextContent())
                .containsExactly("shop", "blog");
        assertThat(article(page, "shop"))
                .contains(
                        "at-risk", "Survivesnothing", "2 h ago, 2026-11-22 14:31 UTC", "Only on this diskthe database")
                .contains("databaseok", "codeat-risk", "confignone", "filesfailednone")
                .contains(
                        "Last verifyverified 60 min ago, 2026-11-22 15:31 UTC",
                        "Last drillFAILED when drilled 3 days ago")
                .contains("loss branch x is on no remote.Push it with git push.info so it is.")
                .contains("One set, 5.0 MB.");
        assertThat(article(page, "blog")).contains("There is no set yet.").doesNotContain("Only on this disk");
        assertThat(elements(page, "h2").get(0).getTextContent()).isEqualTo("1 of 2 projects recoverable");
    }

    @Test
    void everyLinkLeadsToAPlaceInThePage() throws Exception {
        Document page = parsed(page(List.of(
                standing("a", Verdict.UNKNOWN, Survives.NOTHING), standing("b", Verdict.AT_RISK, Survives.MISTAKE))));

        assertThat(elements(page, "a"))
                .hasSize(2)
                .allSatisfy(link -> assertThat(elements(page, "article"))
                        .anyMatch(one -> ("#" + one.getAttribute("id")).equals(link.getAttribute("href"))));
    }

    @Test
    void aPageAsksForNothingBesideItAndRunsNothing() throws Exception {
        String text = page(List.of(standing("shop", Verdict.RECOVERABLE, Survives.MISTAKE)));
        Document page = parsed(text);

        for (String loading : List.of("script", "link", "img", "iframe", "object", "embed", "use", "image", "base")) {
            assertThat(elements(page, loading)).isEmpty();
        }
        assertThat(text).contains("default-src 'none'".replace("'", "&#39;")).doesNotContain("url(", "@import");
        assertThat(text.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://");
    }

    @Test
    void lightDarkNarrowAndPaperHaveTheirRules() {
        assertThat(PageStyle.CSS)
                .contains("prefers-color-scheme: dark", "@media print", "@media (max-width:")
                .doesNotContain("<", "&", "]]>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style></title></svg><b>",
                "&lt;b&gt; &#60; ]]> <!-- -->",
                "\u202egnp.exe\u0000\u001b[31m\n\r\t\uD800",
                "Gr\u00fc\u00dfe \ud83d\ude00 \uffff\ufffe"
            })
    void whateverTextComesFromOutsideStaysText(String hostile) throws Exception {
        Standing standing = standing(hostile, Verdict.AT_RISK, Survives.MISTAKE, Finding.loss("a.b", hostile, hostile));
        String plain = page(
                List.of(standing("x", Verdict.AT_RISK, Survives.MISTAKE, Finding.loss("a.b", "x", "x"))),
                Finding.error("a.b", "x", "x"));
        String text = page(List.of(standing), Finding.error("a.b", hostile, hostile));
        Document page = parsed(text);

        assertThat(elements(page, "*")).hasSameSizeAs(elements(parsed(plain), "*"));
        assertThat(elements(page, "*"))
                .extracting(one -> one.getAttributes().getLength())
                .isEqualTo(elements(parsed(plain), "*").stream()
                        .map(one -> one.getAttributes().getLength())
                        .toList());
        assertThat(text).matches("[\\n -~]*");
        String shown = Printable.text(hostile).replaceAll("[\uffff\ufffe]", "\ufffd");
        assertThat(article(page, shown)).startsWith(shown);
    }

    @Test
    void whereThereIsNoProjectThePageSaysSo() throws Exception {
        assertThat(parsed(page(List.of())).getDocumentElement().getTextContent())
                .contains("there is no set");
    }
}
