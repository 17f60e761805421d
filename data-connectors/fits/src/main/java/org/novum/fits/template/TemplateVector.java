package org.novum.fits.template;

/**
 * One row of templates. The arrays are not copied.
 *
 * @param name of the vector in its file
 * @param spectralClass as its file calls it: GALAXY, QSO, STAR
 * @param kind what it is
 * @param wavelength at rest, in vacuum, Angstrom; increasing
 * @param flux per Angstrom, in units of its own
 */
record TemplateVector(String name, String spectralClass, Kind kind, double[] wavelength, double[] flux) {
    /** What a row is. */
    enum Kind {
        /** A vector of a basis: spectra are sums of it and the others of its file. */
        VECTOR,
        /** The spectrum of one object. */
        SPECTRUM
    }
}
