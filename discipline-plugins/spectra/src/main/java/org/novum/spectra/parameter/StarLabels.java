package org.novum.spectra.parameter;

/**
 * Parameters of a star.
 *
 * @param temperature effective, K
 * @param gravity log10 of cm/s2
 * @param metallicity [Fe/H]
 */
public record StarLabels(double temperature, double gravity, double metallicity) {
    double[] targets() {
        return new double[] {StrictMath.log10(temperature), gravity, metallicity};
    }
}
