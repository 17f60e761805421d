package org.novum.spectra.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.numeric.Products;
import org.novum.spectra.spectrum.SpectraException;

/**
 * Makes a {@link Template} of a survey's eigenvectors, which come without a distribution of their coefficients.
 *
 * <p>What coefficients are usual is taken from a template of the same class whose distribution is known: its spectra
 * {@code sum of a_j V_j, a normal with mean m and covariance S}, are projected onto the survey's vectors by least squares
 * over the wavelengths that both have. The vectors are turned so that the first is the projected mean and the others are
 * orthogonal to it; with Q the projection onto the turned vectors W, {@code Q_kj = W_k'V_j / W_k'W_k}, the mean of the
 * coefficients is {@code Q m = (1, 0, ...)} and their covariance {@code Q S Q'}. Directions that the known template does
 * not have keep a variance of {@link #FLOOR} times the average, so that the survey's vectors are of use where they know more.
 */
final class SurveyBasis {
    /** Smallest variance of a coefficient, relative to the average of all but the first. */
    private static final double FLOOR = 0.1;

    /** Fewer common pixels do not say what is usual: 10,000 km/s times ten. */
    private static final int FEWEST = 1500;

    /** What is left of a vector beside the others, squared and relative to itself, below which it says nothing new. */
    private static final double NEW = 1e-8;

    /** Pixels whose median goes on where the survey's vectors end. */
    private static final int EDGE = 50;

    private final Template known;
    private final double[][] vectors;
    private final int first;
    private final int end;
    private final int from;
    private final int to;

    private SurveyBasis(List<SurveyVector> basis, Template known) {
        this.known = known;
        first = basis.stream().mapToInt(SurveyVector::first).max().orElseThrow();
        end = basis.stream().mapToInt(SurveyVector::end).min().orElseThrow();
        int[] trained = trained(known.vectors());
        from = Math.max(first, trained[0]);
        to = Math.min(end, trained[1]);
        if (to - from < FEWEST) {
            throw new SpectraException("templates of class " + known.spectralClass() + " have " + Math.max(0, to - from)
                    + " pixels at rest in common with the trained ones and need " + FEWEST + "; name others");
        }
        vectors = basis.stream().map(SurveyVector::flux).toArray(double[][]::new);
    }

    /**
     * The template.
     *
     * @param basis the survey's vectors
     * @param known template of the class, whose coefficients' distribution is known
     * @param shifts at which it is to be tried
     */
    static Template template(List<SurveyVector> basis, Template known, ShiftRange shifts) {
        return new SurveyBasis(basis, known).template(shifts);
    }

    /** Outside what was trained all vectors beyond the first are 0. */
    private static int[] trained(double[][] vectors) {
        int low = 0;
        int high = vectors[0].length;
        while (low < high && silent(vectors, low)) {
            low++;
        }
        while (high > low && silent(vectors, high - 1)) {
            high--;
        }
        return new int[] {low, high};
    }

    private static boolean silent(double[][] vectors, int pixel) {
        for (int k = 1; k < vectors.length; k++) {
            if (vectors[k][pixel] != 0) {
                return false;
            }
        }
        return vectors.length > 1;
    }

    private Template template(ShiftRange shifts) {
        double[][] turned = turned(projectedMean());
        int count = turned.length;
        double[][] projection = new double[count][known.vectors().length];
        for (int k = 0; k < count; k++) {
            double square = dot(turned[k], turned[k]);
            for (int j = 0; j < projection[k].length; j++) {
                projection[k][j] = dot(turned[k], known.vectors()[j]) / square;
            }
        }
        double[] mean = new double[count];
        double[][] covariance = new double[count][count];
        for (int k = 0; k < count; k++) {
            mean[k] = Products.dot(projection[k], known.mean(), known.mean().length);
            for (int l = 0; l < count; l++) {
                for (int i = 0; i < projection[k].length; i++) {
                    covariance[k][l] +=
                            projection[k][i] * Products.dot(known.covariance()[i], projection[l], projection[l].length);
                }
            }
        }
        double average = 0;
        for (int k = 1; k < count; k++) {
            average += covariance[k][k] / (count - 1);
        }
        for (int k = 0; k < count; k++) {
            covariance[k][k] += FLOOR * average + 1e-8;
        }
        extend(turned);
        return new Template(known.spectralClass(), turned, mean, covariance, shifts);
    }

    private double[] projectedMean() {
        double[] usual = combined(known.vectors(), known.mean());
        int count = vectors.length;
        double[][] normal = new double[count][count];
        double[] coefficients = new double[count];
        for (int k = 0; k < count; k++) {
            for (int l = 0; l < count; l++) {
                normal[k][l] = dot(vectors[k], vectors[l]);
            }
            normal[k][k] *= 1 + 1e-9;
            coefficients[k] = dot(vectors[k], usual);
        }
        Cholesky.solve(normal, coefficients);
        return combined(vectors, coefficients);
    }

    private static double[] combined(double[][] vectors, double[] coefficients) {
        double[] sum = new double[vectors[0].length];
        for (int k = 0; k < vectors.length; k++) {
            add(sum, vectors[k], coefficients[k]);
        }
        return sum;
    }

    /** The mean, and what the survey's vectors have beside it: orthogonal, each of mean square 1, the largest first. */
    private double[][] turned(double[] mean) {
        List<double[]> turned = new ArrayList<>(List.of(mean));
        double[][] left = new double[vectors.length][];
        double[] whole = new double[vectors.length];
        for (int k = 0; k < left.length; k++) {
            left[k] = vectors[k].clone();
            whole[k] = dot(left[k], left[k]);
        }
        while (turned.size() < vectors.length) {
            double[] last = turned.getLast();
            double square = dot(last, last);
            int best = 0;
            double share = 0;
            for (int k = 0; k < left.length; k++) {
                add(left[k], last, -dot(left[k], last) / square);
                double kept = whole[k] > 0 ? dot(left[k], left[k]) / whole[k] : 0;
                if (kept > share) {
                    share = kept;
                    best = k;
                }
            }
            if (share < NEW) {
                break;
            }
            double[] next = new double[mean.length];
            add(next, left[best], Math.sqrt((to - from) / dot(left[best], left[best])));
            turned.add(next);
        }
        return turned.toArray(double[][]::new);
    }

    private void extend(double[][] turned) {
        for (int k = 0; k < turned.length; k++) {
            double low = k == 0 ? median(Arrays.copyOfRange(turned[0], first, first + EDGE)) : 0;
            double high = k == 0 ? median(Arrays.copyOfRange(turned[0], end - EDGE, end)) : 0;
            Arrays.fill(turned[k], 0, first, low);
            Arrays.fill(turned[k], end, turned[k].length, high);
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void add(double[] sum, double[] vector, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    /** Over the common wavelengths. */
    private double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
