package org.novum.spectra.line;

import org.novum.spectra.spectrum.GridSpectrum;

/**
 * What lies under the lines: the light of stars where that explains the pixels beside the lines better than medians do, and
 * medians otherwise.
 *
 * @param level on the pixels of the grid
 * @param medians the same by medians alone
 */
record Background(double[] level, double[] medians) {
    /** By so much stars lower chi-square by chance: two for each of a dozen coefficients. */
    private static final double FREEDOM = 24;

    /**
     * How uncertain the light is that stars absorb at a line, relative to it. Two libraries of stars differ by .35 Angstrom in H
     * beta, which is a quarter to a third of what the stars of most galaxies absorb there (Groves, Brinchmann and Walcher 2012,
     * MNRAS 419, 1402).
     */
    private static final double UNCERTAIN = 0.3;

    /**
     * Of a spectrum.
     *
     * @param inLine per pixel whether a line may contribute
     * @param redshift of the stars
     */
    static Background of(GridSpectrum spectrum, boolean[] inLine, double redshift, StellarLight stars) {
        double[] medians = Continuum.of(spectrum, inLine);
        return stars.under(without(spectrum, inLine), redshift)
                .map(light -> over(spectrum, inLine, light))
                .filter(level -> misfit(spectrum, inLine, level) < misfit(spectrum, inLine, medians) - FREEDOM)
                .map(level -> new Background(level, medians))
                .orElseGet(() -> new Background(medians, medians));
    }

    /** The error of a height that comes from what stars absorb, given the height over medians alone. */
    double error(double height, double overMedians) {
        return UNCERTAIN * Math.abs(height - overMedians);
    }

    private static GridSpectrum without(GridSpectrum spectrum, boolean[] inLine) {
        double[] ivar = spectrum.ivar().clone();
        for (int i = 0; i < ivar.length; i++) {
            ivar[i] = inLine[i] ? 0 : ivar[i];
        }
        return GridSpectrum.of(spectrum.flux(), ivar);
    }

    /** Light of stars, and the medians of what it leaves. */
    private static double[] over(GridSpectrum spectrum, boolean[] inLine, double[] light) {
        double[] left = new double[light.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = spectrum.flux()[i] - light[i];
        }
        double[] level =
                Continuum.of(new GridSpectrum(left, spectrum.ivar(), spectrum.first(), spectrum.end()), inLine);
        for (int i = 0; i < level.length; i++) {
            level[i] += light[i];
        }
        return level;
    }

    private static double misfit(GridSpectrum spectrum, boolean[] inLine, double[] level) {
        double sum = 0;
        for (int i = spectrum.first(); i < spectrum.end(); i++) {
            double difference = spectrum.flux()[i] - level[i];
            sum += inLine[i] ? 0 : spectrum.ivar()[i] * difference * difference;
        }
        return sum;
    }
}
