package org.novum.spectra.spectrum;

import java.util.SplittableRandom;
import org.novum.spectra.numeric.Smoothing;

/**
 * Spectra that have no redshift, made of one that has: what an engine says of them is wrong, and shows how often it is wrong
 * with a given score.
 *
 * <p>The continuum stays; blocks of {@value #BLOCK} pixels of what is above or below it change places, in units of its error,
 * so that noise that moves is still noise there.
 */
public final class Decoy {
    /** Pixels that move together: 6,700 km/s, more than a narrow line and less than a broad one. */
    private static final int BLOCK = 97;

    /** Width of the window of the continuum, in pixels. */
    private static final double CONTINUUM = 150;

    private Decoy() {}

    /**
     * A decoy of a spectrum.
     *
     * @param random orders the blocks
     */
    public static GridSpectrum of(GridSpectrum spectrum, SplittableRandom random) {
        int pixels = spectrum.flux().length;
        double[] known = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            known[i] = spectrum.ivar()[i] > 0 ? 1 : 0;
        }
        double[] level = Smoothing.wide(spectrum.bridged(), known, CONTINUUM);
        double[] significance = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            significance[i] = (spectrum.flux()[i] - level[i]) * Math.sqrt(spectrum.ivar()[i]);
        }
        double[] shuffled = shuffled(significance, spectrum.first(), spectrum.end(), random);
        double[] flux = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            flux[i] = known[i] > 0 ? level[i] + shuffled[i] / Math.sqrt(spectrum.ivar()[i]) : 0;
        }
        return GridSpectrum.of(flux, spectrum.ivar());
    }

    private static double[] shuffled(double[] values, int first, int end, SplittableRandom random) {
        int blocks = (end - first) / BLOCK;
        int[] order = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        double[] shuffled = values.clone();
        for (int i = 0; i < blocks; i++) {
            System.arraycopy(values, first + BLOCK * order[i], shuffled, first + BLOCK * i, BLOCK);
        }
        return shuffled;
    }
}
