package org.novum.spectra.template;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.numeric.Smoothing;

/**
 * Mean and principal components of spectra that are noisy and cover different wavelengths, by weighted expectation
 * maximisation (Bailey 2012, PASP 124, 1015).
 *
 * <p>Each spectrum is first scaled to the mean. Weights are capped, so that no bright object rules the basis.
 */
final class PrincipalComponents {
    /** The signal-to-noise ratio per pixel beyond which a spectrum gains no more weight, squared. */
    private static final double CAP = 400;

    private static final int MEAN_ROUNDS = 20;
    private static final int ROUNDS = 15;

    /** How many spectra's worth of shrinkage keeps a component at zero where few spectra reach. */
    private static final double SHRINKAGE = 20;

    private final double[][] relative;
    private final double[][] weight;
    private final int pixels;
    private final double smoothing;
    private final double[] mean;

    /**
     * Finds the mean.
     *
     * @param flux of each spectrum in the rest frame
     * @param ivar of each spectrum, 0 where it has no information
     * @param smoothing of the components in pixels, 0 for none
     */
    PrincipalComponents(double[][] flux, double[][] ivar, double smoothing) {
        this.pixels = flux[0].length;
        this.smoothing = smoothing;
        double[] scale = new double[flux.length];
        for (int i = 0; i < flux.length; i++) {
            scale[i] = startingScale(flux[i], ivar[i]);
        }
        double[] average = new double[pixels];
        for (int round = 0; round < MEAN_ROUNDS; round++) {
            average = average(flux, ivar, scale);
            for (int i = 0; i < flux.length; i++) {
                scale[i] = Math.abs(projection(flux[i], ivar[i], scale[i], average));
            }
        }
        this.mean = average;
        this.relative = new double[flux.length][pixels];
        this.weight = new double[flux.length][pixels];
        for (int i = 0; i < flux.length; i++) {
            for (int m = 0; m < pixels; m++) {
                weight[i][m] = Math.min(CAP, ivar[i][m] * scale[i] * scale[i]);
                relative[i][m] = flux[i][m] / scale[i] - mean[m];
            }
        }
    }

    /** The mean spectrum. */
    double[] mean() {
        return mean;
    }

    private static double startingScale(double[] flux, double[] ivar) {
        double sum = 0;
        double total = 0;
        for (int m = 0; m < flux.length; m++) {
            double root = Math.sqrt(ivar[m]);
            sum += flux[m] * root;
            total += root;
        }
        return Math.max(Math.abs(sum / total), 1e-12);
    }

    private double[] average(double[][] flux, double[][] ivar, double[] scale) {
        double[] sum = new double[pixels];
        double[] total = new double[pixels];
        for (int i = 0; i < flux.length; i++) {
            for (int m = 0; m < pixels; m++) {
                double w = Math.min(CAP, ivar[i][m] * scale[i] * scale[i]);
                sum[m] += w * flux[i][m] / scale[i];
                total[m] += w;
            }
        }
        for (int m = 0; m < pixels; m++) {
            sum[m] = total[m] > 0 ? sum[m] / total[m] : 0;
        }
        return sum;
    }

    private static double projection(double[] flux, double[] ivar, double scale, double[] mean) {
        double sum = 0;
        double total = 1e-30;
        for (int m = 0; m < flux.length; m++) {
            double w = Math.min(CAP, ivar[m] * scale * scale);
            sum += w * flux[m] * mean[m];
            total += w * mean[m] * mean[m];
        }
        return sum / total;
    }

    /** The components beyond the mean, orthogonal, each of mean square 1. */
    double[][] components(int count) {
        double[][] vectors = start(count);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] coefficients = coefficients(vectors);
            vectors = maximise(coefficients);
            if (smoothing > 0) {
                double[] even = new double[pixels];
                Arrays.fill(even, 1);
                for (int k = 0; k < count; k++) {
                    vectors[k] = Smoothing.gaussian(vectors[k], even, smoothing);
                }
            }
            orthonormalise(vectors);
        }
        return vectors;
    }

    private double[][] start(int count) {
        SplittableRandom random = new SplittableRandom(count);
        double[][] vectors = new double[count][pixels];
        double[] even = new double[pixels];
        Arrays.fill(even, 1);
        for (int k = 0; k < count; k++) {
            for (int m = 0; m < pixels; m++) {
                vectors[k][m] = 2 * random.nextDouble() - 1;
            }
            vectors[k] = Smoothing.gaussian(vectors[k], even, 10);
        }
        orthonormalise(vectors);
        return vectors;
    }

    /** Coefficients of each spectrum; a trace of shrinkage keeps them finite where a spectrum does not reach. */
    double[][] coefficients(double[][] vectors) {
        return IntStream.range(0, relative.length)
                .mapToObj(i -> coefficients(vectors, i))
                .toArray(double[][]::new);
    }

    private double[] coefficients(double[][] vectors, int i) {
        int count = vectors.length;
        double[][] normal = new double[count][count];
        double[] right = new double[count];
        double trace = 0;
        for (int k = 0; k < count; k++) {
            for (int l = 0; l <= k; l++) {
                double sum = 0;
                for (int m = 0; m < pixels; m++) {
                    sum += weight[i][m] * vectors[k][m] * vectors[l][m];
                }
                normal[k][l] = sum;
            }
            double sum = 0;
            for (int m = 0; m < pixels; m++) {
                sum += weight[i][m] * vectors[k][m] * relative[i][m];
            }
            right[k] = sum;
            trace += normal[k][k];
        }
        for (int k = 0; k < count; k++) {
            normal[k][k] += 1e-3 * trace / count + 1e-9;
        }
        Cholesky.solve(normal, right);
        return right;
    }

    private double[][] maximise(double[][] coefficients) {
        int count = coefficients[0].length;
        double squares = 0;
        for (double[] of : coefficients) {
            for (double value : of) {
                squares += value * value;
            }
        }
        double shrinkage = SHRINKAGE * squares / count / coefficients.length + 1e-9;
        double[][] vectors = new double[count][pixels];
        for (int m = 0; m < pixels; m++) {
            double[][] normal = new double[count][count];
            double[] right = new double[count];
            for (int i = 0; i < coefficients.length; i++) {
                double w = weight[i][m];
                if (w > 0) {
                    for (int k = 0; k < count; k++) {
                        double wc = w * coefficients[i][k];
                        right[k] += wc * relative[i][m];
                        for (int l = 0; l <= k; l++) {
                            normal[k][l] += wc * coefficients[i][l];
                        }
                    }
                }
            }
            for (int k = 0; k < count; k++) {
                normal[k][k] += shrinkage;
            }
            Cholesky.solve(normal, right);
            for (int k = 0; k < count; k++) {
                vectors[k][m] = right[k];
            }
        }
        return vectors;
    }

    /** Makes vectors orthogonal, each of mean square 1. */
    static void orthonormalise(double[][] vectors) {
        for (int k = 0; k < vectors.length; k++) {
            for (int l = 0; l < k; l++) {
                double along = dot(vectors[k], vectors[l]) / vectors[k].length;
                for (int m = 0; m < vectors[k].length; m++) {
                    vectors[k][m] -= along * vectors[l][m];
                }
            }
            double norm = Math.sqrt(dot(vectors[k], vectors[k]) / vectors[k].length);
            for (int m = 0; m < vectors[k].length; m++) {
                vectors[k][m] /= norm;
            }
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int m = 0; m < left.length; m++) {
            sum += left[m] * right[m];
        }
        return sum;
    }
}
