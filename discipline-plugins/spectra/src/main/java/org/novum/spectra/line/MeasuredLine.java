package org.novum.spectra.line;

/**
 * A line as it was measured.
 *
 * @param line which one
 * @param observed wavelength in vacuum, Angstrom
 * @param flux integrated, in the unit of flux times Angstrom
 * @param fluxError one standard deviation
 * @param width standard deviation, km/s, with the instrument's
 * @param widthError one standard deviation
 * @param equivalentWidth observed, Angstrom; positive in emission
 * @param equivalentWidthError one standard deviation
 * @param continuum under the line
 */
public record MeasuredLine(
        EmissionLine line,
        double observed,
        double flux,
        double fluxError,
        double width,
        double widthError,
        double equivalentWidth,
        double equivalentWidthError,
        double continuum) {
    /** Flux over its error. */
    public double significance() {
        return flux / fluxError;
    }
}
