package org.novum.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Scale;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;

/** What part of the plane a figure shows. */
final class Ranges {
    private static final double HEADROOM = 0.08;

    /** The names of marks stand above what is drawn. */
    private static final double HEADROOM_FOR_NAMES = 0.24;

    /** A panel of pulls shows at least this many standard deviations. */
    private static final double SMALLEST_PULL_RANGE = 3;

    /** Share of a trace's pixels that may be spikes, at each end. */
    private static final double SPIKES = 0.004;

    private Ranges() {}

    /** Low and high end of a range; never equal. */
    record Range(double low, double high) {
        static Range of(DoubleStream values) {
            double[] finite = values.filter(Double::isFinite).toArray();
            if (finite.length == 0) {
                return new Range(0, 1);
            }
            double low = DoubleStream.of(finite).min().orElseThrow();
            double high = DoubleStream.of(finite).max().orElseThrow();
            double pad = high > low ? 0 : low == 0 ? 1 : Math.abs(low) * 0.1;
            return new Range(low - pad, high + pad);
        }
    }

    /** All positions of all panels; bins reach half a bin beyond their centres. */
    static Range horizontal(Figure figure) {
        return Range.of(figure.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .flatMapToDouble(series -> {
                    double half = switch (series.style()) {
                        case POINTS, BARS -> spacing(series) / 2;
                        case LINE, DASHED, AREA, TRACE -> 0;
                    };
                    return DoubleStream.of(series.x())
                            .flatMap(x -> DoubleStream.of(x - half, x + half));
                }));
    }

    /** The smallest distance between neighbouring positions, 0 where there is none. */
    static double spacing(Series series) {
        return IntStream.range(1, series.x().length)
                .mapToDouble(i -> series.x()[i] - series.x()[i - 1])
                .filter(distance -> distance > 0)
                .min()
                .orElse(0);
    }

    /** A panel of nothing but bars shows pulls. */
    static boolean isPullPanel(Panel panel) {
        List<Series> series = panel.series();
        return !series.isEmpty() && series.stream().allMatch(one -> one.style() == Style.BARS);
    }

    static Range vertical(Panel panel) {
        if (panel.scale() == Scale.LOGARITHMIC) {
            return logarithmic(panel);
        }
        Range range = isSpectrumPanel(panel) ? spectrum(panel) : Range.of(values(panel));
        if (isPullPanel(panel)) {
            double reach = Math.max(SMALLEST_PULL_RANGE, Math.max(-range.low(), range.high()) * 1.05);
            return new Range(-reach, reach);
        }
        // Counts stand on zero; a curve far above zero, such as a flux, does not have to.
        double span = range.high() - range.low();
        double low = range.low() >= 0 && range.low() < 2 * span ? 0 : range.low() - HEADROOM * span;
        double headroom = panel.marks().isEmpty() ? HEADROOM : HEADROOM_FOR_NAMES;
        return new Range(low, range.high() + headroom * (range.high() - low));
    }

    /** A panel with a trace shows a spectrum. */
    private static boolean isSpectrumPanel(Panel panel) {
        return panel.series().stream().anyMatch(one -> one.style() == Style.TRACE);
    }

    /** The models whole, and the traces but for the few pixels that spikes and noisy ends throw far out. */
    private static Range spectrum(Panel panel) {
        return Range.of(panel.series().stream().flatMapToDouble(series -> {
            double[] finite = DoubleStream.of(series.y()).filter(Double::isFinite).sorted().toArray();
            if (finite.length == 0 || series.style() != Style.TRACE) {
                return DoubleStream.of(finite);
            }
            int cut = (int) (finite.length * SPIKES);
            double low = finite[cut];
            double high = finite[finite.length - 1 - cut];
            return DoubleStream.of(low - HEADROOM * (high - low), high + 2 * HEADROOM * (high - low));
        }));
    }

    /** The range that a logarithmic axis of the panel shows. */
    static Range logarithmic(Panel panel) {
        double[] positive = values(panel).filter(value -> value > 0).toArray();
        if (positive.length == 0) {
            return new Range(0.1, 1);
        }
        Range points = Range.of(DoubleStream.of(positive));
        // Tails of narrow components would otherwise stretch the axis over hundreds of decades.
        double data = panel.series().stream()
                .filter(series -> series.style() == Style.POINTS)
                .flatMapToDouble(series -> DoubleStream.of(series.y()))
                .filter(value -> value > 0)
                .min()
                .orElse(points.high() * 1e-6);
        double low = Math.max(points.low(), data / 5);
        if (panel.marks().isEmpty()) {
            // A minimum on the frame would be cut in half.
            return new Range(low / StrictMath.pow(points.high() / low, HEADROOM / 2), points.high() * 1.5);
        }
        double floor = Math.max(low / 1.1, Math.min(low, 1));
        return new Range(floor, points.high() * StrictMath.pow(points.high() / floor, HEADROOM_FOR_NAMES));
    }

    private static DoubleStream values(Panel panel) {
        return panel.series().stream().flatMapToDouble(series -> {
            double[] error = series.error();
            DoubleStream values = DoubleStream.of(series.y());
            return error == null
                    ? values
                    : DoubleStream.concat(
                            values,
                            IntStream.range(0, error.length)
                                    .mapToDouble(i -> i)
                                    .flatMap(i -> DoubleStream.of(
                                            series.y()[(int) i] - error[(int) i], series.y()[(int) i] + error[(int) i])));
        });
    }
}
