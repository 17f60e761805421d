package org.novum.spectra.template;

import org.novum.spectra.spectrum.GridSpectrum;

/**
 * A spectrum whose class and redshift are known.
 *
 * @param place where it is from
 * @param spectrum on the common grid
 * @param spectralClass of the object
 * @param redshift of the object
 * @param precision of the redshift
 */
public record TrainingSpectrum(
        String place, GridSpectrum spectrum, SpectralClass spectralClass, double redshift, Precision precision) {
    /** How well a redshift is known. */
    public enum Precision {
        /** Well enough to build templates on. */
        PRECISE,
        /** Well enough to recognise; it is measured anew against the templates of the precise ones. */
        ROUGH
    }

    /** With another redshift. */
    TrainingSpectrum at(double other) {
        return new TrainingSpectrum(place, spectrum, spectralClass, other, precision);
    }
}
