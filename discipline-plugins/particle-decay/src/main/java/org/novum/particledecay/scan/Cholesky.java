package org.novum.particledecay.scan;

/** Cholesky factors of small symmetric matrices, stored flat by rows. */
final class Cholesky {
    private final double[] factor;
    private final int size;

    private Cholesky(double[] factor, int size) {
        this.factor = factor;
        this.size = size;
    }

    /** Factors a symmetric matrix (lower triangle read); pivots are held above a relative floor. */
    static Cholesky of(double[] matrix, int size) {
        double[] lower = matrix.clone();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = lower[row * size + column];
                for (int k = 0; k < column; k++) {
                    sum = Math.fma(-lower[row * size + k], lower[column * size + k], sum);
                }
                if (row == column) {
                    double floor = 1e-11 * Math.abs(matrix[row * size + row]) + 1e-300;
                    lower[row * size + row] = Math.sqrt(Math.max(sum, floor));
                } else {
                    lower[row * size + column] = sum / lower[column * size + column];
                }
            }
        }
        return new Cholesky(lower, size);
    }

    /** Solves in place L Lᵀ x = right. */
    void solve(double[] right) {
        forward(right);
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int k = row + 1; k < size; k++) {
                sum = Math.fma(-factor[k * size + row], right[k], sum);
            }
            right[row] = sum / factor[row * size + row];
        }
    }

    /** The quadratic form vᵀ (L Lᵀ)⁻¹ v; overwrites {@code vector}. */
    double inverseForm(double[] vector) {
        forward(vector);
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum = Math.fma(vector[row], vector[row], sum);
        }
        return sum;
    }

    private void forward(double[] right) {
        for (int row = 0; row < size; row++) {
            double sum = right[row];
            for (int k = 0; k < row; k++) {
                sum = Math.fma(-factor[row * size + k], right[k], sum);
            }
            right[row] = sum / factor[row * size + row];
        }
    }
}
