package org.novum.particledecay.fit;

import java.util.Optional;
import org.novum.particledecay.fit.Objective.Detail;
import org.novum.particledecay.fit.Objective.Evaluation;

/**
 * Damped Newton minimiser inside a box, made for likelihoods.
 *
 * <p>Why not a general one: the events' scores give an estimate of the Hessian with every evaluation (Berndt, Hall,
 * Hall, Hausman 1974), so that a fit of a million events takes a handful of passes, where quasi-Newton methods
 * without second derivatives take dozens; and commons-math has no bounded Newton method. Steps are damped after
 * Levenberg and Marquardt; parameters at a limit with the gradient pointing outwards are held. When outer products
 * converge slowly (few events, poor model), the Hessian comes from central differences of the analytic gradient.
 */
final class NewtonMinimizer {
    private static final int OUTER_PRODUCT_STEPS = 12;
    private static final int MOST_STEPS = 150;
    private static final double MOST_DAMPING = 1e12;
    private static final double STEP = 0.02;
    /** Distances below this that rounding keeps from falling further still count as converged. */
    private static final double ROUNDING_DISTANCE = 1e-4;

    private final Objective objective;
    private final double[] lower;
    private final double[] upper;
    private final double tolerance;
    private int evaluations;

    NewtonMinimizer(Objective objective, double tolerance) {
        this.objective = objective;
        this.lower = objective.lower();
        this.upper = objective.upper();
        this.tolerance = tolerance;
    }

    /**
     * Where the search ended.
     *
     * @param point parameters
     * @param evaluation value, gradient and information there
     * @param distance estimated vertical distance to the minimum
     * @param converged whether the distance is below the tolerance
     * @param evaluations passes over the data so far
     */
    record Minimum(double[] point, Evaluation evaluation, double distance, boolean converged, int evaluations) {}

