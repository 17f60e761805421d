package org.novum.spectra.redshift;

import java.util.Arrays;
import org.novum.spectra.numeric.Selection;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.NightSky;

/**
 * A spectrum and its model in bins of four pixels (276 km/s), outside the bands of the night sky, with all that is smoother
 * than lines set apart.
 *
 * <p>The running level is a mean over 51 bins (14,000 km/s), twice. Errors are enlarged where the scatter from pixel to pixel
 * shows that they are stated too small.
 */
final class Structure {
    /** Pixels of a bin. */
    static final int BIN = 4;

    static final int BINS = LogGrid.PIXELS / BIN;

    /** Bins on each side of which the running level is a mean. */
    private static final int REACH = 25;

    /** Median of the size of a normal deviate. */
    private static final double MEDIAN = 0.67449;

    private final boolean[] known = new boolean[BINS];
    private final double[] weight = new double[BINS];
    private final double[] flux = new double[BINS];
    private final double[] model = new double[BINS];
    private final double[] level;
    private final double[] data;
    private final double[] expected;

    /** @param fitted model of the spectrum, on the same pixels and in the same unit */
    Structure(GridSpectrum spectrum, double[] fitted) {
        double scale = scatter(spectrum, fitted);
        boolean[] sky = NightSky.pixels();
        for (int bin = 0; bin < BINS; bin++) {
            boolean dark = true;
            for (int i = BIN * bin; i < BIN * (bin + 1); i++) {
                double ivar = spectrum.ivar()[i];
                weight[bin] += ivar;
                flux[bin] += ivar * spectrum.flux()[i];
                model[bin] += ivar * fitted[i];
                dark &= !sky[i];
            }
            known[bin] = dark && weight[bin] > 0;
            flux[bin] = known[bin] ? flux[bin] / weight[bin] : 0;
            model[bin] = known[bin] ? model[bin] / weight[bin] : 0;
            weight[bin] = known[bin] ? weight[bin] / (scale * scale) : 0;
        }
        double[] sizes = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            sizes[bin] = Math.abs(model[bin]);
        }
        level = smooth(sizes);
        data = lines(flux);
        expected = lines(model);
    }

    /** Whether a bin carries information. */
    boolean known(int bin) {
        return known[bin];
    }

    /** Inverse variance of a bin; 0 where nothing is known. */
    double weight(int bin) {
        return weight[bin];
    }

    /** The running level of the model's size. */
    double level(int bin) {
        return level[bin];
    }

    /** The spectrum less its running level. */
    double data(int bin) {
        return data[bin];
    }

    /** The model less its running level. */
    double expected(int bin) {
        return expected[bin];
    }

    /** What the model leaves of lines. */
    double left(int bin) {
        return data[bin] - expected[bin];
    }

    /** What the model leaves, lines and continuum. */
    double difference(int bin) {
        return flux[bin] - model[bin];
    }

    /** The size of the model. */
    double size(int bin) {
        return Math.abs(model[bin]);
    }

    /** Errors in units of the stated ones, from the differences of neighbouring pixels; at least 1. */
    private static double scatter(GridSpectrum spectrum, double[] fitted) {
        double[] differences = new double[LogGrid.PIXELS];
        int count = 0;
        for (int i = spectrum.first() + 1; i < spectrum.end(); i++) {
            if (spectrum.ivar()[i] > 0 && spectrum.ivar()[i - 1] > 0) {
                double here = (spectrum.flux()[i] - fitted[i]) * Math.sqrt(spectrum.ivar()[i]);
                double before = (spectrum.flux()[i - 1] - fitted[i - 1]) * Math.sqrt(spectrum.ivar()[i - 1]);
                differences[count++] = Math.abs(here - before);
            }
        }
        return count == 0 ? 1 : Math.max(1, Selection.median(differences, count) / (MEDIAN * Math.sqrt(2)));
    }

    private double[] lines(double[] values) {
        double[] smooth = smooth(values);
        double[] lines = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            lines[bin] = known[bin] ? values[bin] - smooth[bin] : 0;
        }
        return lines;
    }

    private double[] smooth(double[] values) {
        return mean(mean(values));
    }

    /** Mean of the known bins around each. */
    private double[] mean(double[] values) {
        double[] sums = new double[BINS + 1];
        int[] counts = new int[BINS + 1];
        for (int bin = 0; bin < BINS; bin++) {
            sums[bin + 1] = sums[bin] + (known[bin] ? values[bin] : 0);
            counts[bin + 1] = counts[bin] + (known[bin] ? 1 : 0);
        }
        double[] mean = new double[BINS];
        Arrays.setAll(mean, bin -> {
            int from = Math.max(0, bin - REACH);
            int to = Math.min(BINS, bin + REACH + 1);
            int count = counts[to] - counts[from];
            return count > 0 ? (sums[to] - sums[from]) / count : 0;
        });
        return mean;
    }
}
