package org.novum.particledecay.generate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A positive density over an interval of mass, tabulated so that it can be drawn from and integrated. */
final class TabulatedDensity {
    private static final int CELLS = 4000;

    private final double low;
    private final double high;
    private final double[] cumulative = new double[CELLS + 1];

    TabulatedDensity(double low, double high, DoubleUnaryOperator density) {
        this.low = low;
        this.high = high;
        for (int cell = 0; cell < CELLS; cell++) {
            double value = density.applyAsDouble(low + (cell + 0.5) * (high - low) / CELLS);
            cumulative[cell + 1] = cumulative[cell] + Math.max(0, value);
        }
        double total = cumulative[CELLS];
        if (!(total > 0)) {
            throw new GenerateException("background density over [" + low + ", " + high + "] GeV vanishes");
        }
        for (int cell = 1; cell <= CELLS; cell++) {
            cumulative[cell] /= total;
        }
    }

    double draw(SplittableRandom random) {
        double uniform = random.nextDouble();
        int found = Arrays.binarySearch(cumulative, uniform);
        int cell = found >= 0 ? Math.min(found, CELLS - 1) : -found - 2;
        double inside = cumulative[cell + 1] > cumulative[cell]
                ? (uniform - cumulative[cell]) / (cumulative[cell + 1] - cumulative[cell]) : 0.5;
        return low + (cell + inside) * (high - low) / CELLS;
    }

    /** Normalised density at a mass, per GeV. */
    double at(double mass) {
        int cell = (int) ((mass - low) / (high - low) * CELLS);
        if (cell < 0 || cell >= CELLS) {
            return 0;
        }
        return (cumulative[cell + 1] - cumulative[cell]) * CELLS / (high - low);
    }
}
