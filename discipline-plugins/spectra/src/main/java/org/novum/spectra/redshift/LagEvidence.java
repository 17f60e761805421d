package org.novum.spectra.redshift;

import org.novum.statistics.math.StableMath;

/**
 * The evidence of {@link Prior} at many shifts at once, a block of shifts side by side.
 *
 * <p>Each step of the factorisation runs over a block of shifts in a plain loop without a branch or a sum across shifts,
 * which compilers turn into vector instructions, and whose bits do not depend on whether they do.
 */
final class LagEvidence {
    /** Shifts side by side: the matrices of a block stay in the nearest cache. */
    private static final int BLOCK = 32;

    private final int terms;
    private final Prior prior;

    LagEvidence(Prior prior) {
        this.prior = prior;
        terms = prior.terms();
    }

    /**
     * The evidence at each lag.
     *
     * @param normal lower triangle of the normal equations, row by row; per element the values of all lags, or one for all
     * @param right right side, per element the values of all lags, or one for all
     * @param squares of the data
     * @param lags how many
     * @return minus twice the logarithm; positive infinity where the amplitude is not positive
     */
    double[] curve(double[][] normal, double[][] right, double squares, int lags) {
        double[] curve = new double[lags];
        Block block = new Block();
        for (int from = 0; from < lags; from += BLOCK) {
            block.fill(normal, right, from, Math.min(BLOCK, lags - from));
            block.factorise();
            block.evidence(squares, curve, from);
        }
        return curve;
    }

    /** Matrices of some shifts, element by element. */
    private final class Block {
        private final double[][] matrix = new double[terms * (terms + 1) / 2][BLOCK];
        private final double[][] vector = new double[terms][BLOCK];
        private final double[] amplitude = new double[BLOCK];
        private final double[] inverse = new double[BLOCK];
        private final double[] inverseSquare = new double[BLOCK];
        private final double[] square = new double[BLOCK];
        private final double[] determinant = new double[BLOCK];
        private final double[] otherDeterminant = new double[BLOCK];
        private final double[] explained = new double[BLOCK];
        private int count;

        void fill(double[][] normal, double[][] right, int from, int width) {
            count = width;
            for (int b = 0; b < count; b++) {
                amplitude[b] = right[0][from + b] / normal[0][from + b];
            }
            for (int b = 0; b < count; b++) {
                inverse[b] = 1 / amplitude[b];
                inverseSquare[b] = inverse[b] * inverse[b];
                square[b] = amplitude[b] * amplitude[b];
                determinant[b] = 1;
                otherDeterminant[b] = 1;
                explained[b] = 0;
            }
            int element = 0;
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j <= i; j++) {
                    weighted(matrix[element], normal[element], from, prior.precision(i, j), inverseSquare);
                    element++;
                }
                weighted(vector[i], right[i], from, prior.pulled(i), inverse);
            }
        }

        private void weighted(double[] into, double[] values, int from, double factor, double[] weight) {
            if (values.length == 1) {
                double value = values[0];
                for (int b = 0; b < count; b++) {
                    into[b] = value + factor * weight[b];
                }
            } else {
                for (int b = 0; b < count; b++) {
                    into[b] = values[from + b] + factor * weight[b];
                }
            }
        }

        /** Cholesky's factor, with the inverse of the diagonal in its place, and the forward solution of the right side. */
        void factorise() {
            for (int i = 0; i < terms; i++) {
                int row = i * (i + 1) / 2;
                for (int j = 0; j < i; j++) {
                    int column = j * (j + 1) / 2;
                    double[] sum = matrix[row + j];
                    for (int k = 0; k < j; k++) {
                        subtract(sum, matrix[row + k], matrix[column + k]);
                    }
                    multiply(sum, matrix[column + j]);
                }
                double[] pivot = matrix[row + i];
                double[] solution = vector[i];
                for (int k = 0; k < i; k++) {
                    subtract(pivot, matrix[row + k], matrix[row + k]);
                    subtract(solution, matrix[row + k], vector[k]);
                }
                // The determinant of the matrix times the squared amplitude; halves of it keep within range.
                finish(pivot, solution, i < terms / 2 ? determinant : otherDeterminant);
            }
        }

        private void subtract(double[] sum, double[] left, double[] right) {
            for (int b = 0; b < count; b++) {
                sum[b] -= left[b] * right[b];
            }
        }

        private void multiply(double[] values, double[] factor) {
            for (int b = 0; b < count; b++) {
                values[b] *= factor[b];
            }
        }

        private void finish(double[] pivot, double[] solution, double[] product) {
            for (int b = 0; b < count; b++) {
                product[b] *= pivot[b] * square[b];
                pivot[b] = 1 / Math.sqrt(pivot[b]);
                solution[b] *= pivot[b];
                explained[b] += solution[b] * solution[b];
            }
        }

        void evidence(double squares, double[] curve, int from) {
            StableMath.log(determinant, 0, determinant, 0, count);
            StableMath.log(otherDeterminant, 0, otherDeterminant, 0, count);
            double constant = squares + prior.constant();
            for (int b = 0; b < count; b++) {
                double value = constant - explained[b] + determinant[b] + otherDeterminant[b];
                curve[from + b] = amplitude[b] > 0 && !Double.isNaN(value) ? value : Double.POSITIVE_INFINITY;
            }
        }
    }
}
