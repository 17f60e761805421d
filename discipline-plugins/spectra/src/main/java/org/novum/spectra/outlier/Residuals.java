package org.novum.spectra.outlier;

import java.util.Arrays;
import java.util.List;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.NightSky;
import org.novum.statistics.math.StableMath;

/** What is left of a spectrum when its best model is taken away, searched for lines, shapes, noise and sky. */
public final class Residuals {
    /** Widths of lines that are sought, in pixels of 69 km/s (standard deviation). */
    private static final double[] WIDTHS = {2.5, 8, 25};

    /** A line stands on the mean level of so many pixels on each side. */
    private static final int SURROUNDINGS = 120;

    /** A stretch of the continuum, in pixels. */
    private static final int STRETCH = 256;

    private final GridSpectrum spectrum;
    private final double[] model;
    private final double[] pulls;
    private final double[] flat;
    private final boolean[] sky;

    /** @param model of the spectrum, on the same pixels and in the same unit */
    public Residuals(GridSpectrum spectrum, double[] model) {
        this.spectrum = spectrum;
        this.model = model;
        pulls = new double[model.length];
        sky = NightSky.pixels();
        for (int i = 0; i < pulls.length; i++) {
            pulls[i] = (spectrum.flux()[i] - model[i]) * Math.sqrt(spectrum.ivar()[i]);
        }
        flat = flattened();
    }

    /** One sighting per way of being odd, in the order of {@link Oddity}. */
    public List<Sighting> sightings() {
        return List.of(line(Oddity.EMISSION, 1), line(Oddity.ABSORPTION, -1), shape(), noise(), sky());
    }

    /** The pulls less their mean level in the surroundings, so that a wrong continuum is no line. */
    private double[] flattened() {
        double[] sum = new double[pulls.length + 1];
        int[] count = new int[pulls.length + 1];
        for (int i = 0; i < pulls.length; i++) {
            // A strong line must not dig a trough beside itself.
            sum[i + 1] = sum[i] + Math.max(-3, Math.min(3, pulls[i]));
            count[i + 1] = count[i] + (spectrum.ivar()[i] > 0 ? 1 : 0);
        }
        double[] result = new double[pulls.length];
        for (int i = 0; i < pulls.length; i++) {
            int from = Math.max(0, i - SURROUNDINGS);
            int to = Math.min(pulls.length, i + SURROUNDINGS + 1);
            int known = count[to] - count[from];
            result[i] = spectrum.ivar()[i] > 0 && known > 0 ? pulls[i] - (sum[to] - sum[from]) / known : 0;
        }
        return result;
    }

    /** The strongest line of a sign outside the bands of the sky, by a matched filter. */
    private Sighting line(Oddity oddity, int sign) {
        double best = 0;
        int at = spectrum.first();
        double width = WIDTHS[0];
        for (double sigma : WIDTHS) {
            int reach = (int) Math.ceil(2.5 * sigma);
            double[] kernel = new double[2 * reach + 1];
            for (int k = -reach; k <= reach; k++) {
                kernel[k + reach] = StableMath.exp(-0.5 * k * k / (sigma * sigma));
            }
            for (int i = spectrum.first() + reach; i < spectrum.end() - reach; i++) {
                double strength = sky[i] ? 0 : sign * filtered(i, kernel);
                if (strength > best) {
                    best = strength;
                    at = i;
                    width = sigma;
                }
            }
        }
        int reach = (int) Math.ceil(1.5 * width);
        return sighting(oddity, best, Math.max(0, at - reach), Math.min(pulls.length - 1, at + reach));
    }

    /** Signal over noise of a profile; 0 where less than half of it is covered. */
    private double filtered(int centre, double[] kernel) {
        int reach = kernel.length / 2;
        double sum = 0;
        double norm = 0;
        int known = 0;
        for (int k = 0; k < kernel.length; k++) {
            int i = centre - reach + k;
            if (spectrum.ivar()[i] > 0) {
                // One hot pixel is no line.
                sum += kernel[k] * Math.max(-8, Math.min(8, flat[i]));
                norm += kernel[k] * kernel[k];
                known++;
            }
        }
        return known > kernel.length / 2 ? sum / Math.sqrt(norm) : 0;
    }

    private Sighting shape() {
        double best = 0;
        int at = spectrum.first();
        for (int from = spectrum.first(); from + STRETCH / 2 < spectrum.end(); from += STRETCH / 4) {
            double sum = 0;
            int known = 0;
            for (int i = from; i < Math.min(from + STRETCH, spectrum.end()); i++) {
                if (spectrum.ivar()[i] > 0 && !sky[i]) {
                    sum += Math.max(-8, Math.min(8, pulls[i]));
                    known++;
                }
            }
            double strength = known > STRETCH / 4 ? Math.abs(sum) / Math.sqrt(known) : 0;
            if (strength > best) {
                best = strength;
                at = from;
            }
        }
        return sighting(Oddity.SHAPE, best, at, Math.min(at + STRETCH, spectrum.end()) - 1);
    }

    /** Median size of the differences of neighbours, relative to that of normal noise of the stated errors. */
    private Sighting noise() {
        double[] differences = new double[pulls.length];
        int count = 0;
        for (int i = spectrum.first() + 1; i < spectrum.end(); i++) {
            if (spectrum.ivar()[i] > 0 && spectrum.ivar()[i - 1] > 0) {
                differences[count++] = Math.abs(pulls[i] - pulls[i - 1]);
            }
        }
        // The median of |N(0, 2)| is 0.6745 times the square root of 2.
        double ratio = median(differences, count) / (0.67449 * Math.sqrt(2));
        // Errors that are overestimated are not odd.
        return sighting(Oddity.NOISE, Math.max(1, ratio), spectrum.first(), spectrum.end() - 1);
    }

    private Sighting sky() {
        double best = 0;
        int first = spectrum.first();
        int last = spectrum.end() - 1;
        for (NightSky.Band band : NightSky.bands(spectrum.first(), spectrum.end())) {
            int from = band.first();
            int to = band.end();
            double[] sizes = new double[Math.max(0, to - from)];
            int count = 0;
            for (int i = from; i < to; i++) {
                if (spectrum.ivar()[i] > 0) {
                    sizes[count++] = Math.abs(pulls[i]);
                }
            }
            double ratio = count >= 5 ? median(sizes, count) / 0.67449 : 0;
            if (ratio > best) {
                best = ratio;
                first = from;
                last = to - 1;
            }
        }
        return sighting(Oddity.SKY, best, first, last);
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[count / 2];
    }

    private Sighting sighting(Oddity oddity, double strength, int from, int to) {
        double difference = 0;
        double level = 0;
        for (int i = from; i <= to; i++) {
            if (spectrum.ivar()[i] > 0 && (!sky[i] || oddity == Oddity.SKY)) {
                difference += spectrum.flux()[i] - model[i];
                level += model[i];
            }
        }
        return new Sighting(
                oddity,
                strength,
                LogGrid.wavelength(from),
                LogGrid.wavelength(to),
                level > 0 ? difference / level : 0);
    }
}
