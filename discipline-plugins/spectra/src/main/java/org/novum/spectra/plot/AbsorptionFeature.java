package org.novum.spectra.plot;

import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;

/** Absorption features of stars and of the stars of galaxies, with their wavelengths in vacuum (NIST). */
enum AbsorptionFeature {
    CA_K("Ca II K", 3934.78),
    CA_H("Ca II H", 3969.59),
    H_DELTA("H delta", 4102.89),
    G_BAND("G band", 4305.6),
    H_GAMMA("H gamma", 4341.68),
    H_BETA("H beta", 4862.68),
    MG_B("Mg b", 5176.6),
    NA_D("Na D", 5893.0),
    H_ALPHA("H alpha", 6564.61),
    TI_O("TiO", 7100.0),
    CA_8500("Ca II 8500", 8500.36),
    CA_8544("Ca II 8544", 8544.44),
    CA_8665("Ca II 8665", 8664.52);

    /** Half of the core, and the inner and outer edge of the two side bands, in pixels of 69 km/s. */
    private static final int CORE = 6;

    private static final int INNER = 14;
    private static final int OUTER = 34;

    private final String label;
    private final double wavelength;

    AbsorptionFeature(String label, double wavelength) {
        this.label = label;
        this.wavelength = wavelength;
    }

    String label() {
        return label;
    }

    /** Where it is seen at a redshift, Angstrom. */
    double observed(double redshift) {
        return wavelength * (1 + redshift);
    }

    /** By how many standard deviations the core is below the side bands; 0 where either is not covered. */
    double depth(GridSpectrum spectrum, double redshift) {
        int centre = (int) Math.round(LogGrid.position(observed(redshift)));
        Mean core = Mean.of(spectrum, centre - CORE, centre + CORE);
        Mean left = Mean.of(spectrum, centre - OUTER, centre - INNER);
        Mean right = Mean.of(spectrum, centre + INNER, centre + OUTER);
        if (!core.covered() || !left.covered() || !right.covered()) {
            return 0;
        }
        double variance = core.variance() + (left.variance() + right.variance()) / 4;
        return ((left.value() + right.value()) / 2 - core.value()) / Math.sqrt(variance);
    }

    /** Mean of a band, its variance, and whether enough of it is known. */
    private record Mean(double value, double variance, boolean covered) {
        static Mean of(GridSpectrum spectrum, int from, int to) {
            double sum = 0;
            double variance = 0;
            int count = 0;
            for (int i = Math.max(0, from); i <= Math.min(spectrum.ivar().length - 1, to); i++) {
                if (spectrum.ivar()[i] > 0) {
                    sum += spectrum.flux()[i];
                    variance += 1 / spectrum.ivar()[i];
                    count++;
                }
            }
            return new Mean(sum / count, variance / ((double) count * count), count > (to - from) / 2);
        }
    }
}
