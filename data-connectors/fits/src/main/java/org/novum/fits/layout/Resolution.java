package org.novum.fits.layout;

import org.novum.fits.hdu.Hdu;

/**
 * Width of the instrument's line profile from DESI's resolution matrix (Bolton and Schlegel 2010, PASP 122, 248).
 *
 * <p>The matrix is stored by diagonals, the uppermost first: the number in diagonal {@code d} and column {@code j} says how
 * much of the light at pixel {@code j} falls on pixel {@code j - offset(d)}.
 */
final class Resolution {
    private Resolution() {}

    /**
     * Standard deviation of the profile at each pixel, from its second moment.
     *
     * @param matrices image of object, diagonal and pixel
     * @param index of the object
     * @param wavelength of the pixels, Angstrom
     * @return Angstrom; 0 where the matrix has no profile
     */
    static double[] sigma(Hdu matrices, int index, double[] wavelength) {
        int diagonals = matrices.axes()[1];
        int count = wavelength.length;
        double[] sum = new double[count];
        double[] first = new double[count];
        double[] second = new double[count];
        for (int diagonal = 0; diagonal < diagonals; diagonal++) {
            double offset = diagonals / 2 - diagonal;
            double[] weights = matrices.row(index, diagonal);
            for (int pixel = 0; pixel < count; pixel++) {
                sum[pixel] += weights[pixel];
                first[pixel] += weights[pixel] * offset;
                second[pixel] += weights[pixel] * offset * offset;
            }
        }
        double[] sigma = new double[count];
        for (int pixel = 0; pixel < count; pixel++) {
            double mean = first[pixel] / sum[pixel];
            double variance = second[pixel] / sum[pixel] - mean * mean;
            sigma[pixel] = sum[pixel] > 0 && variance > 0 ? Math.sqrt(variance) * step(wavelength, pixel) : 0;
        }
        return sigma;
    }

    private static double step(double[] wavelength, int pixel) {
        int from = Math.max(0, pixel - 1);
        int to = Math.min(wavelength.length - 1, pixel + 1);
        return to > from ? (wavelength[to] - wavelength[from]) / (to - from) : 0;
    }
}