    Minimum minimise(double[] start) {
        double[] point = clamp(start);
        Evaluation here = evaluate(point, Detail.INFORMATION);
        if (!here.possible()) {
            return new Minimum(point, here, Double.POSITIVE_INFINITY, false, evaluations);
        }
        double damping = 1e-4;
        double[][] hessian = here.information();
        double distance = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            boolean outerProducts = step < OUTER_PRODUCT_STEPS;
            boolean[] held = held(point, here.gradient());
            distance = distance(hessian, here, held);
            if (distance <= tolerance) {
                return new Minimum(point, here, distance, true, evaluations);
            }
            Trial trial = descend(new State(point, here, hessian, held), damping);
            if (trial.evaluation == null) {
                return new Minimum(point, here, distance, distance < ROUNDING_DISTANCE, evaluations);
            }
            point = trial.point;
            here = trial.evaluation;
            damping = trial.damping;
            hessian = outerProducts ? here.information() : hessian(point, here);
        }
        return new Minimum(point, here, distance, false, evaluations);
    }

    private record State(double[] point, Evaluation evaluation, double[][] hessian, boolean[] held) {}

    private record Trial(double[] point, @org.jspecify.annotations.Nullable Evaluation evaluation, double damping) {}

    /** Raises the damping until a step lowers the function; no evaluation in the result if none does. */
    private Trial descend(State state, double startDamping) {
        double damping = startDamping;
        while (damping < MOST_DAMPING) {
            Optional<double[]> step = step(state, damping);
            if (step.isPresent()) {
                double[] next = clamp(sum(state.point, step.get()));
                double predicted = predicted(state, next);
                Evaluation there = evaluate(next, Detail.INFORMATION);
                double gained = state.evaluation.value() - there.value();
                if (there.possible() && gained > 0) {
                    double ratio = predicted > 0 ? gained / predicted : 0;
                    double changed = ratio > 0.75 ? damping * 0.1 : ratio < 0.25 ? damping * 4 : damping;
                    return new Trial(next, there, Math.max(changed, 1e-10));
                }
                if (Math.abs(gained) <= 1e-13 * Math.abs(state.evaluation.value())
                        && predicted <= 1e-12 * Math.abs(state.evaluation.value())) {
                    return new Trial(state.point, null, damping);
                }
            }
            damping = Math.max(damping * 10, 1e-4);
        }
        return new Trial(state.point, null, damping);
    }

    /**
     * The damped Newton step that stays in the box: a parameter that would leave it goes to its limit, and the others
     * are solved for again with it there.
     */
    private Optional<double[]> step(State state, double damping) {
        int size = state.point.length;
        boolean[] decided = state.held.clone();
        double[] step = new double[size];
        for (int round = 0; round <= size; round++) {
            int[] active = active(decided);
            Optional<double[]> solution = solve(state, damping, active, step);
            if (solution.isEmpty()) {
                return Optional.empty();
            }
            boolean inside = true;
            for (int i = 0; i < active.length; i++) {
                int k = active[i];
                double next = state.point[k] + solution.get()[i];
                if (next < lower[k] || next > upper[k]) {
                    step[k] = (next < lower[k] ? lower[k] : upper[k]) - state.point[k];
                    decided[k] = true;
                    inside = false;
                }
            }
            if (inside) {
                for (int i = 0; i < active.length; i++) {
                    step[active[i]] = solution.get()[i];
                }
                return Optional.of(step);
            }
        }
        return Optional.of(step);
    }

    private Optional<double[]> solve(State state, double damping, int[] active, double[] decidedStep) {
        double[][] matrix = part(state.hessian, active);
        double[] right = new double[active.length];
        for (int i = 0; i < active.length; i++) {
            int k = active[i];
            double range = upper[k] - lower[k];
            double scale = Math.max(state.evaluation.information()[k][k], 0) + 1 / (range * range);
            matrix[i][i] += damping * scale;
            right[i] = -state.evaluation.gradient()[k];
            for (int l = 0; l < decidedStep.length; l++) {
                right[i] -= decidedStep[l] == 0 ? 0 : state.hessian[k][l] * decidedStep[l];
            }
        }
        return Cholesky.of(matrix).map(factor -> factor.solve(right));
    }

    private double predicted(State state, double[] next) {
        double linear = 0;
        double quadratic = 0;
        for (int i = 0; i < next.length; i++) {
            double di = next[i] - state.point[i];
            linear += state.evaluation.gradient()[i] * di;
            for (int j = 0; j < next.length; j++) {
                quadratic += state.hessian[i][j] * di * (next[j] - state.point[j]);
            }
        }
        return -linear - 0.5 * quadratic;
    }

    /** Half g H^-1 g over the parameters that are not held; infinite if H is not positive definite. */
    private double distance(double[][] hessian, Evaluation here, boolean[] held) {
        int[] active = active(held);
        // Parameters without any influence here, such as the mass of a peak of yield zero, have no say.
        int[] relevant = java.util.Arrays.stream(active)
                .filter(i -> hessian[i][i] != 0 || here.gradient()[i] != 0)
                .toArray();
        double[] gradient = new double[relevant.length];
        for (int i = 0; i < relevant.length; i++) {
            gradient[i] = here.gradient()[relevant[i]];
        }
        return Cholesky.of(part(hessian, relevant))
                .map(factor -> {
                    double[] solution = factor.solve(gradient);
                    double sum = 0;
                    for (int i = 0; i < gradient.length; i++) {
                        sum += gradient[i] * solution[i];
                    }
                    return 0.5 * sum;
                })
                .orElse(Double.POSITIVE_INFINITY);
    }

    double[][] hessian(double[] point, Evaluation here) {
        return hessian(point, here, STEP);
    }

    /**
     * Hessian from central differences of the gradient, one-sided at a limit.
     *
     * @param point where
     * @param here evaluation there
     * @param step step of the differences in the parameters' conditional standard deviations
     */
    double[][] hessian(double[] point, Evaluation here, double step) {
        int n = point.length;
        double[][] hessian = new double[n][n];
        for (int j = 0; j < n; j++) {
            double width = stepWidth(here, j, step);
            double[] above = point.clone();
            double[] below = point.clone();
            above[j] = Math.min(point[j] + width, upper[j]);
            below[j] = Math.max(point[j] - width, lower[j]);
            Evaluation up = evaluate(above, Detail.GRADIENT);
            Evaluation down = evaluate(below, Detail.GRADIENT);
            if (!up.possible()) {
                up = here;
                above[j] = point[j];
            }
            if (!down.possible()) {
                down = here;
                below[j] = point[j];
            }
            double span = above[j] - below[j];
            for (int i = 0; i < n; i++) {
                hessian[i][j] = span > 0 ? (up.gradient()[i] - down.gradient()[i]) / span : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (hessian[i][j] + hessian[j][i]);
                hessian[i][j] = mean;
                hessian[j][i] = mean;
            }
        }
        return hessian;
    }

    /** A small part of the parameter's conditional standard deviation. */
    private double stepWidth(Evaluation here, int j, double step) {
        double information = here.information().length > 0 ? here.information()[j][j] : 0;
        double range = upper[j] - lower[j];
        return information > 0 ? Math.min(step / Math.sqrt(information), 0.01 * range) : 1e-4 * range;
    }

    /** Which parameters sit at a limit with the function falling beyond it. */
    boolean[] held(double[] point, double[] gradient) {
        boolean[] held = new boolean[point.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = (point[i] <= lower[i] && gradient[i] > 0) || (point[i] >= upper[i] && gradient[i] < 0);
        }
        return held;
    }

    static double[][] part(double[][] matrix, int[] indices) {
        double[][] part = new double[indices.length][indices.length];
        for (int i = 0; i < indices.length; i++) {
            for (int j = 0; j < indices.length; j++) {
                part[i][j] = matrix[indices[i]][indices[j]];
            }
        }
        return part;
    }

    static int[] active(boolean[] held) {
        return java.util.stream.IntStream.range(0, held.length).filter(i -> !held[i]).toArray();
    }

    private Evaluation evaluate(double[] point, Detail detail) {
        evaluations++;
        return objective.at(point, detail);
    }

    int evaluations() {
        return evaluations;
    }

    private double[] clamp(double[] point) {
        double[] inside = new double[point.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.min(Math.max(point[i], lower[i]), upper[i]);
        }
        return inside;
    }

    private static double[] sum(double[] left, double[] right) {
        double[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }
}
