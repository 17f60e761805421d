package org.novum.spectra.template;

import java.util.Optional;
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
 * @param velocity another basis that places a redshift which these vectors found, if there is one
 */
public record Template(
        SpectralClass spectralClass,
        double[][] vectors,
        double[] mean,
        double[][] covariance,
        ShiftRange shifts,
        Optional<VelocityBasis> velocity) {
    /** Tried at some redshifts of its class, which it places itself. */
    public Template(
            SpectralClass spectralClass, double[][] vectors, double[] mean, double[][] covariance, ShiftRange shifts) {
        this(spectralClass, vectors, mean, covariance, shifts, Optional.empty());
    }

    /** Tried at all redshifts of its class, which it places itself. */
    public Template(SpectralClass spectralClass, double[][] vectors, double[] mean, double[][] covariance) {
        this(spectralClass, vectors, mean, covariance, ShiftRange.of(spectralClass));
    }

    /** The same with a basis that places its redshifts. */
    Template placedBy(Optional<VelocityBasis> other) {
        return new Template(spectralClass, vectors, mean, covariance, shifts, other);
    }
}
