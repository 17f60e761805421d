package org.novum.particledecay.shape;

/** Sum of Bernstein polynomials; each integrates to width / (order + 1). */
final class BernsteinDensity implements Density {
    private final Window window;
    private final Bernstein shape;
    private final double[] coefficients;
    private final double inverseIntegral;

    BernsteinDensity(Window window, Bernstein shape, double[] parameters) {
        this.window = window;
        this.shape = shape;
        this.coefficients = shape.coefficients(parameters);
        double sum = 0;
        for (double coefficient : coefficients) {
            sum += coefficient;
        }
        this.inverseIntegral = (shape.order() + 1) / (sum * window.width());
    }

    @Override
    public void evaluate(double[] masses, int from, int count, DensityBlock block) {
        double[] values = block.values();
        double[] x = block.scratch(0);
        double[] polynomial = block.scratch(1);
        double inverseWidth = 1 / window.width();
        for (int i = 0; i < count; i++) {
            x[i] = (masses[from + i] - window.lower()) * inverseWidth;
            values[i] = 0;
        }
        int order = shape.order();
        for (int k = 0, j = 0; k <= order; k++) {
            basis(k, order, count, new double[][] {x, polynomial});
            double coefficient = coefficients[k];
            for (int i = 0; i < count; i++) {
                values[i] += coefficient * polynomial[i];
            }
            if (k != shape.pivot()) {
                System.arraycopy(polynomial, 0, block.derivative(j++), 0, count);
            }
        }
        normalise(block, count);
    }

    private void normalise(DensityBlock block, int count) {
        double[] values = block.values();
        double factor = inverseIntegral;
        for (int i = 0; i < count; i++) {
            values[i] *= factor;
        }
        double slope = inverseIntegral * window.width() / (shape.order() + 1);
        for (int j = 0; j < shape.order(); j++) {
            double[] derivative = block.derivative(j);
            for (int i = 0; i < count; i++) {
                derivative[i] = derivative[i] * factor - values[i] * slope;
            }
        }
    }

    /** C(n,k) x^k (1-x)^(n-k) of the first row to the second. */
    private static void basis(int k, int order, int count, double[][] rows) {
        double binomial = 1;
        for (int j = 1; j <= k; j++) {
            binomial = binomial * (order - k + j) / j;
        }
        double[] x = rows[0];
        double[] out = rows[1];
        for (int i = 0; i < count; i++) {
            out[i] = binomial;
        }
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < count; i++) {
                out[i] *= x[i];
            }
        }
        for (int j = k; j < order; j++) {
            for (int i = 0; i < count; i++) {
                out[i] *= 1 - x[i];
            }
        }
    }
}
