package org.novum.report.figure;

import java.util.List;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Scale;
import org.novum.api.finding.Figure.Series;

/**
 * Draws a figure as an SVG element to stand in a page; colours and fonts come from the page's style sheet.
 *
 * <p>The same figure gives the same text on every machine.
 */
public final class FigureSvg {
    static final double WIDTH = 720;
    private static final double LEFT = 72;
    private static final double RIGHT = 708;
    private static final double TOP = 10;
    private static final double GAP = 12;
    private static final double FOOT = 46;
    private static final double FIRST_PANEL = 270;
    private static final double OTHER_PANEL = 92;

    /** Pulls beyond this many standard deviations deserve a look. */
    private static final double PULL_GUIDE = 2;

    private final Figure figure;
    private final Legend legend;
    private final Svg svg = new Svg();

    private FigureSvg(Figure figure) {
        this.figure = figure;
        this.legend = Legend.of(figure);
    }

    /** The figure as an {@code svg} element. */
    public static String draw(Figure figure) {
        return new FigureSvg(figure).drawing();
    }

    private String drawing() {
        Ranges.Range range = Ranges.horizontal(figure);
        Axis x = new Axis(range.low(), range.high(), Scale.LINEAR, LEFT, RIGHT);
        double bottom = TOP + FIRST_PANEL + Math.max(0, figure.panels().size() - 1) * (OTHER_PANEL + GAP);
        svg.open(
                "svg",
                "class", "drawing",
                "role", "img",
                "aria-label", figure.title(),
                "viewBox", "0 0 " + Svg.at(WIDTH) + " " + Svg.at(bottom + FOOT));
        double top = TOP;
        for (int i = 0; i < figure.panels().size(); i++) {
            double height = i == 0 ? FIRST_PANEL : OTHER_PANEL;
            panel(figure.panels().get(i), x, new Frame(top, top + height));
            top += height + GAP;
        }
        horizontalLabels(x, bottom);
        return svg.close().written();
    }

    private record Frame(double top, double bottom) {
        double middle() {
            return (top + bottom) / 2;
        }
    }

    private void panel(Panel panel, Axis x, Frame frame) {
        Ranges.Range range = Ranges.vertical(panel);
        Axis y = new Axis(range.low(), range.high(), panel.scale(), frame.bottom(), frame.top());
        gridAndLabels(panel, y, frame);
        horizontalTicks(x, frame);
        // A nested svg element clips what would stand outside the panel.
        svg.open(
                "svg",
                "x", Svg.at(LEFT),
                "y", Svg.at(frame.top()),
                "width", Svg.at(RIGHT - LEFT),
                "height", Svg.at(frame.bottom() - frame.top()),
                "viewBox", Svg.at(LEFT) + " " + Svg.at(frame.top()) + " " + Svg.at(RIGHT - LEFT) + " "
                        + Svg.at(frame.bottom() - frame.top()));
        if (Ranges.isPullPanel(panel)) {
            List.of(-PULL_GUIDE, PULL_GUIDE).forEach(level -> horizontalLine("guide", y.position(level)));
            horizontalLine("zero", y.position(0));
        } else if (range.low() < 0 && panel.scale() == Scale.LINEAR) {
            horizontalLine("zero", y.position(0));
        }
        List<MarkLabels.Placed> placed = MarkLabels.place(panel.marks(), x);
        placed.forEach(mark -> svg.empty(
                "path",
                "class", "mark",
                "d", "M" + Svg.at(mark.at()) + " " + Svg.at(frame.top()) + "V" + Svg.at(frame.bottom())));
        Marks marks = new Marks(svg, x, y);
        for (Series series : panel.series()) {
            marks.draw(series, legend.colour(series));
        }
        placed.forEach(mark -> markLabel(mark, frame));
        svg.close();
        svg.empty(
                "rect",
                "class", "frame",
                "x", Svg.at(LEFT),
                "y", Svg.at(frame.top()),
                "width", Svg.at(RIGHT - LEFT),
                "height", Svg.at(frame.bottom() - frame.top()));
    }

    /** The name reads upwards, beside the line. */
    private void markLabel(MarkLabels.Placed mark, Frame frame) {
        String x = Svg.at(mark.label());
        String y = Svg.at(frame.top() + 4);
        svg.text(
                mark.text(),
                "class", "tick end named",
                "x", x,
                "y", y,
                "transform", "rotate(-90 " + x + " " + y + ")");
    }

    private void horizontalLine(String kind, double y) {
        svg.empty("path", "class", kind, "d", "M" + Svg.at(LEFT) + " " + Svg.at(y) + "H" + Svg.at(RIGHT));
    }

    private void gridAndLabels(Panel panel, Axis y, Frame frame) {
        for (Tick tick : y.ticks(frame.bottom() - frame.top() > OTHER_PANEL ? 5 : 3)) {
            double position = y.position(tick.value());
            horizontalLine("grid", position);
            svg.text(tick.label(), "class", "tick end", "x", Svg.at(LEFT - 7), "y", Svg.at(position + 4));
        }
        String middle = Svg.at(frame.middle());
        svg.text(
                panel.yLabel(),
                "class", "label middle",
                "x", "16",
                "y", middle,
                "transform", "rotate(-90 16 " + middle + ")");
    }

    private void horizontalTicks(Axis x, Frame frame) {
        StringBuilder data = new StringBuilder();
        for (Tick tick : x.ticks(8)) {
            String at = Svg.at(x.position(tick.value()));
            data.append('M').append(at).append(' ').append(Svg.at(frame.bottom())).append("v-5");
        }
        svg.empty("path", "class", "ticks", "d", data.toString());
    }

    private void horizontalLabels(Axis x, double bottom) {
        for (Tick tick : x.ticks(8)) {
            svg.text(
                    tick.label(),
                    "class", "tick middle",
                    "x", Svg.at(x.position(tick.value())),
                    "y", Svg.at(bottom + 18));
        }
        svg.text(
                figure.xLabel(),
                "class", "label end",
                "x", Svg.at(RIGHT),
                "y", Svg.at(bottom + 38));
    }
}
