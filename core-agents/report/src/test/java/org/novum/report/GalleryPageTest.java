package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.OperationResult.Exhibit;
import org.novum.api.discipline.OperationResult.Fact;
import org.novum.api.discipline.OperationResult.Gallery;
import org.novum.api.discipline.OperationResult.Trust;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Mark;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Scale;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;

class GalleryPageTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

    private static String page(String text) {
        double[] x = {1, 2, 3};
        Figure figure = new Figure(
                text,
                text,
                List.of(new Panel(
                        text,
                        Scale.LINEAR,
                        List.of(new Series(text, Style.TRACE, x, x, null)),
                        List.of(new Mark(2, text), new Mark(9, "outside")))));
        return new String(
                GalleryPage.render(new Gallery(
                        text,
                        text,
                        List.of(
                                new Exhibit(text, text, Trust.DOUBTFUL, List.of(new Fact(text, text)), List.of(figure)),
                                new Exhibit("sound", "fine", Trust.SOUND, List.of(), List.of()),
                                new Exhibit("broken", "No answer: truncated", Trust.NONE, List.of(), List.of())))),
                StandardCharsets.UTF_8);
    }

    @Test
    void showsEveryObjectWithItsTrust() {
        String page = page("Mg II");
        assertThat(page)
                .contains("id=\"object-1\" data-trust=\"doubtful\"")
                .contains("id=\"object-2\" data-trust=\"sound\"")
                .contains("id=\"object-3\" data-trust=\"none\"")
                .contains("doubtful only (2)")
                .contains(">Mg II</text>")
                .doesNotContain(">outside</text>");
    }

    /** Nothing that comes from data can act, and nothing is loaded from elsewhere. */
    @Test
    void escapesTextsAndNeedsNothingElse() {
        assertThat(page(HOSTILE)).doesNotContain("<img src=x").contains("default-src");
        assertThat(page("plain")).doesNotContain("src=\"http").doesNotContain("href=\"http");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(page("a")).isEqualTo(page("a"));
    }
}
