package org.novum.spectra.numeric;

import java.util.List;
import org.novum.statistics.math.StableMath;

/**
 * The probability of an outcome as a logistic function of features, by Newton's method with a normal prior of variance 1 on
 * all coefficients but the first (Hastie, Tibshirani and Friedman 2009, The Elements of Statistical Learning, section 4.4).
 *
 * @param coefficients of 1 and of the features
 */
public record LogisticCurve(double[] coefficients) {
    private static final int ROUNDS = 50;

    /**
     * Fits a curve.
     *
     * @param features of each case, as many in each
     * @param outcomes of each case
     */
    public static LogisticCurve fit(List<double[]> features, List<Boolean> outcomes) {
        int count = features.getFirst().length + 1;
        double[] coefficients = new double[count];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] curvature = new double[count][count];
            double[] slope = new double[count];
            LogisticCurve curve = new LogisticCurve(coefficients.clone());
            for (int i = 0; i < features.size(); i++) {
                double probability = curve.probability(features.get(i));
                double weight = probability * (1 - probability);
                for (int k = 0; k < count; k++) {
                    double factor = k == 0 ? 1 : features.get(i)[k - 1];
                    slope[k] += factor * ((outcomes.get(i) ? 1 : 0) - probability);
                    for (int l = 0; l <= k; l++) {
                        curvature[k][l] += weight * factor * (l == 0 ? 1 : features.get(i)[l - 1]);
                    }
                }
            }
            for (int k = 0; k < count; k++) {
                curvature[k][k] += k == 0 ? 1e-6 : 1;
                slope[k] -= k == 0 ? 0 : coefficients[k];
            }
            Cholesky.solve(curvature, slope);
            for (int k = 0; k < count; k++) {
                coefficients[k] += slope[k];
            }
        }
        return new LogisticCurve(coefficients);
    }

    /** The probability of a case. */
    public double probability(double[] features) {
        double score = coefficients[0];
        for (int k = 0; k < features.length; k++) {
            score += coefficients[k + 1] * features[k];
        }
        return 1 / (1 + StableMath.exp(-score));
    }
}
