package org.novum.spectra.redshift;

import org.novum.spectra.template.SpectralClass;

/**
 * A possible answer.
 *
 * @param spectralClass of the object
 * @param redshift of the object
 * @param error of the redshift, from the curvature of the evidence
 * @param evidence minus twice its logarithm; comparable between the candidates of one spectrum
 */
public record Candidate(SpectralClass spectralClass, double redshift, double error, double evidence) {
    /** The same at another place, with the error of that. */
    Candidate placed(double other, double otherError) {
        return new Candidate(spectralClass, other, otherError, evidence);
    }
}
