package org.novum.spectra.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.numeric.Products;
import org.novum.spectra.numeric.Smoothing;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RestFrame;

/**
 * Learns from the models that a survey fitted to spectra in which terms it fitted them: the models are sums of a few vectors in
 * the rest frame, and alternating least squares finds the space of these (Roweis 1998, NIPS 10, 626; the noiseless limit of
 * Bailey 2012, PASP 124, 1015). Each model covers another part of the rest frame; what it does not cover weighs nothing.
 */
final class VelocityTrainer {
    /** SDSS fits four eigenspectra and three polynomials (Bolton et al. 2012, AJ 144, 144). */
    private static final int VECTORS = 7;

    /** Fewer models than this do not tell the vectors. */
    private static final int FEWEST = 3 * VECTORS;

    /** A pixel that fewer models cover is not trained: as many as vectors can be explained by anything. */
    private static final int COVER = 2 * VECTORS;

    private static final int ROUNDS = 40;

    /** Keeps the equations of pixels that few models cover solvable. */
    private static final double RIDGE = 1e-9;

    private final double[][] flux;
    private final double[][] weight;
    private final int pixels;

    private VelocityTrainer(double[][] flux, double[][] weight) {
        this.flux = flux;
        this.weight = weight;
        this.pixels = flux[0].length;
    }

    /** The basis of models at rest; empty if they are too few. */
    static Optional<VelocityBasis> train(List<RestFrame> models) {
        if (models.size() < FEWEST) {
            return Optional.empty();
        }
        int first = LogGrid.REST_PIXELS;
        int last = -1;
        for (int m = 0; m < LogGrid.REST_PIXELS; m++) {
            if (cover(models, m) >= COVER) {
                first = Math.min(first, m);
                last = m;
            }
        }
        if (last - first < VECTORS) {
            return Optional.empty();
        }
        int from = first;
        int end = last + 1;
        double[][] flux = new double[models.size()][];
        double[][] weight = new double[models.size()][];
        for (int i = 0; i < flux.length; i++) {
            double scale = scale(models.get(i));
            flux[i] = Arrays.stream(Arrays.copyOfRange(models.get(i).flux(), from, end)).map(one -> one / scale).toArray();
            weight[i] = Arrays.stream(Arrays.copyOfRange(models.get(i).ivar(), from, end)).map(one -> one > 0 ? 1 : 0).toArray();
        }
        double[][] vectors = new VelocityTrainer(flux, weight).vectors();
        double[][] whole = new double[VECTORS][LogGrid.REST_PIXELS];
        for (int k = 0; k < VECTORS; k++) {
            System.arraycopy(vectors[k], 0, whole[k], from, end - from);
        }
        return Optional.of(new VelocityBasis(whole, from, end));
    }

    private static int cover(List<RestFrame> models, int pixel) {
        int cover = 0;
        for (RestFrame model : models) {
            cover += model.ivar()[pixel] > 0 ? 1 : 0;
        }
        return cover;
    }

    /** The median of the model's absolute values: no bright object rules the basis. */
    private static double scale(RestFrame model) {
        double[] sizes = new double[LogGrid.REST_PIXELS];
        int count = 0;
        for (int m = 0; m < sizes.length; m++) {
            if (model.ivar()[m] > 0) {
                sizes[count++] = Math.abs(model.flux()[m]);
            }
        }
        Arrays.sort(sizes, 0, count);
        return Math.max(sizes[count / 2], 1e-12);
    }

    private double[][] vectors() {
        SplittableRandom random = new SplittableRandom(VECTORS);
        double[] even = new double[pixels];
        Arrays.fill(even, 1);
        double[][] vectors = new double[VECTORS][pixels];
        for (int k = 0; k < VECTORS; k++) {
            for (int m = 0; m < pixels; m++) {
                vectors[k][m] = 2 * random.nextDouble() - 1;
            }
            vectors[k] = Smoothing.gaussian(vectors[k], even, 10);
        }
        PrincipalComponents.orthonormalise(vectors);
        for (int round = 0; round < ROUNDS; round++) {
            vectors = improved(coefficients(vectors));
            PrincipalComponents.orthonormalise(vectors);
        }
        return vectors;
    }

    /** Of each model in terms of the vectors; each vector's are then brought to mean square 1. */
    private double[][] coefficients(double[][] vectors) {
        double[][] coefficients = new double[flux.length][];
        for (int i = 0; i < flux.length; i++) {
            double[][] normal = new double[VECTORS][VECTORS];
            double[] right = new double[VECTORS];
            for (int k = 0; k < VECTORS; k++) {
                double[] weighted = new double[pixels];
                for (int m = 0; m < pixels; m++) {
                    weighted[m] = weight[i][m] * vectors[k][m];
                }
                for (int l = 0; l <= k; l++) {
                    normal[k][l] = Products.dot(weighted, vectors[l], pixels);
                }
                normal[k][k] += RIDGE * pixels;
                right[k] = Products.dot(weighted, flux[i], pixels);
            }
            Cholesky.solve(normal, right);
            coefficients[i] = right;
        }
        for (int k = 0; k < VECTORS; k++) {
            double squares = 0;
            for (double[] of : coefficients) {
                squares += of[k] * of[k];
            }
            double size = Math.sqrt(squares / coefficients.length) + 1e-300;
            for (double[] of : coefficients) {
                of[k] /= size;
            }
        }
        return coefficients;
    }

    private double[][] improved(double[][] coefficients) {
        double[][] vectors = new double[VECTORS][pixels];
        for (int m = 0; m < pixels; m++) {
            double[][] normal = new double[VECTORS][VECTORS];
            double[] right = new double[VECTORS];
            for (int i = 0; i < flux.length; i++) {
                if (weight[i][m] > 0) {
                    for (int k = 0; k < VECTORS; k++) {
                        right[k] += coefficients[i][k] * flux[i][m];
                        for (int l = 0; l <= k; l++) {
                            normal[k][l] += coefficients[i][k] * coefficients[i][l];
                        }
                    }
                }
            }
            for (int k = 0; k < VECTORS; k++) {
                normal[k][k] += RIDGE;
            }
            Cholesky.solve(normal, right);
            for (int k = 0; k < VECTORS; k++) {
                vectors[k][m] = right[k];
            }
        }
        return vectors;
    }
}
