package org.novum.spectra.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;

/**
 * What a spectrum has beyond its best model, in windows of the rest frame. The array is not copied.
 *
 * @param windows sum of residuals over its error per window, cut at 8 standard deviations so that no window decides alone;
 *     not a number where the spectrum says nothing
 */
public record Profile(double[] windows) {
    /** Pixels of a window: 2,200 km/s. */
    static final int WIDTH = 32;

    static final int COUNT = LogGrid.REST_PIXELS / WIDTH;

    private static final double MOST = 8;

    /** Windows in common below which two profiles cannot be compared. */
    private static final int FEWEST = 40;

    /** The profile of a spectrum. */
    static Profile of(GridSpectrum spectrum, double[] model, double redshift) {
        double[] sum = new double[COUNT];
        int[] known = new int[COUNT];
        int offset = LogGrid.OFFSET - (int) Math.round(LogGrid.shift(redshift));
        for (int i = spectrum.first(); i < spectrum.end(); i++) {
            int window = Math.floorDiv(i + offset, WIDTH);
            if (spectrum.ivar()[i] > 0 && window >= 0 && window < COUNT) {
                sum[window] += (spectrum.flux()[i] - model[i]) * Math.sqrt(spectrum.ivar()[i]);
                known[window]++;
            }
        }
        double[] windows = new double[COUNT];
        for (int window = 0; window < COUNT; window++) {
            windows[window] = known[window] < WIDTH / 2
                    ? Double.NaN
                    : Math.clamp(sum[window] / Math.sqrt(known[window]), -MOST, MOST);
        }
        return new Profile(windows);
    }

    /** Correlation over the windows that both know; 0 where they are too few. */
    double correlation(Profile other) {
        double[] sums = new double[5];
        int count = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = windows[i];
            double y = other.windows[i];
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                count++;
                sums[0] += x;
                sums[1] += y;
                sums[2] += x * x;
                sums[3] += y * y;
                sums[4] += x * y;
            }
        }
        double spread = (sums[2] - sums[0] * sums[0] / count) * (sums[3] - sums[1] * sums[1] / count);
        return count < FEWEST || !(spread > 0) ? 0 : (sums[4] - sums[0] * sums[1] / count) / Math.sqrt(spread);
    }

    /** The same residuals at other wavelengths: moved round within the windows that are known. */
    Profile moved(int by) {
        int[] known = java.util.stream.IntStream.range(0, COUNT)
                .filter(i -> !Double.isNaN(windows[i]))
                .toArray();
        double[] moved = new double[COUNT];
        Arrays.fill(moved, Double.NaN);
        for (int i = 0; i < known.length; i++) {
            moved[known[(i + by) % known.length]] = windows[known[i]];
        }
        return new Profile(moved);
    }

    /** How many windows are known. */
    int known() {
        return (int) Arrays.stream(windows).filter(value -> !Double.isNaN(value)).count();
    }

    /** Wavelength of a window's middle at rest, Angstrom. */
    static double wavelength(int window) {
        return LogGrid.wavelength((window + 0.5) * WIDTH - 0.5 - LogGrid.OFFSET);
    }

    /** As the plan keeps it, to hundredths; null where nothing is known. */
    ArrayNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double value : windows) {
            if (Double.isNaN(value)) {
                array.addNull();
            } else {
                array.add(Math.rint(value * 100) / 100);
            }
        }
        return array;
    }

    static Profile of(JsonNode array) {
        double[] windows = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            windows[i] = array.path(i).isNumber() ? array.path(i).asDouble() : Double.NaN;
        }
        return new Profile(windows);
    }
}
