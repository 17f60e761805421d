package org.novum.spectra.parameter;

import java.util.Arrays;
import java.util.List;
import org.novum.spectra.numeric.Cholesky;
import org.novum.statistics.math.StableMath;

/**
 * Parameters of stars from labelled stars, by Gaussian-process regression with a Gaussian kernel in the space of features
 * (Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, chapter 2).
 *
 * <p>The kernel's width is twice the median squared distance of two labelled stars; the noise is a hundredth of the
 * variance. Errors come from leaving each labelled star out (their equation 5.12), scaled by how far a star is from all
 * labelled ones.
 */
public final class StarModel {
    /** Stars less like the labelled ones than this have no parameters. */
    public static final double TOO_NEW = 0.6;

    private static final double WIDTH = 2;
    private static final double NOISE = 0.01;
    private static final int TARGETS = 3;

    private final List<double[]> features;
    private final List<StarLabels> labels;
    private final double width;
    private final double[] mean = new double[TARGETS];
    private final double[][] dual = new double[TARGETS][];
    private final double[] scale = new double[TARGETS];
    private final double[][] factor;

    /**
     * With labelled stars.
     *
     * @param features of each star
     * @param labels of each star
     */
    public StarModel(List<double[]> features, List<StarLabels> labels) {
        this.features = List.copyOf(features);
        this.labels = List.copyOf(labels);
        int n = features.size();
        width = WIDTH * medianDistance(features);
        factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i][j] = kernel(features.get(i), features.get(j));
            }
            factor[i][i] += NOISE;
        }
        Cholesky.factorise(factor);
        for (int t = 0; t < TARGETS; t++) {
            solve(t);
        }
    }

    private void solve(int target) {
        int n = features.size();
        double[] values = labels.stream().mapToDouble(label -> label.targets()[target]).toArray();
        mean[target] = Arrays.stream(values).sum() / n;
        dual[target] = Arrays.stream(values).map(value -> value - mean[target]).toArray();
        Cholesky.forward(factor, dual[target]);
        Cholesky.backward(factor, dual[target]);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            Cholesky.forward(factor, unit);
            double inverse = Arrays.stream(unit).map(value -> value * value).sum();
            // The left-out residual is dual / inverse, its variance in units of the kernel 1 / inverse.
            sum += dual[target][i] * dual[target][i] / inverse;
        }
        scale[target] = Math.sqrt(sum / n);
    }

    private static double medianDistance(List<double[]> features) {
        int n = features.size();
        double[] distances = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[count++] = distance(features.get(i), features.get(j));
            }
        }
        Arrays.sort(distances);
        return distances[count / 2];
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += (one[k] - other[k]) * (one[k] - other[k]);
        }
        return sum;
    }

    private double kernel(double[] one, double[] other) {
        return StableMath.exp(-distance(one, other) / width);
    }

    /**
     * Parameters with errors.
     *
     * @param labels estimated
     * @param errors one standard deviation each
     * @param novelty 0 for a star like the labelled ones, 1 for one unlike all of them
     */
    public record Estimate(StarLabels labels, StarLabels errors, double novelty) {}

    /** The parameters of a star. */
    public Estimate estimate(double[] star) {
        int n = features.size();
        double[] near = new double[n];
        for (int i = 0; i < n; i++) {
            near[i] = kernel(star, features.get(i));
        }
        double[] values = mean.clone();
        for (int t = 0; t < TARGETS; t++) {
            for (int i = 0; i < n; i++) {
                values[t] += near[i] * dual[t][i];
            }
        }
        Cholesky.forward(factor, near);
        double novelty = Math.max(0, 1 - Arrays.stream(near).map(value -> value * value).sum());
        double spread = Math.sqrt(novelty + NOISE);
        double temperature = StrictMath.pow(10, values[0]);
        return new Estimate(
                new StarLabels(temperature, values[1], values[2]),
                new StarLabels(
                        temperature * StrictMath.log(10) * scale[0] * spread, scale[1] * spread, scale[2] * spread),
                novelty);
    }

    /** Features of the labelled stars. */
    public List<double[]> features() {
        return features;
    }

    /** Labels of the labelled stars. */
    public List<StarLabels> labels() {
        return labels;
    }
}
