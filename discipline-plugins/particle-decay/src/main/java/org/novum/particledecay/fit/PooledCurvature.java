package org.novum.particledecay.fit;

import java.util.Optional;
import org.novum.particledecay.fit.NewtonMinimizer.Minimum;
import org.novum.particledecay.fit.Objective.Detail;
import org.novum.particledecay.fit.Objective.Evaluation;

/**
 * Hessian of a large sample's likelihood without further passes over its events.
 *
 * <p>With s_i the score of event i, the Hessian is sum_i s_i s_i^T - sum_i lambda''(m_i)/lambda(m_i). The first sum
 * comes with the evaluation at the minimum, event by event. The second has expectation zero for a true model, and is
 * taken from finely pooled events, where it is the difference between the sum of outer products and the Hessian.
 *
 * <p>The bins are many and the steps of the differences wide because some densities' second derivatives jump (where a
 * Crystal Ball's tail begins): the bin at the jump counts as a whole. On a million events the errors agree with those
 * of the events' own differences to a part in a thousand.
 */
final class PooledCurvature {
    /** Step of the differences in conditional standard deviations. */
    private static final double STEP = 0.1;
    /** Most that pooling may change the curvature along a parameter's axis before the events are asked instead. */
    private static final double MOST_LOSS = 1e-3;

    private PooledCurvature() {}

    /**
     * The Hessian at a minimum over the events, or nothing where the bins are too coarse for the model.
     *
     * @param pooled the same model on the finely pooled sample
     * @param minimum minimum over the events, with their information
     */
    static Optional<double[][]> hessian(ExtendedLikelihood pooled, Minimum minimum) {
        Evaluation there = pooled.at(minimum.point(), Detail.INFORMATION);
        double[][] events = minimum.evaluation().information();
        if (!there.possible() || !resolved(there.information(), events)) {
            return Optional.empty();
        }
        double[][] hessian = new NewtonMinimizer(pooled, 0).hessian(minimum.point(), there, STEP);
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < hessian.length; j++) {
                hessian[i][j] += events[i][j] - there.information()[i][j];
            }
        }
        return Optional.of(hessian);
    }

    private static boolean resolved(double[][] bins, double[][] events) {
        for (int i = 0; i < events.length; i++) {
            if (!(Math.abs(bins[i][i] - events[i][i]) <= MOST_LOSS * events[i][i])) {
                return false;
            }
        }
        return true;
    }
}
