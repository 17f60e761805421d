package org.novum.spectra.spectrum;

import org.apache.commons.math3.util.FastMath;

/**
 * The common grid: pixels of equal width in log10 of the vacuum wavelength, so that a redshift is a shift.
 *
 * <p>Pixel {@code i} of an observed spectrum is centred on {@code log10(lambda / Angstrom) = 3.54 + 1e-4 i}; pixel
 * {@code j} of a template, in the rest frame, on {@code 2.89 + 1e-4 j}. The step is that of SDSS: 69.03 km/s.
 */
public final class LogGrid {
    /** Width of a pixel in log10 of the wavelength. */
    public static final double STEP = 1e-4;

    /** log10 of the first observed wavelength, Angstrom. */
    public static final double START = 3.54;

    /** Observed pixels: 3,467 to 10,715 Angstrom. */
    public static final int PIXELS = 4900;

    /** log10 of the first wavelength of a template, Angstrom. */
    public static final double REST_START = 2.89;

    /** Pixels of a template: 776 to 11,220 Angstrom. */
    public static final int REST_PIXELS = 11_600;

    /** Pixel of a template under pixel 0 of an observed spectrum at redshift 0. */
    public static final int OFFSET = 6500;

    /** Speed of light, km/s. */
    public static final double LIGHT = 299_792.458;

    private LogGrid() {}

    /** Shift in pixels of a redshift. */
    public static double shift(double redshift) {
        return FastMath.log10(1 + redshift) / STEP;
    }

    /** Redshift of a shift in pixels. */
    public static double redshift(double shift) {
        return FastMath.pow(10, shift * STEP) - 1;
    }

    /** Position of a wavelength (vacuum, Angstrom) on the observed grid, in pixels. */
    public static double position(double wavelength) {
        return (FastMath.log10(wavelength) - START) / STEP;
    }

    /** Position of a wavelength (vacuum, Angstrom, at rest) on the grid of templates, in pixels. */
    public static double restPosition(double wavelength) {
        return (FastMath.log10(wavelength) - REST_START) / STEP;
    }

    /** Wavelength at a position on the observed grid, Angstrom. */
    public static double wavelength(double position) {
        return FastMath.pow(10, START + STEP * position);
    }
}
