package org.novum.fits.spectrum;

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
}
