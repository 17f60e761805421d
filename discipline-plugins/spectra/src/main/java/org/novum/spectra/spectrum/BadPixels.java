package org.novum.spectra.spectrum;

import java.util.Arrays;
import org.novum.spectra.numeric.Selection;

/**
 * Finds what no spectrograph can have made of light: features sharper than its resolution.
 *
 * <p>The idea of Laplacian edge detection (van Dokkum 2001, PASP 113, 1420) in one dimension. A line as narrow as the
 * instrument allows, a Gaussian with a standard deviation of 0.9 pixels, leaves in the two pixels beside its highest one at
 * least 1.1 times what it has there, beside its two highest ones at least 0.33 times and beside its three highest ones at least
 * 0.08 times what these have. A cosmic ray or a dead pixel leaves nothing.
 */
public final class BadPixels {
    /** Standard deviations above or below the neighbours. */
    private static final double THRESHOLD = 10;

    /** What the two neighbours of a line's highest pixel have at least, relative to it, with room for noise. */
    private static final double BESIDE_ONE = 0.5;

    /** The same for one neighbour where the other carries no information, and for those of two pixels. */
    private static final double BESIDE_TWO = 0.15;

    /** The same for three pixels, which noise alone must not fall short of. */
    private static final double BESIDE_THREE = 0.04;

    private static final double NOISE_BESIDE_THREE = 3 * Math.sqrt(2);

    private static final int WIDEST = 3;

    /** The level is the median of so many pixels on either side, beyond the next one. */
    private static final int REACH = 5;

    /** Fewer pixels make no level. */
    private static final int FEWEST = 4;

    private BadPixels() {}

    /** A row of the dataset on the common grid, without them. */
    public static GridSpectrum cleaned(RawSpectrum raw) {
        return without(Resampling.onGrid(raw)).spectrum();
    }

    /**
     * A spectrum without them.
     *
     * @param spectrum in which they carry no information; the given one if there are none
     * @param rejected how many there were
     */
    public record Cleaned(GridSpectrum spectrum, int rejected) {}

    /** Takes the information from single pixels, pairs and triples that are sharper than any line. */
    public static Cleaned without(GridSpectrum spectrum) {
        double[] ivar = spectrum.ivar().clone();
        int rejected = 0;
        for (int i = spectrum.first(); i < spectrum.end(); i++) {
            for (int width = 1; width <= WIDEST && i + width <= spectrum.end(); width++) {
                if (sharp(spectrum, i, width)) {
                    for (int j = i; j < i + width; j++) {
                        rejected += ivar[j] > 0 ? 1 : 0;
                        ivar[j] = 0;
                    }
                }
            }
        }
        return rejected == 0
                ? new Cleaned(spectrum, 0)
                : new Cleaned(GridSpectrum.of(spectrum.flux(), ivar), rejected);
    }

    private static boolean sharp(GridSpectrum spectrum, int from, int width) {
        double[] flux = spectrum.flux();
        double[] ivar = spectrum.ivar();
        double noise = 0;
        for (int j = from; j < from + width; j++) {
            if (ivar[j] <= 0) {
                return false;
            }
            noise = Math.max(noise, 1 / Math.sqrt(ivar[j]));
        }
        // The common case is dismissed without a median: a pixel that does not stand out from the pixels beside it.
        int before = from - 1;
        int behind = from + width;
        boolean left = before >= 0 && ivar[before] > 0;
        boolean right = behind < ivar.length && ivar[behind] > 0;
        int known = (left ? 1 : 0) + (right ? 1 : 0);
        if (known < Math.min(width, 2)
                || left && Math.abs(flux[from] - flux[before]) < THRESHOLD / 2 * noise
                || right && Math.abs(flux[behind - 1] - flux[behind]) < THRESHOLD / 2 * noise) {
            return false;
        }
        double[] near = near(spectrum, from, width);
        if (near.length < FEWEST) {
            return false;
        }
        double level = median(near);
        double scatter = 1.4826 * median(Arrays.stream(near).map(value -> Math.abs(value - level)).toArray());
        double sign = Math.signum(flux[from] - level);
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int j = from; j < from + width; j++) {
            double excess = sign * (flux[j] - level);
            least = Math.min(least, excess);
            sum += excess;
        }
        double beside = (left ? sign * (flux[before] - level) : 0) + (right ? sign * (flux[behind] - level) : 0);
        double most =
                switch (width) {
                    case 1 -> (known == 2 ? BESIDE_ONE : BESIDE_TWO) * sum;
                    case 2 -> BESIDE_TWO * sum;
                    default -> BESIDE_THREE * sum - NOISE_BESIDE_THREE * Math.max(noise, scatter);
                };
        return least > THRESHOLD * Math.max(noise, scatter) && beside < most;
    }

    /** Fluxes on both sides, without the pixels next to those in question. */
    private static double[] near(GridSpectrum spectrum, int from, int width) {
        double[] near = new double[2 * REACH];
        int count = 0;
        for (int step = 2; step < 2 + REACH; step++) {
            for (int j : new int[] {from - step, from + width - 1 + step}) {
                if (j >= 0 && j < spectrum.ivar().length && spectrum.ivar()[j] > 0) {
                    near[count++] = spectrum.flux()[j];
                }
            }
        }
        return Arrays.copyOf(near, count);
    }

    private static double median(double[] values) {
        return Selection.median(values.clone(), values.length);
    }
}
