package org.novum.particledecay.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.particledecay.fit.NewtonMinimizer.Minimum;
import org.novum.particledecay.fit.Objective.Detail;
import org.novum.particledecay.fit.Objective.Evaluation;
import org.novum.particledecay.shape.CrystalBall;
import org.novum.particledecay.shape.ExponentialPolynomial;
import org.novum.particledecay.shape.PeakStart;
import org.novum.particledecay.shape.Window;
import org.novum.statistics.math.StableMath;

class PooledCurvatureTest {
    private static final Window WINDOW = new Window(2.6, 3.6);
    private static final int EVENTS = 160_000;

    private static double[] peakOnExponential() {
        SplittableRandom random = new SplittableRandom(41);
        double[] masses = new double[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            masses[i] = random.nextDouble() < 0.3
                    ? crystalBall(random)
                    : 2.6 - StableMath.log(1 - random.nextDouble() * (1 - StableMath.exp(-1))); // slope 1 per GeV
        }
        return masses;
    }

    private static double crystalBall(SplittableRandom random) {
        while (true) {
            double t = random.nextDouble(-16.5, 5);
            double beyond = Math.max(-t - 1.4, 0);
            double core = Math.max(t, -1.4);
            double density = StableMath.exp(-0.5 * core * core - 2.5 * StableMath.log(1 + beyond * 1.4 / 2.5));
            if (random.nextDouble() < density) {
                return 3.1 + 0.025 * t;
            }
        }
    }

    private static MixtureModel model(double massStart) {
        return MixtureModel.of(WINDOW, List.of(
                new Component(
                        "signal",
                        new CrystalBall(new PeakStart(massStart, 0, 0.03)),
                        Yield.positive(0.2 * EVENTS, EVENTS)),
                new Component("background", new ExponentialPolynomial(1), Yield.positive(0.8 * EVENTS, EVENTS))));
    }

    @Test
    void errorsOfALargeSampleAreThoseOfTheEventsOwnDifferences() {
        Sample sample = Sample.of(peakOnExponential(), WINDOW);
        FitResult fit = new MixtureFit(sample).fit(model(3.09));
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);

        ExtendedLikelihood likelihood = new ExtendedLikelihood(model(3.09), sample);
        double[] point = fit.parameters().stream().mapToDouble(FittedParameter::value).toArray();
        Evaluation there = likelihood.at(point, Detail.INFORMATION);
        double[][] inverse = Cholesky.of(new NewtonMinimizer(likelihood, 0).hessian(point, there)).orElseThrow().inverse();
        for (int i = 0; i < point.length; i++) {
            FittedParameter parameter = fit.parameters().get(i);
            assertThat(parameter.error()).as(parameter.name()).isCloseTo(Math.sqrt(inverse[i][i]), withPercentage(0.3));
        }
    }

    @Test
    void aLargeSamplesMinimumIsThatOfItsEvents() {
        Sample sample = Sample.of(peakOnExponential(), WINDOW);
        FitResult fit = new MixtureFit(sample).fit(model(3.09));
        ExtendedLikelihood likelihood = new ExtendedLikelihood(model(3.09), sample);
        Minimum direct = new NewtonMinimizer(likelihood, 1e-10).minimise(likelihood.map().start());
        assertThat(fit.negativeLogLikelihood() - direct.evaluation().value()).isBetween(-1e-7, 1e-7);
        for (int i = 0; i < direct.point().length; i++) {
            FittedParameter parameter = fit.parameters().get(i);
            assertThat(Math.abs(parameter.value() - direct.point()[i])).as(parameter.name())
                    .isLessThan(1e-3 * parameter.error());
        }
    }

    @Test
    void binsThatAreTooCoarseForThePeakAreRefused() {
        Sample sample = Sample.of(peakOnExponential(), WINDOW);
        ExtendedLikelihood likelihood = new ExtendedLikelihood(model(3.1), sample);
        Minimum minimum = new NewtonMinimizer(likelihood, 1e-6).minimise(likelihood.map().start());
        Optional<double[][]> fine = PooledCurvature.hessian(likelihood.on(sample.pooled(1 << 14)), minimum);
        Optional<double[][]> coarse = PooledCurvature.hessian(likelihood.on(sample.pooled(30)), minimum);
        assertThat(fine).isPresent();
        assertThat(coarse).isEmpty();
    }
}
