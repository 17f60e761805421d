package org.novum.spectra.spectrum;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.novum.spectra.numeric.Smoothing;

/**
 * Spectra that have no redshift, made of one that has: what an engine says of them is wrong, so that they show how often it
 * is wrong with a given score (target and decoy search: Elias and Gygi 2007, Nature Methods 4, 207).
 *
 * <p>Continuum, noise and the significance of the features stay; their order does not. What is above or below the continuum
 * counts in units of its error, so that noise that changes places is still noise there.
 */
public enum Decoy {
    /** Features upside down: emission becomes absorption. */
    INVERTED {
        @Override
        double[] features(double[] significance, boolean[] known, SplittableRandom random) {
            return Arrays.stream(significance).map(value -> -value).toArray();
        }
    },
    /** Features in another order. */
    SHUFFLED {
        @Override
        double[] features(double[] significance, boolean[] known, SplittableRandom random) {
            int first = 0;
            while (first < known.length && !known[first]) {
                first++;
            }
            int end = known.length;
            while (end > first && !known[end - 1]) {
                end--;
            }
            int blocks = (end - first) / BLOCK;
            int[] order = new int[blocks];
            for (int i = 0; i < blocks; i++) {
                int other = random.nextInt(i + 1);
                order[i] = order[other];
                order[other] = i;
            }
            double[] shuffled = significance.clone();
            for (int i = 0; i < blocks; i++) {
                System.arraycopy(significance, first + BLOCK * order[i], shuffled, first + BLOCK * i, BLOCK);
            }
            return shuffled;
        }
    };

    /** Pixels that change places together: 6,700 km/s, more than a narrow line and less than a broad one. */
    private static final int BLOCK = 97;

    /** Width of the window of the continuum, in pixels. */
    private static final double CONTINUUM = 150;

    abstract double[] features(double[] significance, boolean[] known, SplittableRandom random);

    /** A decoy of a spectrum. */
    public GridSpectrum of(GridSpectrum spectrum, SplittableRandom random) {
        int pixels = spectrum.flux().length;
        boolean[] known = new boolean[pixels];
        double[] even = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            known[i] = spectrum.ivar()[i] > 0;
            even[i] = known[i] ? 1 : 0;
        }
        double[] level = Smoothing.wide(spectrum.bridged(), even, CONTINUUM);
        double[] significance = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            significance[i] = known[i] ? (spectrum.flux()[i] - level[i]) * Math.sqrt(spectrum.ivar()[i]) : 0;
        }
        double[] features = features(significance, known, random);
        double[] flux = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            flux[i] = known[i] ? level[i] + features[i] / Math.sqrt(spectrum.ivar()[i]) : 0;
        }
        return GridSpectrum.of(flux, spectrum.ivar());
    }
}
