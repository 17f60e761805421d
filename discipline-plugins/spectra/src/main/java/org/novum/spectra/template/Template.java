package org.novum.spectra.template;

import org.novum.spectra.spectrum.LogGrid;

/**
 * The basis of one class: a spectrum of the class is a sum of its vectors, whose coefficients, relative to the first one,
 * are drawn from a normal distribution.
 *
 * @param spectralClass what it describes
 * @param vectors each of {@link LogGrid#REST_PIXELS} values; the mean spectrum first
 * @param mean of the relative coefficients; 1 for the first
 * @param covariance of the relative coefficients
 * @param shifts at which it is tried
 */
public record Template(
        SpectralClass spectralClass, double[][] vectors, double[] mean, double[][] covariance, ShiftRange shifts) {
    /** Tried at all redshifts of its class. */
    public Template(SpectralClass spectralClass, double[][] vectors, double[] mean, double[][] covariance) {
        this(spectralClass, vectors, mean, covariance, ShiftRange.of(spectralClass));
    }
}
