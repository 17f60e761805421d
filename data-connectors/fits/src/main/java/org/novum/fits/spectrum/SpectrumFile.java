package org.novum.fits.spectrum;

import java.util.OptionalInt;

/** A file that is open, with the spectra of one or more objects. */
public interface SpectrumFile {
    /** How many objects it has. */
    int size();

    /** Which object is at this place, from 0. */
    Identity identity(int index);

    /**
     * Reads one object as the file has it; {@link Checks} come later.
     *
     * @throws SpectrumException if it cannot be read
     */
    SpectrumRow.Spectrum read(int index);

    /** The same objects with each exposure by itself; the file as it is where it has no single exposures. */
    default SpectrumFile exposures() {
        return this;
    }

    /** The same objects with the survey's best model of each; the file as it is where it has no models. */
    default SpectrumFile models() {
        return this;
    }

    /** The survey's number of the exposure at this place; empty where it is what all exposures gave together. */
    default OptionalInt exposure(int index) {
        return OptionalInt.empty();
    }
}
