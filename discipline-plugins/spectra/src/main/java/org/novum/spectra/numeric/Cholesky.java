package org.novum.spectra.numeric;

import org.novum.statistics.math.StableMath;

/** Small symmetric positive definite systems, in place, without allocation. */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Factorises; the lower triangle of the matrix becomes L with {@code A = L L'}.
     *
     * @param a rows of the matrix; only the lower triangle is read
     * @return the logarithm of the determinant, or NaN if the matrix is not positive definite
     */
    public static double factorise(double[][] a) {
        int n = a.length;
        double product = 1;
        double logarithm = 0;
        for (int i = 0; i < n; i++) {
            double[] rowI = a[i];
            for (int j = 0; j < i; j++) {
                double[] rowJ = a[j];
                double sum = rowI[j];
                for (int k = 0; k < j; k++) {
                    sum -= rowI[k] * rowJ[k];
                }
                rowI[j] = sum * rowJ[j];
            }
            double sum = rowI[i];
            for (int k = 0; k < i; k++) {
                sum -= rowI[k] * rowI[k];
            }
            if (!(sum > 0)) {
                return Double.NaN;
            }
            product *= sum;
            if (product > 1e200 || product < 1e-200) {
                logarithm += StableMath.log(product);
                product = 1;
            }
            // The inverse of the diagonal is kept: divisions are slow, and this one serves the whole column.
            rowI[i] = 1 / Math.sqrt(sum);
        }
        return logarithm + StableMath.log(product);
    }

    /** Solves {@code L y = b} in place with a factor of {@link #factorise}. */
    public static void forward(double[][] factor, double[] b) {
        for (int i = 0; i < factor.length; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * b[k];
            }
            b[i] = sum * factor[i][i];
        }
    }

    /** Solves {@code L' x = y} in place with a factor of {@link #factorise}. */
    public static void backward(double[][] factor, double[] y) {
        for (int i = factor.length - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < factor.length; k++) {
                sum -= factor[k][i] * y[k];
            }
            y[i] = sum * factor[i][i];
        }
    }

    /** Solves {@code A x = b} in place; the matrix becomes its factor. */
    public static void solve(double[][] a, double[] b) {
        if (Double.isNaN(factorise(a))) {
            throw new ArithmeticException("a matrix of normal equations is not positive definite");
        }
        forward(a, b);
        backward(a, b);
    }

    /** The inverse of a symmetric positive definite matrix. */
    public static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][];
        for (int i = 0; i < n; i++) {
            factor[i] = matrix[i].clone();
        }
        if (Double.isNaN(factorise(factor))) {
            throw new ArithmeticException("a covariance matrix is not positive definite");
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
            forward(factor, inverse[i]);
            backward(factor, inverse[i]);
        }
        return inverse;
    }
}
