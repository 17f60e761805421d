package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.novum.report.prose.Grounding;
import org.novum.report.prose.Piece;
import org.novum.report.prose.Prose;
import org.novum.report.prose.References;

/** Grounded prose on the page: the program's figures, and struck sentences with their reasons. */
class ProsePageTest {
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private static Document page(Prose prose) {
        return Jsoup.parse(new String(ReportPage.render(Samples.dimuon().told(prose)), StandardCharsets.UTF_8));
    }

    private static Prose prose(String text) {
        References references = FindingReferences.of(Samples.dimuon().document(), List.of("A method, in its year"));
        return new Prose(
                "report",
                List.of(new Prose.Section(
                        "finding-1", "J/psi(1S)", Grounding.ground(text, references, "finding-1"))),
                "");
    }

    @Test
    void figuresAreThoseOfTheFinding() {
        Element told = page(prose("The mass is {{q:finding-1.mass}}, as {{c:method-1}} has it.")).selectFirst("p.told");
        assertThat(told.text()).isEqualTo("The mass is 3096.9 ± 0.4 MeV [mass], as A method, in its year has it.");
        assertThat(told.select("del")).isEmpty();
    }

    @Test
    void whatIsWrongIsStruckOutAndSaysWhy() {
        Document page = page(prose("The mass is {{q:finding-1.mass}}. It is 3.2 GeV. It was seen."));
        assertThat(page.select("p.told del").eachText()).containsExactly("It is 3.2 GeV.");
        assertThat(page.selectFirst("p.told .struck").text()).contains("the figure '3.2' is no reference");
        assertThat(page.selectFirst("#prose .note").text()).contains("1 sentence was struck out.");
    }

    @Test
    void hostileTextsAreShownAndDoNothing() {
        Document page = page(new Prose(
                HOSTILE,
                List.of(new Prose.Section(
                        "finding-1",
                        HOSTILE,
                        List.of(
                                new Piece.Said(HOSTILE),
                                new Piece.Rendered(HOSTILE, HOSTILE, HOSTILE),
                                new Piece.Struck(HOSTILE, HOSTILE)))),
                HOSTILE));
        assertThat(page.select("#prose script, #prose img")).isEmpty();
        assertThat(page.selectFirst("p.told del").text()).isEqualTo(HOSTILE);
    }

    @Test
    void aFailureIsTold() {
        assertThat(page(Prose.nothing("report", "it was too slow")).selectFirst("#prose").text())
                .contains("There is no text: it was too slow");
    }

    @Test
    void everyFindingOfThePageCanBeReferredTo() {
        ReportModel model = Samples.dimuon();
        References references = FindingReferences.of(model.document(), List.of());
        Document page = page(prose(""));
        for (Element section : page.select("section.finding")) {
            assertThat(references.find("n:" + section.id()).orElseThrow().text())
                    .isEqualTo(section.selectFirst("h3").ownText().strip());
        }
        assertThat(references.find("q:run.tested")).isPresent();
        assertThat(references.knows("finding-4")).isFalse();
    }
}
