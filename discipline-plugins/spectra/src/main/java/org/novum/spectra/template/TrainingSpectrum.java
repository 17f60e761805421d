package org.novum.spectra.template;

import java.util.Optional;
import org.novum.spectra.spectrum.GridSpectrum;

/**
 * A spectrum whose class and redshift are known.
 *
 * @param place where it is from
 * @param spectrum on the common grid
 * @param spectralClass of the object
 * @param redshift of the object
 * @param precision of the redshift
 * @param model that the survey fitted at this redshift, if it is known
 */
public record TrainingSpectrum(
        String place,
        GridSpectrum spectrum,
        SpectralClass spectralClass,
        double redshift,
        Precision precision,
        Optional<GridSpectrum> model) {
    /** How well a redshift is known. */
    public enum Precision {
        /** Well enough to build templates on. */
        PRECISE,
        /** Well enough to recognise; it is measured anew against the templates of the precise ones. */
        ROUGH
    }

    /** A spectrum whose survey's model is not known. */
    public TrainingSpectrum(
            String place, GridSpectrum spectrum, SpectralClass spectralClass, double redshift, Precision precision) {
        this(place, spectrum, spectralClass, redshift, precision, Optional.empty());
    }

    /** With another redshift. */
    TrainingSpectrum at(double other) {
        return new TrainingSpectrum(place, spectrum, spectralClass, other, precision, model);
    }
}
