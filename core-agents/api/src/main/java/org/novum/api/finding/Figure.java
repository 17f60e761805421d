package org.novum.api.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the report, as data: one or more panels that share the horizontal axis.
 *
 * @param title what it shows
 * @param xLabel with unit
 * @param panels from top to bottom, for instance spectrum and pulls
 */
public record Figure(String title, String xLabel, List<Panel> panels) {
    /** Copies the list. */
    public Figure {
        panels = List.copyOf(panels);
    }

    /**
     * One panel.
     *
     * @param yLabel with unit
     * @param scale of its vertical axis
     * @param series to draw, in order
     * @param marks named positions on the horizontal axis, such as spectral lines; none in most panels
     */
    public record Panel(
            String yLabel, Scale scale, List<Series> series, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks) {
        /** Copies the lists. */
        public Panel {
            series = List.copyOf(series);
            // Results that were journalled before marks were known have none.
            marks = marks == null ? List.of() : List.copyOf(marks);
        }

        /** A panel without marks. */
        public Panel(String yLabel, Scale scale, List<Series> series) {
            this(yLabel, scale, series, List.of());
        }
    }

    /**
     * A named position on the horizontal axis: a line across the panel with its name at the top.
     *
     * @param x where
     * @param label what is there
     */
    public record Mark(double x, String label) {}

    /** Scale of a vertical axis. */
    public enum Scale {
        /** Linear. */
        LINEAR,
        /** Logarithmic. */
        LOGARITHMIC
    }

    /** How a series is drawn. */
    public enum Style {
        /** Points with error bars: measured data. */
        POINTS,
        /** A thin line in ink: measured data too fine for points, such as a spectrum. */
        TRACE,
        /** A continuous line: a model. */
        LINE,
        /** A dashed line: a component or a threshold. */
        DASHED,
        /** A filled area below the values: a component. */
        AREA,
        /** Vertical bars: pulls. */
        BARS
    }

    /**
     * One series.
     *
     * @param name for the legend
     * @param style how it is drawn
     * @param x positions, ascending
     * @param y values, as many
     * @param error of the values, as many, or null
     */
    public record Series(String name, Style style, double[] x, double[] y, double @Nullable [] error) {
        /** Checks the lengths. */
        public Series {
            if (x.length != y.length || (error != null && error.length != x.length)) {
                throw new IllegalArgumentException("series " + name + " needs as many values as positions");
            }
        }
    }
}
