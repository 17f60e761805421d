package org.novum.spectra.plot;

import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;

/**
 * A spectrum in bins of a few pixels, averaged by inverse variance: as much as a drawing can show. The arrays are not
 * copied.
 *
 * @param pixels the bins' first pixels
 * @param spectrum that was binned
 * @param size of a bin in pixels
 * @param flux mean; not a number where nothing is known
 */
record Binned(int[] pixels, GridSpectrum spectrum, int size, double[] flux) {
    static Binned of(GridSpectrum spectrum, int size) {
        int count = (spectrum.end() - spectrum.first() + size - 1) / size;
        int[] pixels = new int[count];
        for (int bin = 0; bin < count; bin++) {
            pixels[bin] = spectrum.first() + bin * size;
        }
        Binned empty = new Binned(pixels, spectrum, size, new double[0]);
        return new Binned(pixels, spectrum, size, empty.same(spectrum.flux()));
    }

    /** Centres of the bins, Angstrom. */
    double[] wavelength() {
        double[] wavelength = new double[pixels.length];
        for (int bin = 0; bin < wavelength.length; bin++) {
            wavelength[bin] = LogGrid.wavelength(pixels[bin] + (size - 1) / 2.0);
        }
        return wavelength;
    }

    /** Standard deviation of the mean; not a number where nothing is known. */
    double[] error() {
        double[] error = new double[pixels.length];
        for (int bin = 0; bin < error.length; bin++) {
            error[bin] = 1 / Math.sqrt(information(bin));
            error[bin] = Double.isInfinite(error[bin]) ? Double.NaN : error[bin];
        }
        return error;
    }

    /** Other values on the same pixels, averaged with the same weights. */
    double[] same(double[] values) {
        double[] means = new double[pixels.length];
        for (int bin = 0; bin < means.length; bin++) {
            for (int i = pixels[bin]; i < end(bin); i++) {
                means[bin] += spectrum.ivar()[i] * values[i];
            }
            means[bin] /= information(bin);
        }
        return means;
    }

    private int end(int bin) {
        return Math.min(pixels[bin] + size, spectrum.end());
    }

    private double information(int bin) {
        double information = 0;
        for (int i = pixels[bin]; i < end(bin); i++) {
            information += spectrum.ivar()[i];
        }
        return information;
    }
}
