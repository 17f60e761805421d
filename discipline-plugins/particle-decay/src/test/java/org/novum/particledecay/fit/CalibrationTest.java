package org.novum.particledecay.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.novum.particledecay.shape.ExponentialPolynomial;
import org.novum.particledecay.shape.Gaussian;
import org.novum.particledecay.shape.PeakStart;
import org.novum.particledecay.shape.Window;
import org.novum.statistics.math.StableMath;

/** Pulls and coverage over generated spectra: a Gaussian of 200 events on an exponential of 800, Poisson counts. */
class CalibrationTest {
    private static final Window WINDOW = new Window(2, 4);
    private static final double MASS = 3;
    private static final double SIGMA = 0.05;
    private static final double SLOPE = 0.9;
    private static final double SIGNAL = 200;
    private static final double BACKGROUND = 800;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    @Test
    void pullsOfAFewHundredSpectraAreStandardNormal() {
        Pulls pulls = new Pulls(300, 1);
        // Five standard errors of mean and width of 300 pulls.
        pulls.check(0.29, 0.80, 1.20);
    }

    @Test
    @Tag("slow")
    void pullsAndCoverageOverFourThousandSpectra() {
        Pulls pulls = new Pulls(4000, 2);
        pulls.check(0.1, 0.9, 1.1);
        assertThat(pulls.massInside / 4000.0).as("coverage of the mass").isBetween(0.66, 0.70);
        assertThat(pulls.yieldInside / 4000.0).as("coverage of the yield").isBetween(0.66, 0.70);
    }

    private static final class Pulls {
        final SummaryStatistics mass = new SummaryStatistics();
        final SummaryStatistics yield = new SummaryStatistics();
        int massInside;
        int yieldInside;

        Pulls(int spectra, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < spectra; i++) {
                FitResult fit = new MixtureFit(Sample.of(spectrum(random), WINDOW)).fit(model());
                assertThat(fit.status()).as("spectrum %d of seed %d", i, seed).isEqualTo(FitStatus.CONVERGED);
                double massPull = (fit.value("peak.mass") - MASS) / fit.error("peak.mass");
                double yieldPull = (fit.value("peak.yield") - SIGNAL) / fit.error("peak.yield");
                mass.addValue(massPull);
                yield.addValue(yieldPull);
                massInside += Math.abs(massPull) <= 1 ? 1 : 0;
                yieldInside += Math.abs(yieldPull) <= 1 ? 1 : 0;
            }
            System.out.printf("%d spectra: mass pull %.3f +- %.3f, inside %d; yield pull %.3f +- %.3f, inside %d%n",
                    spectra, mass.getMean(), mass.getStandardDeviation(), massInside,
                    yield.getMean(), yield.getStandardDeviation(), yieldInside);
        }

        void check(double bias, double narrowest, double widest) {
            for (SummaryStatistics pulls : List.of(mass, yield)) {
                assertThat(Math.abs(pulls.getMean())).isLessThan(bias);
                assertThat(pulls.getStandardDeviation()).isBetween(narrowest, widest);
            }
        }
    }

    private static MixtureModel model() {
        return MixtureModel.of(WINDOW, List.of(
                new Component("peak", new Gaussian(new PeakStart(2.99, 0, 0.045)), Yield.signed(150, 1000)),
                new Component("background", new ExponentialPolynomial(1), Yield.positive(850, 1000))));
    }

    private static double[] spectrum(SplittableRandom random) {
        int signal = poisson(SIGNAL, random);
        int background = poisson(BACKGROUND, random);
        double[] masses = new double[signal + background];
        for (int i = 0; i < signal; i++) {
            masses[i] = MASS + SIGMA * NORMAL.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
        }
        double span = 1 - StableMath.exp(-SLOPE * WINDOW.width());
        for (int i = signal; i < masses.length; i++) {
            masses[i] = WINDOW.lower() - StableMath.log(1 - random.nextDouble() * span) / SLOPE;
        }
        return masses;
    }

    /** Exponential waiting times. */
    static int poisson(double mean, SplittableRandom random) {
        int count = -1;
        for (double time = 0; time < mean; count++) {
            time -= StableMath.log(1 - random.nextDouble());
        }
        return count;
    }
}
