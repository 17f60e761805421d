package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Pearson's chi-square of a binned comparison.
 *
 * @param chiSquare sum of squared pulls
 * @param degreesOfFreedom bins minus fitted parameters; 0 if there are too few events to judge
 * @param pValue probability of a larger value; 1 without degrees of freedom
 * @param fittedParameters free parameters of the model
 * @param bins bins in increasing mass, neighbours merged until each expects five events
 */
public record GoodnessOfFit(
        double chiSquare, int degreesOfFreedom, double pValue, int fittedParameters, List<Bin> bins) {
    private static final double LEAST_EXPECTED = 5;
    private static final int MOST_BINS = 120;

    public GoodnessOfFit {
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param lower lower edge
     * @param upper upper edge
     * @param observed events
     * @param expected events of the model
     */
    public record Bin(double lower, double upper, double observed, double expected) {
        /** Deviation in units of its expected standard deviation. */
        public double pull() {
            return (observed - expected) / Math.sqrt(expected);
        }
    }

    static GoodnessOfFit of(Sample sample, SpectrumCurve curve, int fittedParameters) {
        int count = Math.min(MOST_BINS, Math.max(8, (int) (4 * Math.sqrt(sample.total()))));
        double[] observed = sample.histogram(count);
        double width = sample.window().width() / count;
        List<Bin> bins = new ArrayList<>();
        double start = sample.window().lower();
        double seen = 0;
        double expected = 0;
        for (int i = 0; i < count; i++) {
            double lower = sample.window().lower() + i * width;
            seen += observed[i];
            expected += curve.expected(lower, lower + width);
            if (expected >= LEAST_EXPECTED) {
                bins.add(new Bin(start, lower + width, seen, expected));
                start = lower + width;
                seen = 0;
                expected = 0;
            }
        }
        mergeRest(bins, sample.window().upper(), seen, expected);
        double chiSquare = bins.stream().mapToDouble(b -> b.pull() * b.pull()).sum();
        int freedom = Math.max(0, bins.size() - fittedParameters);
        double pValue = freedom > 0 ? Gamma.regularizedGammaQ(0.5 * freedom, 0.5 * chiSquare) : 1;
        return new GoodnessOfFit(chiSquare, freedom, pValue, fittedParameters, bins);
    }

    private static void mergeRest(List<Bin> bins, double upper, double seen, double expected) {
        if (!bins.isEmpty() && expected + seen > 0) {
            Bin last = bins.removeLast();
            bins.add(new Bin(last.lower(), upper, last.observed() + seen, last.expected() + expected));
        }
    }
}
