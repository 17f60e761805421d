package org.novum.particledecay.scan;

import java.util.List;
import org.novum.statistics.distribution.NormalTail;

/**
 * Outcome of the registered scan of one spectrum.
 *
 * @param peak the most significant excess
 * @param significance its local and global significance
 * @param background the null hypothesis it was judged against
 * @param profile the local significance over the window
 */
public record ScanResult(Peak peak, GlobalSignificance significance, BackgroundChoice background, Profile profile) {
    /** What a p-value of 1 is given as. */
    private static final double LEAST_Z = -9;

    /**
     * The most significant excess of a scan.
     *
     * @param mass position in GeV
     * @param sigma standard deviation of the fitted peak in GeV
     * @param widthFactor the registered width factor that fits best
     * @param yield fitted number of signal candidates
     */
    public record Peak(double mass, double sigma, double widthFactor, double yield) {}

    /**
     * Local and global significance.
     *
     * @param q0 −2 ln of the ratio of profile likelihoods at the best mass and width
     * @param log10Global natural tail probability of q0 over the whole scan, as log10
     * @param toys number of pseudo-experiments thrown
     * @param method how the global p-value was obtained
     */
    public record GlobalSignificance(double q0, double log10Global, int toys, Method method) {
        /** Local significance √q0 in standard deviations. */
        public double localZ() {
            return Math.sqrt(Math.max(0, q0));
        }

        /** log10 of the local one-sided p-value of {@link #localZ()}. */
        public double log10Local() {
            return NormalTail.log10Survival(localZ());
        }

        /** Global p-value; underflows to 0 below 1e-308. */
        public double globalP() {
            return org.apache.commons.math3.util.FastMath.pow(10, log10Global);
        }

        /** Global significance in standard deviations, one-sided. */
        public double globalZ() {
            return Math.max(LEAST_Z, NormalTail.zOfLog10(Math.min(0, log10Global)));
        }

        /** Global over local p-value: how many independent places were searched, in effect. */
        public double trialFactor() {
            return org.apache.commons.math3.util.FastMath.pow(10, log10Global - log10Local());
        }
    }

    /** How a global p-value was obtained. */
    public enum Method {
        /** Counted from pseudo-experiments that reached the data. */
        TOYS,
        /** Tail extrapolated from pseudo-experiments after Gross and Vitells (2010). */
        TOYS_WITH_TAIL,
        /** Nothing to test: too few candidates. */
        NOT_TESTED
    }

    /**
     * The null hypothesis with the least penalised −2 ln L.
     *
     * @param family name of the smooth family and of the structures added to it
     * @param parameters number of free coefficients
     * @param expected expected counts per bin
     * @param warnings what a reader should know, one sentence each
     */
    public record BackgroundChoice(String family, int parameters, double[] expected, List<String> warnings) {}

    /**
     * The local significance along mass.
     *
     * @param masses bin centres in GeV
     * @param counts observed counts per bin
     * @param localZ signed local significance at each centre for the best width
     */
    public record Profile(double[] masses, double[] counts, double[] localZ) {}
}
