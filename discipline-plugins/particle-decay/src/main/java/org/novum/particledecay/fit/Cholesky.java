package org.novum.particledecay.fit;

import java.util.Optional;

/**
 * Cholesky factor of a symmetric positive definite matrix, scaled to unit diagonal before the decomposition so that
 * parameters of very different units (yields and slopes) do not spoil its accuracy.
 */
final class Cholesky {
    private static final double LEAST_PIVOT = 1e-13;

    private final double[][] factor;
    private final double[] scale;

    private Cholesky(double[][] factor, double[] scale) {
        this.factor = factor;
        this.scale = scale;
    }

    /** The factor, or nothing if the matrix is not (numerically) positive definite. */
    static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        double[] scale = new double[n];
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (!(matrix[i][i] > 0) || matrix[i][i] == Double.POSITIVE_INFINITY) {
                return Optional.empty();
            }
            scale[i] = 1 / Math.sqrt(matrix[i][i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] * scale[i] * scale[j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j) {
                    if (!(sum > LEAST_PIVOT)) {
                        return Optional.empty();
                    }
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    factor[i][j] = sum / factor[j][j];
                }
            }
        }
        return Optional.of(new Cholesky(factor, scale));
    }

    /** Solution x of matrix x = right. */
    double[] solve(double[] right) {
        int n = scale.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = right[i] * scale[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= factor[k][i] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = 0; i < n; i++) {
            x[i] *= scale[i];
        }
        return x;
    }

    /** Inverse matrix. */
    double[][] inverse() {
        int n = scale.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
