package org.novum.statistics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.evidence.PValue;

class LookElsewhereTest {
    /** A stationary Gaussian process of unit variance and correlation exp(-d²/4): white noise through a Gaussian. */
    private static double[] field(SplittableRandom random, int points, int width) {
        int reach = 4 * width;
        double[] noise = new double[points + 2 * reach];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = NormalTail.zOf(random.nextDouble(1e-16, 1));
        }
        double[] kernel = new double[2 * reach + 1];
        double norm = 0;
        for (int k = 0; k < kernel.length; k++) {
            double distance = (double) (k - reach) / width;
            kernel[k] = StrictMath.exp(-0.5 * distance * distance);
            norm += kernel[k] * kernel[k];
        }
        double[] q = new double[points];
        for (int i = 0; i < points; i++) {
            double sum = 0;
            for (int k = 0; k < kernel.length; k++) {
                sum += kernel[k] * noise[i + k];
            }
            double z = sum / Math.sqrt(norm);
            q[i] = z > 0 ? z * z : 0;
        }
        return q;
    }

    /**
     * Rice's formula: a unit Gaussian process with second spectral moment m2 up-crosses level z at the rate
     * sqrt(m2)/(2 pi) exp(-z²/2). For the correlation exp(-d²/(4 w²)), m2 = 1/(2 w²).
     */
    @Test
    void upcrossingsFollowRice() {
        int points = 1000;
        int width = 10;
        double[][] scans = new double[300][];
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < scans.length; i++) {
            scans[i] = field(random, points, width);
        }
        Upcrossings counted = Upcrossings.ofToys(scans, 0.5);
        double rice = (points - 1) * Math.sqrt(0.5) / width / (2 * Math.PI) * Math.exp(-0.25);
        assertThat(counted.mean()).isCloseTo(rice, within(4 * counted.standardError() + 0.01 * rice));
    }

    @Test
    void globalPValuesOfToysAreCalibratedInTheTail() {
        int toys = 3000;
        SplittableRandom random = new SplittableRandom(5);
        double mean = (400 - 1) * Math.sqrt(0.5) / 8 / (2 * Math.PI) * Math.exp(-0.25);
        LookElsewhere scan = new LookElsewhere(0.5, mean);
        int below = 0;
        for (int toy = 0; toy < toys; toy++) {
            double largest = 0;
            for (double q : field(random, 400, 8)) {
                largest = Math.max(largest, q);
            }
            below += scan.globalPValue(largest).atMost(0.05) ? 1 : 0;
        }
        double fraction = (double) below / toys;
        assertThat(fraction).isCloseTo(0.05, within(3 * Math.sqrt(0.05 * 0.95 / toys)));
    }

    @Test
    void formulaOfGrossAndVitells() {
        LookElsewhere scan = new LookElsewhere(0.5, 4.34);
        double expected = NormalTail.survival(4) + 4.34 * Math.exp(-(16 - 0.5) / 2);
        assertThat(scan.globalPValue(16).value()).isCloseTo(expected, within(1e-15));
        assertThat(scan.trialFactor(16)).isCloseTo(expected / NormalTail.survival(4), within(1e-8));
        assertThat(scan.globalPValue(PValue.ofZ(4)).value()).isCloseTo(expected, within(1e-14));
        assertThat(scan.globalPValue(0.1).value()).isEqualTo(1);
        assertThat(scan.globalPValue(PValue.of(0.8)).value()).isEqualTo(1);
        assertThat(scan.globalPValue(1600).log10())
                .isCloseTo((Math.log(4.34) - 0.5 * 1599.5) / Math.log(10), within(3.0e-2));
        assertThat(new LookElsewhere(0.5, 0).globalPValue(16).value()).isCloseTo(NormalTail.survival(4), within(1e-17));
    }

    @Test
    void countsStepsAboveTheLevelOnly() {
        assertThat(Upcrossings.count(new double[] {0, 1, 0, 0.5, 0.6, 0.2, 2}, 0.5)).isEqualTo(3);
        assertThat(Upcrossings.count(new double[] {2, 0, 0}, 0.5)).isZero();
        assertThatThrownBy(() -> Upcrossings.count(new double[] {0, Double.NaN}, 0.5))
                .isInstanceOf(StatisticsException.class)
                .hasMessageContaining("scan point 1");
    }

    /** Garwood's limits: chi-square quantiles from scipy. */
    @Test
    void upperBoundOnFewCrossings() {
        assertThat(new Upcrossings(0.5, 0, 1).upperBound(0.9)).isCloseTo(2.302585092994046, within(1e-12));
        assertThat(new Upcrossings(0.5, 3, 2).upperBound(0.9)).isCloseTo(6.680783068255865 / 2, within(1e-11));
    }
}
