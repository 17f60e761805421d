package org.novum.particledecay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novum.api.finding.Figure;
import org.novum.particledecay.fit.GoodnessOfFit;
import org.novum.particledecay.fit.PeakFitResult;
import org.novum.particledecay.fit.SpectrumCurve;
import org.novum.particledecay.scan.MassWindow;

/** Draws a fitted spectrum: candidates with errors, the fit and its components, and the pulls below. */
final class SpectrumFigure {
    private static final int CURVE_POINTS = 400;

    private SpectrumFigure() {}

    /**
     * The figure of a fit.
     *
     * @param title of the figure
     * @param fit to draw
     * @param window of the figure
     */
    static Figure of(String title, PeakFitResult fit, MassWindow window) {
        double low = window.low();
        double high = window.high();
        List<GoodnessOfFit.Bin> bins = fit.goodness().bins().stream()
                .filter(bin -> bin.upper() > low && bin.lower() < high)
                .toList();
        double binWidth = typicalWidth(bins, high - low);
        List<Figure.Series> spectrum = new ArrayList<>();
        spectrum.add(data(bins, binWidth));
        SpectrumCurve curve = fit.curve();
        double[] x = new double[CURVE_POINTS];
        for (int i = 0; i < x.length; i++) {
            x[i] = low + (high - low) * (i + 0.5) / x.length;
        }
        for (String component : curve.components()) {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = curve.component(component, x[i]) * binWidth;
            }
            Figure.Style style = component.equals("background") ? Figure.Style.DASHED : Figure.Style.AREA;
            spectrum.add(new Figure.Series(component.replace('-', ' '), style, x, y, null));
        }
        double[] total = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            total[i] = curve.total(x[i]) * binWidth;
        }
        spectrum.add(new Figure.Series("fit", Figure.Style.LINE, x, total, null));
        return new Figure(
                title,
                "invariant mass [GeV]",
                List.of(
                        new Figure.Panel(
                                String.format(Locale.ROOT, "candidates / %.3g MeV", 1000 * binWidth),
                                Figure.Scale.LINEAR,
                                spectrum),
                        new Figure.Panel("pull [σ]", Figure.Scale.LINEAR, List.of(pulls(bins)))));
    }

    private static double typicalWidth(List<GoodnessOfFit.Bin> bins, double range) {
        return bins.stream().mapToDouble(bin -> bin.upper() - bin.lower()).min().orElse(range);
    }

    /** Merged bins are scaled to the width of the others, so that one axis serves all. */
    private static Figure.Series data(List<GoodnessOfFit.Bin> bins, double binWidth) {
        double[] x = new double[bins.size()];
        double[] y = new double[bins.size()];
        double[] error = new double[bins.size()];
        for (int i = 0; i < x.length; i++) {
            GoodnessOfFit.Bin bin = bins.get(i);
            double scale = binWidth / (bin.upper() - bin.lower());
            x[i] = 0.5 * (bin.lower() + bin.upper());
            y[i] = bin.observed() * scale;
            error[i] = Math.sqrt(Math.max(bin.observed(), 1)) * scale;
        }
        return new Figure.Series("candidates", Figure.Style.POINTS, x, y, error);
    }

    private static Figure.Series pulls(List<GoodnessOfFit.Bin> bins) {
        double[] x = new double[bins.size()];
        double[] y = new double[bins.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.5 * (bins.get(i).lower() + bins.get(i).upper());
            y[i] = bins.get(i).pull();
        }
        return new Figure.Series("(observed - fit) / expected error", Figure.Style.BARS, x, y, null);
    }
}
