package org.novum.spectra.line;

import java.util.Arrays;
import org.novum.spectra.numeric.Selection;
import org.novum.spectra.numeric.Smoothing;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.statistics.math.StableMath;

/**
 * How significantly a spectrum lies above its continuum around each pixel, under a Gaussian window: the matched filter of
 * a line of that width. In units of the spectrum's own scatter where that exceeds its errors; 0 where nothing is known.
 */
final class Significance {
    private Significance() {}

    /** For narrow lines over a continuum that is given. */
    static double[] narrow(GridSpectrum spectrum, double[] continuum, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] kernel = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = StableMath.exp(-0.5 * (k / sigma) * (k / sigma));
        }
        int pixels = spectrum.ivar().length;
        double[] excess = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            excess[i] = spectrum.ivar()[i] * (spectrum.flux()[i] - continuum[i]);
        }
        double[] sums = new double[pixels];
        double[] information = new double[pixels];
        for (int k = -reach; k <= reach; k++) {
            double weight = kernel[k + reach];
            for (int i = Math.max(0, -k); i < Math.min(pixels, pixels - k); i++) {
                sums[i] += weight * excess[i + k];
                information[i] += weight * weight * spectrum.ivar()[i + k];
            }
        }
        for (int i = 0; i < pixels; i++) {
            sums[i] = spectrum.ivar()[i] > 0 ? sums[i] / Math.sqrt(information[i]) : 0;
        }
        return normalised(sums);
    }

    /** For broad lines: a narrow window less a wide one. */
    static double[] broad(GridSpectrum spectrum, double sigma, double wide) {
        double[] weights = spectrum.ivar().clone();
        cap(weights);
        double[] line = Smoothing.wide(spectrum.flux(), weights, sigma);
        double[] level = Smoothing.wide(spectrum.flux(), weights, wide);
        double[] even = new double[weights.length];
        Arrays.fill(even, 1);
        double[] information = Smoothing.wide(spectrum.ivar(), even, sigma);
        double[] significance = new double[weights.length];
        double extent = 2 * Math.sqrt(Math.PI) * sigma;
        for (int i = 0; i < significance.length; i++) {
            significance[i] = spectrum.ivar()[i] > 0
                    ? (line[i] - level[i]) * Math.sqrt(Math.max(0, information[i]) * extent)
                    : 0;
        }
        return normalised(significance);
    }

    /** No pixel weighs more than four times the median: the bright end of a spectrum does not set the level elsewhere. */
    private static void cap(double[] weights) {
        double most = 4 * medianSize(weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(weights[i], most);
        }
    }

    private static double[] normalised(double[] significance) {
        double scatter = Math.max(1, 1.4826 * medianSize(significance));
        for (int i = 0; i < significance.length; i++) {
            significance[i] /= scatter;
        }
        return significance;
    }

    /** Median of the sizes of what is not 0; 0 if all is. */
    private static double medianSize(double[] values) {
        double[] sizes = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (value != 0) {
                sizes[count++] = Math.abs(value);
            }
        }
        return count == 0 ? 0 : Selection.median(sizes, count);
    }
}
