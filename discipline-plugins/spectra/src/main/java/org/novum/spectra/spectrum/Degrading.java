package org.novum.spectra.spectrum;

import java.util.SplittableRandom;
import org.apache.commons.math3.util.FastMath;

/** Copies of a spectrum with a lower signal-to-noise ratio, to see what an answer is worth. */
public final class Degrading {
    private Degrading() {}

    /**
     * Adds Gaussian noise so that the inverse variance falls by the square of the factor.
     *
     * @param factor by which the signal-to-noise ratio falls; 1 changes nothing
     * @param random source of the noise
     */
    public static GridSpectrum by(double factor, GridSpectrum spectrum, SplittableRandom random) {
        if (factor == 1) {
            return spectrum;
        }
        double[] flux = spectrum.flux().clone();
        double[] ivar = spectrum.ivar().clone();
        for (int i = 0; i < flux.length; i++) {
            double normal = gaussian(random);
            if (ivar[i] > 0) {
                flux[i] += Math.sqrt((factor * factor - 1) / ivar[i]) * normal;
                ivar[i] /= factor * factor;
            }
        }
        return GridSpectrum.of(flux, ivar);
    }

    /** A normal deviate by Box and Muller (1958), Ann. Math. Stat. 29, 610. */
    private static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * FastMath.log(1 - random.nextDouble()));
        return radius * FastMath.cos(2 * FastMath.PI * random.nextDouble());
    }
}
