package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.novum.particledecay.fit.FittedParameter.State;
import org.novum.particledecay.fit.NewtonMinimizer.Minimum;

/**
 * Fits models to one sample by unbinned extended maximum likelihood.
 *
 * <p>Large samples are first fitted pooled into bins, which costs next to nothing and leaves a few passes over the
 * events; very large ones into fine bins next, which mostly leaves a single pass. The result is always that of the
 * unbinned likelihood. The fine bins also give the small part of the Hessian that the events' scores do not
 * ({@link PooledCurvature}).
 */
public final class MixtureFit {
    private static final double TOLERANCE = 1e-8;
    private static final double POOLED_TOLERANCE = 1e-6;
    private static final int POOLING_SIZE = 20_000;
    private static final int POOLED_BINS = 4096;
    private static final double FINE_TOLERANCE = 1e-9;
    private static final int FINE_POOLING_SIZE = 1 << 17;
    private static final int FINE_BINS = 1 << 16;

    private final Sample sample;
    private final Optional<Sample> pooled;
    private final Optional<Sample> fine;

    public MixtureFit(Sample sample) {
        if (sample.size() == 0) {
            throw new FitException("the sample has no event in " + sample.window()
                    + ": widen the window or leave the channel out");
        }
        this.sample = sample;
        this.fine = sample.size() > FINE_POOLING_SIZE ? Optional.of(sample.pooled(FINE_BINS)) : Optional.empty();
        this.pooled = sample.size() > POOLING_SIZE
                ? Optional.of(fine.orElse(sample).pooled(POOLED_BINS))
                : Optional.empty();
    }

    /** The sample fitted. */
    public Sample sample() {
        return sample;
    }

    /** Finds the minimum and the covariance matrix there. */
    public FitResult fit(MixtureModel model) {
        ExtendedLikelihood likelihood = new ExtendedLikelihood(model, sample);
        NewtonMinimizer minimizer = new NewtonMinimizer(likelihood, TOLERANCE);
        Minimum minimum = minimizer.minimise(start(likelihood));
        if (!minimum.evaluation().possible()) {
            return result(likelihood, model, minimum, Optional.empty());
        }
        double[][] hessian = fine.flatMap(bins -> PooledCurvature.hessian(likelihood.on(bins), minimum))
                .orElseGet(() -> minimizer.hessian(minimum.point(), minimum.evaluation()));
        return result(likelihood, model, minimum, Optional.of(hessian));
    }

    /** Finds the minimum only; errors and covariance are left out. */
    public FitResult minimise(MixtureModel model) {
        ExtendedLikelihood likelihood = new ExtendedLikelihood(model, sample);
        NewtonMinimizer minimizer = new NewtonMinimizer(likelihood, POOLED_TOLERANCE);
        return result(likelihood, model, minimizer.minimise(start(likelihood)), Optional.empty());
    }

    private double[] start(ExtendedLikelihood likelihood) {
        double[] rough = nearer(likelihood, pooled, POOLED_TOLERANCE, likelihood.map().start());
        return nearer(likelihood, fine, FINE_TOLERANCE, rough);
    }

    /** The minimum of a pooled sample, if there is one. */
    private static double[] nearer(
            ExtendedLikelihood likelihood, Optional<Sample> bins, double tolerance, double[] start) {
        return bins.map(pool -> new NewtonMinimizer(likelihood.on(pool), tolerance).minimise(start))
                .filter(minimum -> minimum.evaluation().possible())
                .map(Minimum::point)
                .orElse(start);
    }

