package org.novum.particledecay.fit;

/** A function to minimise inside a box. */
interface Objective {
    /** How much of an evaluation is wanted. */
    enum Detail {
        /** Value and gradient. */
        GRADIENT,
        /** Also the sum of outer products of the events' scores, which estimates the Hessian. */
        INFORMATION
    }

    double[] lower();

    double[] upper();

    /** Evaluates; an impossible point has value infinity. */
    Evaluation at(double[] point, Detail detail);

    /**
     * Result of an evaluation.
     *
     * @param value function value
     * @param gradient derivatives
     * @param information estimate of the Hessian, without rows unless asked for
     */
    record Evaluation(double value, double[] gradient, double[][] information) {
        static Evaluation impossible(int size) {
            return new Evaluation(Double.POSITIVE_INFINITY, new double[size], new double[0][]);
        }

        boolean possible() {
            return value < Double.POSITIVE_INFINITY;
        }
    }
}
