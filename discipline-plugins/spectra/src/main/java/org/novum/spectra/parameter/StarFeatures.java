package org.novum.spectra.parameter;

import java.util.Arrays;
import org.novum.spectra.numeric.Smoothing;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RestFrame;

/**
 * A star's spectrum from 4,000 to 5,700 Angstrom at rest, divided by its smoothed self, less 1: lines without the flux
 * calibration.
 */
public final class StarFeatures {
    private static final int FIRST = (int) Math.floor(LogGrid.restPosition(4000));
    private static final int LAST = (int) Math.floor(LogGrid.restPosition(5700));

    /** Width of the window that divides out the continuum: 1.9 % of the wavelength. */
    private static final double CONTINUUM = 80;

    /** Width to which the lines are smoothed, and every how many pixels they are sampled. */
    private static final int RESOLUTION = 4;

    /** Number of features. */
    public static final int COUNT = (LAST - FIRST) / RESOLUTION + 1;

    private static final double LEAST_COVER = 0.8;

    private StarFeatures() {}

    /**
     * The features of a star.
     *
     * @param spectrum on the common grid
     * @param redshift of the star
     * @return {@link #COUNT} numbers; empty if too little of the range is covered
     */
    public static double[] of(GridSpectrum spectrum, double redshift) {
        RestFrame rest = RestFrame.of(spectrum, redshift);
        double[] known = new double[LogGrid.REST_PIXELS];
        int covered = 0;
        for (int i = 0; i < known.length; i++) {
            known[i] = rest.ivar()[i] > 0 ? 1 : 0;
            covered += known[i] > 0 && i >= FIRST && i <= LAST ? 1 : 0;
        }
        if (covered < LEAST_COVER * (LAST - FIRST)) {
            return new double[0];
        }
        double[] level = Smoothing.wide(rest.flux(), known, CONTINUUM);
        double[] lines = new double[known.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = known[i] > 0 && level[i] > 0 ? rest.flux()[i] / level[i] - 1 : 0;
        }
        int margin = 6 * RESOLUTION;
        double[] part = Arrays.copyOfRange(lines, FIRST - margin, LAST + margin);
        double[] even = new double[part.length];
        Arrays.fill(even, 1);
        double[] smooth = Smoothing.gaussian(part, even, RESOLUTION);
        double[] features = new double[COUNT];
        for (int k = 0; k < COUNT; k++) {
            // As the file of the model stores them, so that trained and loaded models agree.
            features[k] = (float) smooth[margin + RESOLUTION * k];
        }
        return features;
    }
}
