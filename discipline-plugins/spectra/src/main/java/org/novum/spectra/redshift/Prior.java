package org.novum.spectra.redshift;

import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.template.Template;
import org.novum.statistics.math.StableMath;

/**
 * The evidence of a linear model whose coefficients are normally distributed relative to an amplitude.
 *
 * <p>With normal equations {@code A c = b}, precision {@code P} and mean {@code m} of the coefficients at amplitude 1, and
 * amplitude F: {@code -2 ln evidence = d'Wd + m'Pm - g'H^-1 g + ln det H + ln det P^-1 + 2 n ln F} with
 * {@code H = A + P / F^2} and {@code g = b + P m / F}, up to a constant of the data alone (Roweis and Ghahramani 1999,
 * Neural Comput. 11, 305). It weighs a fit against how special its coefficients are: templates with more freedom pay for
 * it, and emission lines of the wrong sign, impossible colours and polynomials that imitate a spectrum are improbable.
 */
final class Prior {
    /** Smooth terms that allow for flux calibration and extinction. */
    static final int POLYNOMIALS = 4;

    /** Standard deviation of a smooth term's coefficient, relative to the amplitude. */
    private static final double SMOOTH = 0.3;

    private final int terms;
    private final double[][] precision;
    private final double[] pulled;
    private final double pull;
    private final double constant;

    Prior(Template template) {
        int vectors = template.vectors().length;
        terms = vectors + POLYNOMIALS;
        double[][] inverse = Cholesky.inverse(template.covariance());
        double[][] factor = new double[vectors][];
        for (int k = 0; k < vectors; k++) {
            factor[k] = template.covariance()[k].clone();
        }
        constant = Cholesky.factorise(factor) + 2 * POLYNOMIALS * StableMath.log(SMOOTH);
        precision = new double[terms][terms];
        pulled = new double[terms];
        double sum = 0;
        for (int k = 0; k < vectors; k++) {
            for (int l = 0; l < vectors; l++) {
                precision[k][l] = inverse[k][l];
                pulled[k] += inverse[k][l] * template.mean()[l];
            }
            sum += pulled[k] * template.mean()[k];
        }
        for (int k = vectors; k < terms; k++) {
            precision[k][k] = 1 / (SMOOTH * SMOOTH);
        }
        pull = sum;
    }

    /** Template vectors and smooth terms. */
    int terms() {
        return terms;
    }

    /** An element of P; 0 between template vectors and smooth terms. */
    double precision(int row, int column) {
        return precision[row][column];
    }

    /** An element of P m. */
    double pulled(int term) {
        return pulled[term];
    }

    /** m'Pm + ln det P^-1. */
    double constant() {
        return pull + constant;
    }

    /**
     * Minus twice the logarithm of the evidence; the arguments are overwritten.
     *
     * @param normal lower triangle of A; becomes the factor of H
     * @param right b; becomes the coefficients' forward solution, from which {@link Cholesky#backward} makes them
     * @param squares d'Wd
     * @param amplitude F, positive
     */
    double evidence(double[][] normal, double[] right, double squares, double amplitude) {
        double inverse = 1 / amplitude;
        double inverseSquare = inverse * inverse;
        for (int k = 0; k < terms; k++) {
            for (int l = 0; l <= k; l++) {
                normal[k][l] += precision[k][l] * inverseSquare;
            }
            right[k] += pulled[k] * inverse;
        }
        double determinant = Cholesky.factorise(normal);
        Cholesky.forward(normal, right);
        double explained = 0;
        for (int k = 0; k < terms; k++) {
            explained += right[k] * right[k];
        }
        return squares + pull - explained + determinant + constant + 2 * terms * StableMath.log(amplitude);
    }
}
