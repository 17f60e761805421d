package org.novum.spectra.continuum;

import java.util.Arrays;
import org.novum.spectra.spectrum.GridSpectrum;

/**
 * A smooth curve through a spectrum that lines of either sign do not draw along.
 *
 * <p>The Whittaker smoother with second differences (E. T. Whittaker 1923, Proc. Edinb. Math. Soc. 41, 63; P. H. C. Eilers
 * 2003, Anal. Chem. 75, 3631), weighted by inverse variance and, in turns, by Tukey's biweight of the residuals (A. E.
 * Beaton, J. W. Tukey 1974, Technometrics 16, 147), starting from running medians. Structure below half of
 * {@value #PERIOD} pixels of 69 km/s (wider than 27,000 km/s) is kept by less than a tenth. Where more than half of a
 * stretch is absorbed, as in cool stars, the curve is a pseudo-continuum.
 */
public final class RobustContinuum {
    /** A wave of this period, in pixels, is kept by half. */
    static final int PERIOD = 800;

    /** Half of the window of the running median that starts the turns, and its step, in pixels. */
    private static final int REACH = 150;

    private static final int STEP = 25;
    private static final int TURNS = 12;

    /** Residuals beyond so many robust standard deviations have no weight. */
    private static final double CUT = 3.5;

    /** In units of pixels to the fourth power: the response is 1 / (1 + stiffness w^4) at w radians per pixel. */
    private static final double STIFFNESS = square(square(PERIOD / (2 * Math.PI)));

    private RobustContinuum() {}

    private static double square(double value) {
        return value * value;
    }

    /**
     * The continuum.
     *
     * @return on the pixels of the grid, in the unit of the flux; 0 outside the spectrum's range
     */
    public static double[] of(GridSpectrum spectrum) {
        int count = spectrum.end() - spectrum.first();
        double[] continuum = new double[spectrum.flux().length];
        if (count < 3) {
            return continuum;
        }
        double[] flux = Arrays.copyOfRange(spectrum.flux(), spectrum.first(), spectrum.end());
        double[] weight = Arrays.copyOfRange(spectrum.ivar(), spectrum.first(), spectrum.end());
        double typical = median(Arrays.stream(weight).filter(value -> value > 0).toArray());
        for (int i = 0; i < count; i++) {
            weight[i] /= typical;
        }
        double[] curve = medians(flux, weight);
        double[] robust = new double[count];
        for (int turn = 0; turn < TURNS; turn++) {
            double[] pulls = new double[count];
            for (int i = 0; i < count; i++) {
                pulls[i] = (flux[i] - curve[i]) * Math.sqrt(weight[i]);
            }
            double scale = CUT * scale(pulls, weight);
            for (int i = 0; i < count; i++) {
                double part = scale > 0 ? pulls[i] / scale : 0;
                robust[i] = Math.abs(part) < 1 ? weight[i] * square(1 - part * part) : 0;
            }
            curve = Whittaker.smooth(flux, robust, STIFFNESS);
        }
        System.arraycopy(curve, 0, continuum, spectrum.first(), count);
        return continuum;
    }

    /** Standard deviation of what is normal, from the median of absolute values. */
    private static double scale(double[] pulls, double[] weight) {
        double[] sizes = new double[pulls.length];
        int count = 0;
        for (int i = 0; i < pulls.length; i++) {
            if (weight[i] > 0) {
                sizes[count++] = Math.abs(pulls[i]);
            }
        }
        return 1.4826 * median(Arrays.copyOf(sizes, count));
    }

    /** Medians of overlapping windows, joined by straight lines. */
    private static double[] medians(double[] flux, double[] weight) {
        int nodes = (flux.length + STEP - 1) / STEP + 1;
        double[] node = new double[nodes];
        double last = 0;
        for (int k = 0; k < nodes; k++) {
            double[] window = new double[2 * REACH + 1];
            int count = 0;
            for (int i = Math.max(0, k * STEP - REACH); i <= Math.min(flux.length - 1, k * STEP + REACH); i++) {
                if (weight[i] > 0) {
                    window[count++] = flux[i];
                }
            }
            last = count > 0 ? median(Arrays.copyOf(window, count)) : last;
            node[k] = last;
        }
        double[] curve = new double[flux.length];
        for (int i = 0; i < curve.length; i++) {
            double part = (double) (i % STEP) / STEP;
            curve[i] = node[i / STEP] * (1 - part) + node[i / STEP + 1] * part;
        }
        return curve;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
