package org.novum.spectra.line;

import org.novum.spectra.numeric.Selection;
import org.novum.spectra.spectrum.GridSpectrum;

/** The continuum under the lines: medians of wide windows without the pixels of lines, joined by straight lines. */
public final class Continuum {
    private static final int STEP = 25;
    private static final int REACH = 75;
    private static final int FEWEST = 25;

    private Continuum() {}

    /**
     * The continuum.
     *
     * @param inLine per pixel whether a line may contribute
     * @return on the pixels of the grid; constant beyond the spectrum's ends
     */
    public static double[] of(GridSpectrum spectrum, boolean[] inLine) {
        int nodes = (spectrum.flux().length + STEP - 1) / STEP + 1;
        double[] value = new double[nodes];
        boolean[] known = new boolean[nodes];
        double[] window = new double[2 * REACH + 1];
        for (int node = 0; node < nodes; node++) {
            int count = 0;
            for (int i = Math.max(0, STEP * node - REACH); i <= Math.min(inLine.length - 1, STEP * node + REACH); i++) {
                if (spectrum.ivar()[i] > 0 && !inLine[i]) {
                    window[count++] = spectrum.flux()[i];
                }
            }
            if (count >= FEWEST) {
                value[node] = Selection.median(window, count);
                known[node] = true;
            }
        }
        bridge(value, known);
        double[] continuum = new double[inLine.length];
        for (int i = 0; i < continuum.length; i++) {
            int node = i / STEP;
            double part = (double) (i % STEP) / STEP;
            continuum[i] = value[node] * (1 - part) + value[node + 1] * part;
        }
        return continuum;
    }

    private static void bridge(double[] value, boolean[] known) {
        int last = -1;
        for (int node = 0; node < value.length; node++) {
            if (!known[node]) {
                continue;
            }
            for (int gap = last + 1; gap < node; gap++) {
                value[gap] = last < 0
                        ? value[node]
                        : value[last] + (value[node] - value[last]) * (gap - last) / (node - last);
            }
            last = node;
        }
        for (int gap = last + 1; last >= 0 && gap < value.length; gap++) {
            value[gap] = value[last];
        }
    }
}
