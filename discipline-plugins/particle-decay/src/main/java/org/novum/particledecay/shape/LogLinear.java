package org.novum.particledecay.shape;

import java.util.ArrayList;
import java.util.List;
import org.novum.statistics.math.StableMath;

/** What the backgrounds of exponential form share. */
final class LogLinear {
    private LogLinear() {}

    static DensityFunction on(LogLinearDensity.Basis basis, Quadrature rule) {
        LogLinearDensity.Prepared prepared = LogLinearDensity.Prepared.of(basis, rule);
        return p -> new LogLinearDensity(basis, p, prepared);
    }

    static List<ShapeParameter> coefficients(int count, double limit) {
        List<ShapeParameter> parameters = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            parameters.add(new ShapeParameter("c" + k, 0, -limit, limit));
        }
        return List.copyOf(parameters);
    }

    /** Position in the window, -1 at the lower and 1 at the upper edge, to one row. */
    static void position(Window window, double[] masses, int from, int count, double[] row) {
        double centre = window.centre();
        double scale = 2 / window.width();
        for (int i = 0; i < count; i++) {
            row[i] = (masses[from + i] - centre) * scale;
        }
    }

    /** T_1 to T_n of the position in the window. */
    record InMass(Window window, int size) implements LogLinearDensity.Basis {
        @Override
        public void evaluate(double[] masses, int from, int count, double[][] rows) {
            position(window, masses, from, count, rows[0]);
            LogLinearDensity.chebyshev(rows, 0, size, count);
        }
    }

    /** T_1 to T_n of the position on the logarithmic mass axis. */
    record InLogMass(Window window, int size) implements LogLinearDensity.Basis {
        InLogMass {
            if (!(window.lower() > 0)) {
                throw new ShapeException("a polynomial in log m needs a window that starts above 0, not " + window);
            }
        }

        @Override
        public void evaluate(double[] masses, int from, int count, double[][] rows) {
            double low = StableMath.log(window.lower());
            double high = StableMath.log(window.upper());
            double centre = 0.5 * (low + high);
            double scale = 2 / (high - low);
            double[] row = rows[0];
            StableMath.log(masses, from, row, 0, count);
            for (int i = 0; i < count; i++) {
                row[i] = (row[i] - centre) * scale;
            }
            LogLinearDensity.chebyshev(rows, 0, size, count);
        }
    }

    /** log((m - threshold) / reference), then T_1 to T_n of the position. */
    record AboveThreshold(Window window, double threshold, int size) implements LogLinearDensity.Basis {
        @Override
        public void evaluate(double[] masses, int from, int count, double[][] rows) {
            double[] row = rows[0];
            double inverse = 1 / (window.upper() - threshold);
            for (int i = 0; i < count; i++) {
                row[i] = Math.max((masses[from + i] - threshold) * inverse, Double.MIN_NORMAL);
            }
            StableMath.log(row, 0, row, 0, count);
            position(window, masses, from, count, rows[1]);
            LogLinearDensity.chebyshev(rows, 1, size - 1, count);
        }
    }
}
