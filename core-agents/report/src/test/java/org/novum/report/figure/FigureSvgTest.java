package org.novum.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Scale;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;
import org.xml.sax.InputSource;

class FigureSvgTest {
    @ParameterizedTest
    @CsvSource({
        "0, 350, 5, 0 50 100 150 200 250 300 350",
        "2, 5, 8, 2.0 2.5 3.0 3.5 4.0 4.5 5.0",
        "-3.2, 3.2, 3, −2 0 2",
        "0.9993, 1.0007, 5, 0.9994 0.9996 0.9998 1.0000 1.0002 1.0004 1.0006",
        "0, 3e7, 3, 0 10⁷ 2×10⁷ 3×10⁷"
    })
    void linearTicksAreRound(double low, double high, int about, String labels) {
        Axis axis = new Axis(low, high, Scale.LINEAR, 0, 100);
        assertThat(axis.ticks(about).stream().map(Tick::label)).containsExactly(labels.split(" "));
    }

    @Test
    void logarithmicTicksAreDecades() {
        Axis axis = new Axis(0.5, 2e4, Scale.LOGARITHMIC, 100, 0);
        assertThat(axis.ticks(5).stream().map(Tick::label)).containsExactly("1", "10", "10²", "10³", "10⁴");
        assertThat(axis.position(0.5)).isEqualTo(100);
        assertThat(axis.position(-1)).isEqualTo(100);
        assertThat(axis.position(100)).isBetween(0.0, 100.0);
    }

    @Test
    void thinnedLineStaysWithinToleranceOfEveryPoint() {
        double[] x = IntStream.range(0, 5_000).mapToDouble(i -> i * 0.12).toArray();
        double[] y = Arrays.stream(x).map(v -> 100 + 80 * StrictMath.sin(v / 20)).toArray();
        String[] kept = new Path(x, y).line().substring(1).split("L");
        assertThat(kept.length).isBetween(20, 800);
        double[] keptX = Arrays.stream(kept).mapToDouble(p -> Double.parseDouble(p.split(" ")[0])).toArray();
        double[] keptY = Arrays.stream(kept).mapToDouble(p -> Double.parseDouble(p.split(" ")[1])).toArray();
        for (int i = 0; i < x.length; i++) {
            int after = 1;
            while (after < keptX.length - 1 && keptX[after] < x[i]) {
                after++;
            }
            double share = (x[i] - keptX[after - 1]) / Math.max(1e-9, keptX[after] - keptX[after - 1]);
            double line = keptY[after - 1] + share * (keptY[after] - keptY[after - 1]);
            // Tolerance of the thinning across the line plus rounding to a tenth, on a slope of at most 4.
            assertThat(line).isCloseTo(y[i], within(1.2));
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void oddDataMakeAWellFormedDrawingWithoutNotANumber(Style style) throws Exception {
        double nan = Double.NaN;
        List<Series> odd = List.of(
                new Series("empty", style, new double[0], new double[0], null),
                new Series("one", style, new double[] {1}, new double[] {0}, new double[] {0}),
                new Series("gaps", style, new double[] {1, 2, 3}, new double[] {nan, 5, nan}, new double[] {1, nan, 1}),
                new Series("infinite", style, new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY, -3}, null));
        for (Scale scale : Scale.values()) {
            String drawing = FigureSvg.draw(new Figure("t", "x", List.of(new Panel("y", scale, odd))));
            assertThat(drawing).doesNotContain("NaN", "Infinity", "922337203685477580");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(drawing)));
        }
    }

    @Test
    void aFigureWithoutPanelsIsAnEmptyDrawing() {
        assertThat(FigureSvg.draw(new Figure("t", "x", List.of()))).startsWith("<svg").endsWith("</svg>");
    }

    @Test
    void seriesOfOneNameShareTheirColour() {
        double[] x = {1, 2};
        Legend legend = Legend.of(new Figure(
                "t",
                "x",
                List.of(
                        new Panel("y", Scale.LINEAR, List.of(
                                new Series("data", Style.POINTS, x, x, null), new Series("fit", Style.LINE, x, x, null))),
                        new Panel("z", Scale.LINEAR, List.of(new Series("fit", Style.LINE, x, x, null))))));
        assertThat(legend.entries())
                .containsExactly(
                        new Legend.Entry("data", "points", "ink"), new Legend.Entry("fit", "line", "c0"));
    }
}
