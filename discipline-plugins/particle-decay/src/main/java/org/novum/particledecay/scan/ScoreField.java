package org.novum.particledecay.scan;

import org.apache.commons.math3.util.FastMath;

/**
 * Score test for a narrow signal at every bin of a grid, one pass over the data for each width.
 *
 * <p>With A = Σ g (n−μ)/μ and V = Σ g²/μ − cᵀ I⁻¹ c, c = Σ g X, the score statistic is A²/V (Rao 1948). Where counts are
 * low its tails are heavier than a likelihood ratio's, so candidates are ranked by the on-off likelihood ratio of the
 * equivalent counting experiment, b = 1/V and s = A/V: q = 2 [(1+A) ln(1+A) − A] / V.
 */
final class ScoreField {
    private ScoreField() {}

    /**
     * A place where a signal might be.
     *
     * @param bin centre of the signal
     * @param template its shape
     * @param yield estimated number of signal candidates
     * @param q approximate −2 ln likelihood ratio
     * @param bonus what the prior of masses adds to it
     */
    record Candidate(int bin, Template template, double yield, double q, double bonus) {
        double weighted() {
            return q + bonus;
        }
    }

    /**
     * Where a signal is sought.
     *
     * @param allowed bins
     * @param bonus what the prior of masses adds to the statistic of each bin
     */
    record Places(boolean[] allowed, double[] bonus) {}

    /** The statistic along the grid: signed square root of q. */
    static double[] signedRoot(BackgroundFit fit, double[] counts, Template template) {
        double[] score = new double[counts.length];
        double[] variance = new double[counts.length];
        fill(fit, counts, template, new Field(score, variance));
        double[] root = new double[counts.length];
        for (int bin = 0; bin < root.length; bin++) {
            double a = score[bin];
            double q = a > 0 ? ratio(a, variance[bin]) : a * a / variance[bin];
            root[bin] = a > 0 ? Math.sqrt(q) : -Math.sqrt(q);
        }
        return root;
    }

    /** The best candidate of one width among the allowed bins; q = 0 when there is no excess at all. */
    static Candidate best(BackgroundFit fit, double[] counts, Template template, Places places) {
        double[] score = new double[counts.length];
        double[] variance = new double[counts.length];
        fill(fit, counts, template, new Field(score, variance));
        int bestBin = 0;
        double best = 0;
        for (int bin = 0; bin < score.length; bin++) {
            double a = score[bin];
            // The logarithm is only worth taking where the score statistic, an upper bound, beats the best so far.
            double bonus = places.bonus()[bin];
            if (places.allowed()[bin] && a > 0 && a * a > (best - bonus) * variance[bin]) {
                double q = ratio(a, variance[bin]);
                if (q + bonus > best) {
                    best = q + bonus;
                    bestBin = bin;
                }
            }
        }
        double bonus = best > 0 ? places.bonus()[bestBin] : 0;
        return new Candidate(
                bestBin, template, best > 0 ? score[bestBin] / variance[bestBin] : 0, best - bonus, bonus);
    }

    private record Field(double[] score, double[] variance) {}

    private static void fill(BackgroundFit fit, double[] counts, Template template, Field out) {
        int bins = counts.length;
        double[] residual = new double[bins];
        double[] inverse = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            inverse[bin] = 1 / fit.expected()[bin];
            residual[bin] = Math.fma(counts[bin], inverse[bin], -1);
        }
        double[] a = template.convolve(residual);
        double[] v = template.convolveSquare(inverse);
        Design design = fit.design();
        double[][] cross = new double[design.size()][];
        for (int k = 0; k < cross.length; k++) {
            cross[k] = template.smooth(design.columns()[k]);
        }
        double[] vector = new double[cross.length];
        for (int bin = 0; bin < bins; bin++) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = cross[k][bin];
            }
            out.score[bin] = a[bin];
            out.variance[bin] = Math.max(v[bin] - fit.information().inverseForm(vector), 1e-3 * v[bin]);
        }
    }

    private static double ratio(double a, double variance) {
        return 2 / variance * (a < 1e-4 ? 0.5 * a * a : (1 + a) * FastMath.log1p(a) - a);
    }
}
