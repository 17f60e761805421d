package org.novum.spectra.continuum;

/** Penalised least squares with second differences: a symmetric system of five diagonals, solved in linear time. */
final class Whittaker {
    /** Keeps the system solvable where whole stretches have no weight. */
    private static final double LEAST_WEIGHT = 1e-9;

    private Whittaker() {}

    /**
     * Minimises the weighted squares of {@code values - z} plus the stiffness times the squares of the second differences
     * of {@code z}.
     *
     * @param values at least three
     * @param weights as many, not negative
     * @param stiffness positive
     */
    static double[] smooth(double[] values, double[] weights, double stiffness) {
        int n = values.length;
        double[] diagonal = new double[n];
        double[] first = new double[n];
        double[] second = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double weight = Math.max(weights[i], LEAST_WEIGHT);
            diagonal[i] = weight;
            z[i] = weight * values[i];
        }
        for (int i = 0; i + 2 < n; i++) {
            diagonal[i] += stiffness;
            diagonal[i + 1] += 4 * stiffness;
            diagonal[i + 2] += stiffness;
            first[i] -= 2 * stiffness;
            first[i + 1] -= 2 * stiffness;
            second[i] += stiffness;
        }
        // Cholesky factors L D L' in place: first and second become the factor's two lower diagonals.
        for (int i = 0; i < n; i++) {
            double oneBack = i >= 1 ? first[i - 1] : 0;
            double twoBack = i >= 2 ? second[i - 2] : 0;
            if (i >= 2) {
                diagonal[i] -= twoBack * twoBack * diagonal[i - 2];
                z[i] -= twoBack * z[i - 2];
            }
            if (i >= 1) {
                diagonal[i] -= oneBack * oneBack * diagonal[i - 1];
                z[i] -= oneBack * z[i - 1];
                first[i] -= oneBack * diagonal[i - 1] * second[i - 1];
            }
            first[i] /= diagonal[i];
            second[i] /= diagonal[i];
        }
        for (int i = n - 1; i >= 0; i--) {
            z[i] /= diagonal[i];
            z[i] -= (i + 1 < n ? first[i] * z[i + 1] : 0) + (i + 2 < n ? second[i] * z[i + 2] : 0);
        }
        return z;
    }
}
