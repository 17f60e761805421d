package org.novum.particledecay.shape;

import org.novum.statistics.math.StableMath;

/**
 * Density exp(sum_k c_k phi_k(m)) / Z with fixed functions phi_k: the exponential family, whose likelihood is convex.
 *
 * <p>Derivatives are f (phi_k - mean of phi_k), the means being taken with the density itself.
 */
final class LogLinearDensity implements Density {
    /** The functions phi_k. */
    interface Basis {
        int size();

        /** Writes all functions of some masses, one row per function. */
        void evaluate(double[] masses, int from, int count, double[][] rows);
    }

    private final Basis basis;
    private final double[] coefficients;
    private final double logIntegral;
    private final double[] means;

    LogLinearDensity(Basis basis, double[] coefficients, Prepared prepared) {
        this.basis = basis;
        this.coefficients = coefficients.clone();
        int nodes = prepared.weights.length;
        double[] density = new double[nodes];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < nodes; i++) {
            for (int k = 0; k < coefficients.length; k++) {
                density[i] += coefficients[k] * prepared.rows[k][i];
            }
            highest = Math.max(highest, density[i]);
        }
        for (int i = 0; i < nodes; i++) {
            density[i] -= highest;
        }
        StableMath.exp(density, 0, density, 0, nodes);
        double integral = StableMath.dot(density, prepared.weights, 0, nodes);
        for (int i = 0; i < nodes; i++) {
            density[i] *= prepared.weights[i];
        }
        this.means = new double[coefficients.length];
        for (int k = 0; k < means.length; k++) {
            means[k] = StableMath.dot(density, prepared.rows[k], 0, nodes) / integral;
        }
        this.logIntegral = StableMath.log(integral) + highest;
        if (!(Math.abs(logIntegral) < Double.POSITIVE_INFINITY)) {
            throw new ShapeException("a background density cannot be normalised: coefficients out of range");
        }
    }

    /** Basis functions at the nodes of the integration rule, computed once per window. */
    record Prepared(double[] weights, double[][] rows) {
        static Prepared of(Basis basis, Quadrature rule) {
            double[] nodes = rule.nodes();
            double[][] rows = new double[basis.size()][nodes.length];
            double[][] part = new double[basis.size()][DensityBlock.SIZE];
            for (int from = 0; from < nodes.length; from += DensityBlock.SIZE) {
                int count = Math.min(DensityBlock.SIZE, nodes.length - from);
                basis.evaluate(nodes, from, count, part);
                for (int k = 0; k < rows.length; k++) {
                    System.arraycopy(part[k], 0, rows[k], from, count);
                }
            }
            return new Prepared(rule.weights(), rows);
        }
    }

    @Override
    public void evaluate(double[] masses, int from, int count, DensityBlock block) {
        double[] values = block.values();
        double[][] rows = block.derivatives();
        basis.evaluate(masses, from, count, rows);
        fill(values, -logIntegral, count);
        for (int k = 0; k < coefficients.length; k++) {
            addMultiple(coefficients[k], rows[k], values, count);
        }
        StableMath.exp(values, 0, values, 0, count);
        for (int k = 0; k < coefficients.length; k++) {
            derive(values, means[k], rows[k], count);
        }
    }

    // Each loop over masses is a small method, which the optimising compiler is done with soon.

    private static void fill(double[] target, double value, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = value;
        }
    }

    private static void addMultiple(double factor, double[] values, double[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] += factor * values[i];
        }
    }

    private static void derive(double[] values, double mean, double[] row, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = values[i] * (row[i] - mean);
        }
    }

    /** Chebyshev polynomials T_1 to T_n of a variable that the first row holds. */
    static void chebyshev(double[][] rows, int first, int order, int count) {
        for (int k = 2; k <= order; k++) {
            double[] row = rows[first + k - 1];
            double[] x = rows[first];
            double[] previous = rows[first + k - 2];
            if (k == 2) {
                for (int i = 0; i < count; i++) {
                    row[i] = 2 * x[i] * x[i] - 1;
                }
            } else {
                double[] before = rows[first + k - 3];
                for (int i = 0; i < count; i++) {
                    row[i] = 2 * x[i] * previous[i] - before[i];
                }
            }
        }
    }
}
