package org.novum.particledecay.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.novum.particledecay.shape.Bernstein;
import org.novum.particledecay.shape.Chebyshev;
import org.novum.particledecay.shape.CrystalBall;
import org.novum.particledecay.shape.ExponentialPolynomial;
import org.novum.particledecay.shape.Gaussian;
import org.novum.particledecay.shape.PeakStart;
import org.novum.particledecay.shape.SignalFamily;
import org.novum.particledecay.shape.Window;

class MixtureFitTest {
    private static final Window WINDOW = new Window(0, 10);
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private static double[] flatWithPeak(int background, int signal, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] masses = new double[background + signal];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = i < background
                    ? random.nextDouble(0, 10)
                    : 5 + 0.2 * NORMAL.inverseCumulativeProbability(random.nextDouble(1e-9, 1));
        }
        return masses;
    }

    private static MixtureModel peakOnFlat(double events) {
        return MixtureModel.of(WINDOW, List.of(
                new Component("peak", new Gaussian(new PeakStart(4.9, 0, 0.25)), Yield.positive(0.2 * events, events)),
                new Component("background", new Chebyshev(1), Yield.positive(0.8 * events, events))));
    }

    @Test
    void aGaussianAloneHasItsMeanItsSpreadAndTheirKnownErrors() {
        double[] masses = flatWithPeak(0, 5000, 3);
        double mean = java.util.Arrays.stream(masses).average().orElseThrow();
        double variance = java.util.Arrays.stream(masses).map(m -> (m - mean) * (m - mean)).sum() / 5000;
        MixtureModel model = MixtureModel.of(
                WINDOW,
                List.of(new Component("peak", new Gaussian(new PeakStart(4.9, 0, 0.25)), Yield.positive(4000, 5000))));
        FitResult fit = new MixtureFit(Sample.of(masses, WINDOW)).fit(model);
        double sigma = Math.sqrt(variance);
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.value("peak.yield")).isCloseTo(5000, offset(1e-3));
        assertThat(fit.error("peak.yield")).isCloseTo(Math.sqrt(5000), offset(1e-3));
        assertThat(fit.value("peak.mass")).isCloseTo(mean, offset(1e-6));
        assertThat(fit.error("peak.mass")).isCloseTo(sigma / Math.sqrt(5000), offset(1e-7));
        assertThat(fit.value("peak.resolution")).isCloseTo(sigma, offset(1e-6));
        assertThat(fit.error("peak.resolution")).isCloseTo(sigma / Math.sqrt(10000), offset(1e-6));
        assertThat(fit.correlation("peak.mass", "peak.resolution")).isCloseTo(0, offset(1e-4));
    }

    @Test
    void theResultDependsOnNeitherThreadsNorPooling() throws ExecutionException, InterruptedException {
        double[] masses = flatWithPeak(90_000, 20_000, 4);
        FitResult first = new MixtureFit(Sample.of(masses, WINDOW)).fit(peakOnFlat(110_000));
        assertThat(first.status()).isEqualTo(FitStatus.CONVERGED);
        for (int threads : new int[] {1, 3}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                FitResult again = pool.submit(() -> new MixtureFit(Sample.of(masses, WINDOW)).fit(peakOnFlat(110_000)))
                        .get();
                assertThat(again.values()).isEqualTo(first.values());
                assertThat(again.covariance()).isEqualTo(first.covariance());
                assertThat(again.negativeLogLikelihood()).isEqualTo(first.negativeLogLikelihood());
            }
        }
        FitResult unpooled = new MixtureFit(Sample.of(masses, WINDOW)).fit(first.model());
        for (FittedParameter p : first.parameters()) {
            assertThat(unpooled.value(p.name())).as(p.name()).isCloseTo(p.value(), offset(1e-3 * p.error()));
        }
    }

    @Test
    void boundParametersFollowAndConstantsStay() {
        double[] masses = flatWithPeak(800, 200, 5);
        MixtureModel model = MixtureModel.of(WINDOW, List.of(
                new Component("a", new Gaussian(new PeakStart(5, 0, 0.2)), Yield.positive(200, 1000)),
                new Component("b", new Gaussian(new PeakStart(7, 0, 0.2)), Yield.signed(1, 1000)),
                new Component("background", new ExponentialPolynomial(1), Yield.positive(800, 1000))))
                .tie("b.resolution", "a.resolution", 1.4)
                .fix("b.mass", 7);
        FitResult fit = new MixtureFit(Sample.of(masses, WINDOW)).fit(model);
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.value("b.resolution")).isEqualTo(1.4 * fit.value("a.resolution"));
        assertThat(fit.error("b.resolution")).isCloseTo(1.4 * fit.error("a.resolution"), offset(1e-12));
        assertThat(fit.parameter("b.mass").state()).isEqualTo(FittedParameter.State.CONSTANT);
        assertThat(fit.value("b.yield")).isCloseTo(0, offset(4 * fit.error("b.yield")));
        assertThat(model.without("a").parameter("b.resolution").binding()).isEqualTo(new Binding.Free());
    }

    @Test
    void profileIntervalsAgreeWithTheHessianForManyEventsAndLeanForFew() {
        double[] many = flatWithPeak(8000, 2000, 6);
        MixtureFit fitter = new MixtureFit(Sample.of(many, WINDOW));
        FitResult fit = fitter.fit(peakOnFlat(10_000));
        ProfileInterval mass = ProfileInterval.of(fitter, fit, "peak.mass", 1);
        assertThat(mass.upper() - mass.value()).isCloseTo(fit.error("peak.mass"), offset(0.02 * fit.error("peak.mass")));
        assertThat(mass.value() - mass.lower()).isCloseTo(fit.error("peak.mass"), offset(0.02 * fit.error("peak.mass")));
        MixtureFit fewFitter = new MixtureFit(Sample.of(flatWithPeak(20, 12, 7), WINDOW));
        MixtureModel narrow = peakOnFlat(32).fix("background.c1", 0).fix("peak.mass", 5).fix("peak.resolution", 0.2);
        FitResult few = fewFitter.fit(narrow);
        ProfileInterval yield = ProfileInterval.of(fewFitter, few, "peak.yield", 1);
        assertThat(yield.upper() - yield.value()).isGreaterThan(yield.value() - yield.lower());
    }

    @Test
    void aYieldThatTheDataPushBelowZeroStopsThereAndSaysSo() {
        double[] masses = java.util.stream.DoubleStream.of(flatWithPeak(2000, 0, 8))
                .filter(m -> Math.abs(m - 5) > 0.4)
                .toArray();
        MixtureModel model = peakOnFlat(2000).fix("peak.mass", 5).fix("peak.resolution", 0.2);
        FitResult fit = new MixtureFit(Sample.of(masses, WINDOW)).fit(model);
        assertThat(fit.status()).isEqualTo(FitStatus.AT_LIMIT);
        assertThat(fit.value("peak.yield")).isZero();
        assertThat(fit.parameter("peak.yield").state()).isEqualTo(FittedParameter.State.AT_LIMIT);
        assertThat(fit.error("peak.yield")).isPositive();
        assertThat(fit.error("background.yield")).isCloseTo(Math.sqrt(masses.length), offset(0.1));
    }

    @Test
    void degenerateModelsAreReportedNotHidden() {
        double[] masses = flatWithPeak(1000, 0, 9);
        MixtureModel twins = MixtureModel.of(WINDOW, List.of(
                new Component("one", new Chebyshev(0), Yield.signed(500, 1000)),
                new Component("two", new Chebyshev(0), Yield.signed(500, 1000))));
        assertThat(new MixtureFit(Sample.of(masses, WINDOW)).fit(twins).status().usable()).isFalse();
    }

    @Test
    void fewEventsOnNearlyNothingAreFitted() {
        double[] masses = flatWithPeak(6, 30, 10);
        PeakFit peakFit = new PeakFit(
                WINDOW,
                List.of(PeakHypothesis.of(
                        "peak", new PeakStart(5, 0, 0.2), SignalFamily.GAUSSIAN, SignalFamily.CRYSTAL_BALL)),
                PeakFit.usualBackgrounds(WINDOW, masses.length));
        PeakFitResult result = peakFit.fit(masses);
        assertThat(result.status().usable()).isTrue();
        assertThat(result.peak("peak").yield().value()).isCloseTo(30, offset(6.0));
        assertThat(result.peak("peak").localSignificance()).isGreaterThan(5);
        double area = result.curve().expected(0, 10);
        assertThat(result.curve().samples(201)).hasSize(201);
        assertThat(area).isPositive();
    }

    @Test
    void theEnvelopeCoversFamiliesThatAreNearlyAsGood() {
        double[] masses = flatWithPeak(3000, 150, 11);
        List<PeakHypothesis> peaks =
                List.of(PeakHypothesis.of("peak", new PeakStart(5, 0, 0.2), SignalFamily.GAUSSIAN));
        PeakFitResult all = new PeakFit(WINDOW, peaks, List.of(new Bernstein(1, 0), new Bernstein(2, 0),
                new ExponentialPolynomial(1), new ExponentialPolynomial(2), new Chebyshev(0))).fit(masses);
        assertThat(all.candidates()).isSortedAccordingTo(java.util.Comparator.comparingDouble(Candidate::criterion));
        Estimate yield = all.peak("peak").yield();
        assertThat(yield.error()).isGreaterThanOrEqualTo(yield.statistical());
        assertThat(yield.lower()).isLessThanOrEqualTo(yield.value() - yield.statistical());
    }

    @Test
    void smallCrystalBallSamplesConverge() {
        double[] masses = flatWithPeak(300, 300, 12);
        MixtureModel model = MixtureModel.of(WINDOW, List.of(
                new Component("peak", new CrystalBall(new PeakStart(5, 0, 0.2)), Yield.positive(250, 600)),
                new Component("background", new ExponentialPolynomial(1), Yield.positive(350, 600))));
        FitResult fit = new MixtureFit(Sample.of(masses, WINDOW)).fit(model);
        assertThat(fit.status().usable()).isTrue();
        assertThat(fit.value("peak.mass")).isCloseTo(5, offset(5 * fit.error("peak.mass")));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Sample.of(new double[] {1, Double.NaN}, WINDOW)).hasMessageContaining("mass 1 of 2");
        assertThatThrownBy(() -> new MixtureFit(Sample.of(new double[] {11}, WINDOW))).hasMessageContaining("no event");
        assertThatThrownBy(() -> peakOnFlat(10).fix("peak.color", 1)).hasMessageContaining("peak.mass");
    }
}
