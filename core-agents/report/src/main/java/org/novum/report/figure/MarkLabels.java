package org.novum.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novum.api.finding.Figure.Mark;

/** Where the names of marks stand: beside their lines, moved apart where lines lie close together. */
final class MarkLabels {
    /** Height of a line of text, in units of the drawing. */
    private static final double LINE_HEIGHT = 12.5;

    /** From the line to the base of its name when there is room. */
    private static final double BESIDE = 11;

    private MarkLabels() {}

    /**
     * A mark on the drawing.
     *
     * @param at position of its line
     * @param label position of its name's base
     * @param text the name
     */
    record Placed(double at, double label, String text) {}

    /** The marks that lie within the axis, from left to right. */
    static List<Placed> place(List<Mark> marks, Axis x) {
        List<Placed> placed = new ArrayList<>();
        double free = x.from() + BESIDE;
        List<Mark> sorted = marks.stream()
                .filter(mark -> mark.x() >= x.low() && mark.x() <= x.high())
                .sorted(Comparator.comparingDouble(Mark::x))
                .toList();
        for (Mark mark : sorted) {
            double at = x.position(mark.x());
            // A name may slide to the left of its line, where the one before leaves room, and else to the right.
            double label = Math.min(Math.max(at - 3, free), x.to() - 3);
            placed.add(new Placed(at, label, mark.label()));
            free = label + LINE_HEIGHT;
        }
        return placed;
    }
}
