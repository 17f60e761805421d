package org.novum.spectra.spectrum;

import org.novum.spectra.numeric.CubicSpline;

/**
 * A spectrum shifted to the rest frame, on the pixels of templates. The arrays are not copied.
 *
 * @param flux interpolated; 0 where nothing is known
 * @param ivar of the nearer of the two pixels between which a value was interpolated, the smaller one
 */
public record RestFrame(double[] flux, double[] ivar) {
    /** Pixels at the ends that an interpolation would reach beyond. */
    private static final int MARGIN = 2;

    /** Shifts a spectrum whose redshift is known. */
    public static RestFrame of(GridSpectrum spectrum, double redshift) {
        double start = LogGrid.OFFSET - LogGrid.shift(redshift);
        double[] coefficients = CubicSpline.coefficients(spectrum.bridged());
        double[] flux = new double[LogGrid.REST_PIXELS];
        double[] ivar = new double[LogGrid.REST_PIXELS];
        int first = Math.max(0, (int) Math.ceil(start + spectrum.first()) + MARGIN);
        int end = Math.min(LogGrid.REST_PIXELS, (int) Math.floor(start + spectrum.end()) - MARGIN);
        for (int pixel = first; pixel < end; pixel++) {
            double position = pixel - start;
            int base = (int) Math.floor(position);
            double information = Math.min(spectrum.ivar()[base], spectrum.ivar()[base + 1]);
            if (information > 0) {
                flux[pixel] = CubicSpline.at(coefficients, position);
                ivar[pixel] = information;
            }
        }
        return new RestFrame(flux, ivar);
    }
}
