package org.novum.particledecay.shape;

import java.util.List;

/**
 * Chebyshev polynomial background 1 + sum_k c_k T_k(x), x from -1 to 1 over the window.
 *
 * <p>May become negative for extreme coefficients; a fit rejects such a step where an event lies.
 *
 * @param order 0 (flat) to 6
 */
public record Chebyshev(int order) implements BackgroundShape {
    public Chebyshev {
        BackgroundShape.requireOrder("the Chebyshev polynomial", order, 0);
    }

    @Override
    public String name() {
        return order == 0 ? "flat" : "chebyshev-" + order;
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        return LogLinear.coefficients(order, 3);
    }

    @Override
    public DensityFunction on(Window window) {
        return p -> new At(window, p.clone());
    }

    private record At(Window window, double[] coefficients) implements Density {
        @Override
        public void evaluate(double[] masses, int from, int count, DensityBlock block) {
            double[] values = block.values();
            double[][] rows = block.derivatives();
            double half = 0.5 * window.width();
            double integral = 2;
            if (coefficients.length > 0) {
                LogLinear.position(window, masses, from, count, rows[0]);
                LogLinearDensity.chebyshev(rows, 0, coefficients.length, count);
            }
            for (int i = 0; i < count; i++) {
                values[i] = 1;
            }
            for (int k = 1; k <= coefficients.length; k++) {
                integral += coefficients[k - 1] * integral(k);
                accumulate(rows[k - 1], coefficients[k - 1], values, count);
            }
            double inverse = 1 / (integral * half);
            for (int i = 0; i < count; i++) {
                values[i] *= inverse;
            }
            for (int k = 1; k <= coefficients.length; k++) {
                double[] row = rows[k - 1];
                double slope = integral(k) / integral;
                for (int i = 0; i < count; i++) {
                    row[i] = row[i] * inverse - values[i] * slope;
                }
            }
        }

        private static void accumulate(double[] row, double coefficient, double[] values, int count) {
            for (int i = 0; i < count; i++) {
                values[i] += coefficient * row[i];
            }
        }

        /** Integral of T_k from -1 to 1. */
        private static double integral(int k) {
            return k % 2 == 1 ? 0 : 2.0 / (1 - k * k);
        }
    }
}
