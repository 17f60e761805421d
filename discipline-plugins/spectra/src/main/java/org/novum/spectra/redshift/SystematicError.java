package org.novum.spectra.redshift;

import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/**
 * What a redshift's error has beyond the noise, in km/s: templates that are not quite the object, calibration of wavelengths,
 * and what "the" redshift of an object of many parts is. Estimated from cross-validated answers, as docs/spectra.md says.
 */
final class SystematicError {
    private SystematicError() {}

    /** Standard deviation in km/s. */
    static double velocity(SpectralClass spectralClass) {
        return switch (spectralClass) {
            case GALAXY -> 4;
            case QSO -> 125;
            case STAR -> 4.5;
        };
    }

    /** The candidate with this term in its error, in quadrature. */
    static Candidate included(Candidate candidate) {
        double term = velocity(candidate.spectralClass()) / LogGrid.LIGHT * (1 + candidate.redshift());
        return candidate.placed(candidate.redshift(), Math.sqrt(candidate.error() * candidate.error() + term * term));
    }
}
