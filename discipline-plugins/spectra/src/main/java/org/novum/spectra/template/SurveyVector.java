package org.novum.spectra.template;

import java.util.Arrays;
import org.novum.spectra.spectrum.LogGrid;

/**
 * A template of a survey on the pixels of templates. The array is not copied.
 *
 * @param flux 0 outside the range
 * @param first first pixel that the survey's vector covers
 * @param end one past the last
 */
record SurveyVector(double[] flux, int first, int end) {
    /** Interpolates between the survey's pixels, which are exactly ours where they are on the same grid. */
    static SurveyVector of(double[] wavelength, double[] flux) {
        int from = 0;
        int to = flux.length;
        while (from < to && (flux[from] == 0 || !Double.isFinite(flux[from]))) {
            from++;
        }
        while (to > from && (flux[to - 1] == 0 || !Double.isFinite(flux[to - 1]))) {
            to--;
        }
        double[] on = new double[LogGrid.REST_PIXELS];
        if (to - from < 2) {
            return new SurveyVector(on, 0, 0);
        }
        double[] position = new double[flux.length];
        for (int i = from; i < to; i++) {
            position[i] = snapped(LogGrid.restPosition(wavelength[i]));
        }
        int first = Math.max(0, (int) Math.ceil(position[from]));
        int end = Math.min(on.length, (int) Math.floor(position[to - 1]) + 1);
        int left = from;
        for (int pixel = first; pixel < end; pixel++) {
            while (left + 2 < to && position[left + 1] <= pixel) {
                left++;
            }
            double share = (pixel - position[left]) / (position[left + 1] - position[left]);
            on[pixel] = flux[left] + share * (flux[left + 1] - flux[left]);
        }
        return new SurveyVector(on, Math.min(first, Math.max(first, end)), Math.max(first, end));
    }

    /** Rounding of logarithms must not blur. */
    private static double snapped(double position) {
        double whole = Math.rint(position);
        return Math.abs(position - whole) < 1e-6 ? whole : position;
    }

    /** Its pixels alone. */
    double[] covered() {
        return Arrays.copyOfRange(flux, first, end);
    }
}
