package org.novum.report.figure;

import org.novum.api.finding.Figure.Series;

/** Draws the series of one panel. */
final class Marks {
    /** Share of the distance between bars that a bar fills. */
    private static final double BAR_WIDTH = 0.85;

    /** More points than this are drawn as smaller dots. */
    private static final int FINE = 150;

    private final Svg svg;
    private final Axis x;
    private final Axis y;

    Marks(Svg svg, Axis x, Axis y) {
        this.svg = svg;
        this.x = x;
        this.y = y;
    }

    void draw(Series series, String colour) {
        String classes = "series " + Legend.styleClass(series.style()) + " " + colour;
        switch (series.style()) {
            case POINTS -> points(series, classes, colour);
            case LINE, DASHED, TRACE -> Path.pieces(horizontal(series), vertical(series))
                    .forEach(piece -> svg.empty("path", "class", classes, "d", piece.line()));
            case AREA -> Path.pieces(horizontal(series), vertical(series))
                    .forEach(piece -> svg.empty("path", "class", classes, "d", piece.area(base())));
            case BARS -> svg.empty("path", "class", classes, "d", bars(series));
        }
    }

    private void points(Series series, String classes, String colour) {
        StringBuilder dots = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        double[] error = series.error();
        for (int i = 0; i < series.x().length; i++) {
            double value = series.y()[i];
            if (!Double.isFinite(value)) {
                continue;
            }
            String at = "M" + Svg.at(x.position(series.x()[i])) + " ";
            // A line of no length with round caps is a dot.
            dots.append(at).append(Svg.at(y.position(value))).append("h0");
            if (error != null && Double.isFinite(error[i])) {
                errors.append(at)
                        .append(Svg.at(y.position(value - error[i])))
                        .append('V')
                        .append(Svg.at(y.position(value + error[i])));
            }
        }
        if (!errors.isEmpty()) {
            svg.empty("path", "class", "series errors " + colour, "d", errors.toString());
        }
        String size = series.x().length > FINE ? " fine" : "";
        svg.empty("path", "class", classes + size, "d", dots.toString());
    }

    private String bars(Series series) {
        double half = Math.max(0.5, x.position(Ranges.spacing(series)) - x.position(0)) * BAR_WIDTH / 2;
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i])) {
                double centre = x.position(series.x()[i]);
                data.append('M').append(Svg.at(centre - half)).append(' ').append(Svg.at(base()));
                data.append('V').append(Svg.at(y.position(series.y()[i])));
                data.append('H').append(Svg.at(centre + half)).append('V').append(Svg.at(base())).append('Z');
            }
        }
        return data.toString();
    }

    /** Where areas and bars stand: zero, or the end of the axis nearest to it. */
    private double base() {
        return y.position(Math.clamp(0.0, y.low(), y.high()));
    }

    private double[] horizontal(Series series) {
        double[] positions = new double[series.x().length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = x.position(series.x()[i]);
        }
        return positions;
    }

    private double[] vertical(Series series) {
        double[] positions = new double[series.y().length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = y.position(series.y()[i]);
        }
        return positions;
    }
}
