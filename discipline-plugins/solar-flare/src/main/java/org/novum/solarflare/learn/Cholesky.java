package org.novum.solarflare.learn;

/** Solves symmetric positive definite equations (Golub and Van Loan, "Matrix Computations", section 4.2). */
final class Cholesky {
    private Cholesky() {}

    /**
     * Solves matrix times x = right.
     *
     * @param matrix lower triangle row by row; overwritten
     * @throws LearnException if it is not positive definite
     */
    static double[] solve(double[] matrix, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            int row = i * (i + 1) / 2;
            for (int j = 0; j <= i; j++) {
                int other = j * (j + 1) / 2;
                double sum = matrix[row + j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[row + k] * matrix[other + k];
                }
                if (i == j && !(sum > 0)) {
                    throw new LearnException("feature " + i + " repeats others; give a greater penalty or leave it out");
                }
                matrix[row + j] = i == j ? Math.sqrt(sum) : sum / matrix[other + j];
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= matrix[i * (i + 1) / 2 + k] * x[k];
            }
            x[i] /= matrix[i * (i + 1) / 2 + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= matrix[k * (k + 1) / 2 + i] * x[k];
            }
            x[i] /= matrix[i * (i + 1) / 2 + i];
        }
        return x;
    }
}
