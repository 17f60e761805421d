package org.novum.particledecay.scan;

/**
 * Everything about a scan that is registered before data are opened.
 *
 * @param widths factors on the given mass resolution tried as width of the signal, ascending
 * @param nuisances the structures that the background may carry beyond its smooth families
 * @param prior where a state is expected more than elsewhere
 * @param toys how many pseudo-experiments calibrate the global p-value
 * @param seed seed of the pseudo-experiments; mixed with the digest of the spectrum
 */
public record ScanOptions(double[] widths, Nuisances nuisances, MassPrior prior, Toys toys, long seed) {
    /** Checks the widths. */
    public ScanOptions {
        for (int i = 0; i < widths.length; i++) {
            if (!(widths[i] > 0) || (i > 0 && !(widths[i] > widths[i - 1]))) {
                throw new ScanException("scan options: width factors must be positive and ascending");
            }
        }
        if (widths.length == 0) {
            throw new ScanException("scan options: give at least one width factor");
        }
    }

    /**
     * Structures that a background may carry and that must not be taken for a particle.
     *
     * @param bumpRatio width of the narrowest broad bump, in units of the middle signal width
     * @param bumpPenalty cost of a bump in −2 ln L (position, width and size are chosen by the data)
     * @param edgePenalty cost of a kinematic edge or kink in −2 ln L
     * @param orderPenalty cost of each further coefficient of a smooth family in −2 ln L
     */
    public record Nuisances(double bumpRatio, double bumpPenalty, double edgePenalty, double orderPenalty) {
        /** Penalties near twice the logarithm of the number of places where such a structure could sit. */
        public static Nuisances standard() {
            return new Nuisances(8, 14, 15, 6);
        }
    }

    /**
     * Pseudo-experiments.
     *
     * @param exceedances a p-value is settled once so many toys reach the data (Besag and Clifford 1991)
     * @param most never more toys than this; beyond their reach the tail is extrapolated
     */
    public record Toys(int exceedances, int most) {
        /** Twenty exceedances or a thousand toys. */
        public static Toys standard() {
            return new Toys(20, 1000);
        }
    }

    /** The registered defaults: the resolution known to about a factor 1.4. */
    public static ScanOptions standard() {
        return new ScanOptions(new double[] {0.72, 1, 1.4}, Nuisances.standard(), MassPrior.flat(), Toys.standard(), 1);
    }

    /** The same with other width factors. */
    public ScanOptions withWidths(double... factors) {
        return new ScanOptions(factors, nuisances, prior, toys, seed);
    }

    /** The same with other pseudo-experiments. */
    public ScanOptions withToys(Toys other) {
        return new ScanOptions(widths, nuisances, prior, other, seed);
    }

    /** The same with other background structures. */
    public ScanOptions withNuisances(Nuisances other) {
        return new ScanOptions(widths, other, prior, toys, seed);
    }

    /** The same with another prior of masses. */
    public ScanOptions withPrior(MassPrior other) {
        return new ScanOptions(widths, nuisances, other, toys, seed);
    }

    /** The same with another seed. */
    public ScanOptions withSeed(long other) {
        return new ScanOptions(widths, nuisances, prior, toys, other);
    }

    double widestWidth() {
        return widths[widths.length - 1];
    }

    double middleWidth() {
        return widths[widths.length / 2];
    }
}
