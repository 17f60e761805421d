package org.novum.solarflare.learn;

import org.novum.api.discipline.StepContext;
import org.novum.statistics.math.StableMath;

/**
 * Maximum likelihood with a quadratic penalty, by Newton's method (iteratively reweighted least squares).
 *
 * <p>Minimises -ln L + penalty / 2 times the sum of squared coefficients; the intercept is free. McCullagh and Nelder,
 * "Generalized Linear Models" (1989), section 2.5; le Cessie and van Houwelingen, Appl. Stat. 41 (1992) 191. A step that
 * does not improve is halved.
 */
public final class Regression {
    private static final int MOST_STEPS = 60;
    private static final double ENOUGH = 1e-8;

    private final Likelihood.Family family;
    private final double penalty;

    private Regression(Likelihood.Family family, double penalty) {
        if (!(penalty >= 0)) {
            throw new LearnException("a penalty is not negative, " + penalty + " is; give one of 0 or more");
        }
        this.family = family;
        this.penalty = penalty;
    }

    /** Logistic regression with this penalty. */
    public static Regression logistic(double penalty) {
        return new Regression(Likelihood.Family.LOGISTIC, penalty);
    }

    /** Poisson regression with this penalty. */
    public static Regression poisson(double penalty) {
        return new Regression(Likelihood.Family.POISSON, penalty);
    }

    /**
     * Fits.
     *
     * @param design of the samples
     * @param response one per sample: 0 or 1, or counts
     * @throws LearnException if there is no event, or nothing but events, or the steps do not come to an end
     */
    public Linear fit(Design design, double[] response, StepContext context) {
        double mean = StableMath.sum(response, 0, response.length) / response.length;
        boolean logistic = family == Likelihood.Family.LOGISTIC;
        if (!(mean > 0) || logistic && !(mean < 1)) {
            throw new LearnException("among " + response.length + " samples the share of events is " + mean
                    + "; a model needs samples with and without events: take more data or a lower class");
        }
        double[] coefficients = new double[design.columns() + 1];
        coefficients[0] = StableMath.log(logistic ? mean / (1 - mean) : mean);
        Likelihood likelihood = new Likelihood(family, design, response);
        Likelihood.Point point = likelihood.at(new Linear(coefficients), context);
        double objective = objective(point, coefficients);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(point, coefficients);
            double length = 1;
            double[] next = moved(coefficients, direction, length);
            Likelihood.Point there = likelihood.at(new Linear(next), context);
            while (objective(there, next) > objective && length > 1e-4) {
                length /= 2;
                next = moved(coefficients, direction, length);
                there = likelihood.at(new Linear(next), context);
            }
            double gain = objective - objective(there, next);
            if (gain <= ENOUGH * Math.abs(objective)) {
                return new Linear(gain > 0 ? next : coefficients);
            }
            coefficients = next;
            point = there;
            objective -= gain;
        }
        throw new LearnException("the fit did not come to an end in " + MOST_STEPS + " steps; give a greater penalty");
    }

    private double objective(Likelihood.Point point, double[] coefficients) {
        double squares = 0;
        for (int i = 1; i < coefficients.length; i++) {
            squares += coefficients[i] * coefficients[i];
        }
        return point.value() + penalty / 2 * squares;
    }

    private double[] direction(Likelihood.Point point, double[] coefficients) {
        double[] right = point.gradient().clone();
        double[] matrix = point.information().clone();
        for (int i = 0; i < right.length; i++) {
            right[i] = -right[i] - (i == 0 ? 0 : penalty * coefficients[i]);
            // The smallest ridge that keeps equal or constant features solvable.
            matrix[i * (i + 1) / 2 + i] += (i == 0 ? 0 : penalty) + 1e-9;
        }
        return Cholesky.solve(matrix, right);
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + length * direction[i];
        }
        return to;
    }
}