    private FitResult result(
            ExtendedLikelihood likelihood, MixtureModel model, Minimum minimum, Optional<double[][]> hessian) {
        ParameterMap map = likelihood.map();
        int size = model.parameters().size();
        double[] values = map.expand(minimum.point());
        double[][] covariance = hessian.isPresent() ? new double[size][size] : new double[0][];
        Classified classified = Classified.of(likelihood, minimum, hessian);
        hessian.ifPresent(h -> classified.fill(covariance, map));
        List<FittedParameter> parameters = new ArrayList<>();
        MixtureModel fitted = model;
        for (int i = 0; i < size; i++) {
            ModelParameter p = model.parameters().get(i);
            State state = map.sourceOf(i) < 0 ? State.CONSTANT : classified.states[map.sourceOf(i)];
            double error = map.sourceOf(i) < 0
                    ? 0
                    : Math.abs(map.factorOf(i)) * classified.errors[map.sourceOf(i)];
            parameters.add(new FittedParameter(p.name(), values[i], error, state));
            if (p.binding() instanceof Binding.Free) {
                fitted = fitted.start(p.name(), values[i]);
            }
        }
        return new FitResult(
                fitted,
                classified.status,
                minimum.evaluation().value(),
                parameters,
                covariance,
                minimum.distance(),
                minimum.evaluations());
    }

    /** What each free parameter turned out to be, and the covariance of those that the data determine. */
    private record Classified(FitStatus status, State[] states, double[] errors, int[] fitted, double[][] inverse) {
        static Classified of(ExtendedLikelihood likelihood, Minimum minimum, Optional<double[][]> hessian) {
            double[] point = minimum.point();
            double[] gradient = minimum.evaluation().gradient();
            double[] lower = likelihood.lower();
            double[] upper = likelihood.upper();
            State[] states = new State[point.length];
            double[] errors = new double[point.length];
            for (int i = 0; i < point.length; i++) {
                boolean atLimit = point[i] <= lower[i] || point[i] >= upper[i];
                boolean silent = hessian.isPresent() && hessian.get()[i][i] == 0 && gradient[i] == 0;
                states[i] = silent ? State.UNDETERMINED : atLimit ? State.AT_LIMIT : State.FITTED;
                if (atLimit && !silent && hessian.isPresent()) {
                    errors[i] = riseByHalf(Math.abs(gradient[i]), hessian.get()[i][i]);
                }
            }
            int[] fitted = java.util.stream.IntStream.range(0, point.length)
                    .filter(i -> states[i] == State.FITTED)
                    .toArray();
            if (!minimum.evaluation().possible()) {
                return new Classified(FitStatus.IMPOSSIBLE_START, states, errors, new int[0], new double[0][]);
            }
            FitStatus ended = !minimum.converged()
                    ? FitStatus.NOT_CONVERGED
                    : fitted.length < point.length ? FitStatus.AT_LIMIT : FitStatus.CONVERGED;
            if (hessian.isEmpty()) {
                return new Classified(ended, states, errors, new int[0], new double[0][]);
            }
            return Cholesky.of(NewtonMinimizer.part(hessian.get(), fitted))
                    .map(factor -> new Classified(ended, states, errors, fitted, factor.inverse()))
                    .orElseGet(() -> new Classified(
                            ended == FitStatus.NOT_CONVERGED ? ended : FitStatus.DEGENERATE,
                            states,
                            errors,
                            new int[0],
                            new double[0][]));
        }

        /** d with g d + h d^2 / 2 = 1/2. */
        private static double riseByHalf(double gradient, double curvature) {
            double h = Math.max(curvature, 0);
            double root = Math.sqrt(gradient * gradient + h) + gradient;
            return root > 0 ? 1 / root : 0;
        }

        /** Spreads the inverse Hessian over all parameters, scaled ones included, and sets the errors. */
        void fill(double[][] covariance, ParameterMap map) {
            int[] position = new int[states.length];
            Arrays.fill(position, -1);
            for (int i = 0; i < fitted.length && inverse.length > 0; i++) {
                position[fitted[i]] = i;
                errors[fitted[i]] = Math.sqrt(inverse[i][i]);
            }
            for (int i = 0; i < covariance.length; i++) {
                for (int j = 0; j < covariance.length; j++) {
                    int si = map.sourceOf(i);
                    int sj = map.sourceOf(j);
                    if (si >= 0 && sj >= 0 && position[si] >= 0 && position[sj] >= 0) {
                        covariance[i][j] =
                                map.factorOf(i) * map.factorOf(j) * inverse[position[si]][position[sj]];
                    }
                }
            }
        }
    }
}
