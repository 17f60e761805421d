package org.novum.spectra.redshift;

import java.util.List;
import java.util.Optional;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/**
 * Tests a claimed class and redshift by its rank among all classes and redshifts.
 *
 * <p>If claim and spectrum have nothing to do with each other, each window of three pixels (207 km/s) of each class is as
 * likely to be claimed as any other, so that the share of windows whose evidence is no worse is a p-value.
 */
public final class ClaimedRedshift {
    /** Width of a window in pixels. */
    private static final int WINDOW = 3;

    private final List<Template> templates;
    private final List<Scan> scans;

    /** With these templates, one per class. */
    public ClaimedRedshift(List<Template> templates) {
        this.templates = templates;
        scans = templates.stream().map(Scan::new).toList();
    }

    /**
     * What the test gave.
     *
     * @param better windows whose evidence is no worse than that of the claim's
     * @param windows all of them
     * @param bestClass class of the best window
     * @param bestRedshift redshift of the best window
     */
    public record Ranked(int better, int windows, SpectralClass bestClass, double bestRedshift) {
        /** The p-value. */
        public double pValue() {
            return (double) better / windows;
        }
    }

    /** The rank of a claim; empty if the spectrum says too little or no template fits. */
    public Optional<Ranked> rank(GridSpectrum spectrum, SpectralClass spectralClass, double redshift) {
        if (spectrum.informed() < RedshiftEngine.FEWEST_PIXELS) {
            return Optional.empty();
        }
        GridSpectrum scaled = RedshiftEngine.scaled(spectrum);
        double claimed = Double.POSITIVE_INFINITY;
        double[][] windows = new double[scans.size()][];
        for (int c = 0; c < windows.length; c++) {
            windows[c] = windows(scans.get(c).curve(scaled));
            if (templates.get(c).spectralClass() == spectralClass) {
                int window = ((int) Math.round(LogGrid.shift(redshift)) - scans.get(c).firstShift()) / WINDOW;
                claimed = windows[c][Math.max(0, Math.min(windows[c].length - 1, window))];
            }
        }
        int better = 0;
        int total = 0;
        double best = Double.POSITIVE_INFINITY;
        SpectralClass bestClass = spectralClass;
        double bestShift = 0;
        for (int c = 0; c < windows.length; c++) {
            for (int w = 0; w < windows[c].length; w++) {
                total++;
                better += windows[c][w] <= claimed ? 1 : 0;
                if (windows[c][w] < best) {
                    best = windows[c][w];
                    bestClass = templates.get(c).spectralClass();
                    bestShift = scans.get(c).firstShift() + WINDOW * w + 1;
                }
            }
        }
        return Double.isInfinite(best)
                ? Optional.empty()
                : Optional.of(new Ranked(better, total, bestClass, LogGrid.redshift(bestShift)));
    }

    private static double[] windows(double[] curve) {
        double[] windows = new double[(curve.length + WINDOW - 1) / WINDOW];
        java.util.Arrays.fill(windows, Double.POSITIVE_INFINITY);
        for (int i = 0; i < curve.length; i++) {
            windows[i / WINDOW] = Math.min(windows[i / WINDOW], curve[i]);
        }
        return windows;
    }
}
