package org.novum.particledecay.scan;

import java.util.Arrays;
import org.novum.particledecay.kinematics.MassResolution;

/**
 * Bins of equal width in units of the mass resolution, so that a narrow signal looks the same everywhere.
 *
 * <p>The coordinate is u(m) = ∫ dm'/σ(m'), in standard deviations from the lower end of the window.
 *
 * @param edges bin edges in GeV, ascending
 * @param step bin width in standard deviations
 */
record MassGrid(double[] edges, double step) {
    private static final int INTEGRATION_STEPS = 4000;
    private static final int MOST_BINS = 3000;

    /** Bins a window at {@code fineness} bins per standard deviation. */
    static MassGrid over(MassWindow window, MassResolution resolution, double fineness) {
        double[] masses = new double[INTEGRATION_STEPS + 1];
        double[] coordinate = new double[INTEGRATION_STEPS + 1];
        double width = (window.high() - window.low()) / INTEGRATION_STEPS;
        for (int i = 0; i <= INTEGRATION_STEPS; i++) {
            masses[i] = window.low() + i * width;
            if (i > 0) {
                coordinate[i] = coordinate[i - 1] + width / resolution.at(masses[i] - 0.5 * width);
            }
        }
        double length = coordinate[INTEGRATION_STEPS];
        int bins = (int) Math.max(24, Math.min(MOST_BINS, Math.ceil(length * fineness)));
        double[] edges = new double[bins + 1];
        int at = 0;
        for (int i = 0; i <= bins; i++) {
            double wanted = length * i / bins;
            while (at < INTEGRATION_STEPS - 1 && coordinate[at + 1] < wanted) {
                at++;
            }
            edges[i] = masses[at] + width * (wanted - coordinate[at]) / (coordinate[at + 1] - coordinate[at]);
        }
        edges[0] = window.low();
        edges[bins] = window.high();
        return new MassGrid(edges, length / bins);
    }

    int bins() {
        return edges.length - 1;
    }

    double centre(int bin) {
        return 0.5 * (edges[bin] + edges[bin + 1]);
    }

    double width(int bin) {
        return edges[bin + 1] - edges[bin];
    }

    /** Counts masses per bin; masses outside the window do not count, the upper end belongs to the last bin. */
    double[] count(double[] masses) {
        double[] counts = new double[bins()];
        for (double mass : masses) {
            if (mass >= edges[0] && mass <= edges[bins()]) {
                int found = Arrays.binarySearch(edges, mass);
                int bin = found >= 0 ? found : -found - 2;
                counts[Math.min(bin, bins() - 1)]++;
            }
        }
        return counts;
    }
}
