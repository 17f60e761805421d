package org.novum.particledecay.shape;

/** Divides a positive function by its integral over the window, and its derivatives accordingly. */
final class NormalisedDensity implements Density {
    private final Density function;
    private final double inverseIntegral;
    private final double[] logarithmicSlopes;

    /**
     * Integrates function and derivatives with a rule.
     *
     * @param function positive function with derivatives
     * @param parameters number of parameters
     * @param rule rule over the window
     * @throws ShapeException if the integral is not positive
     */
    NormalisedDensity(Density function, int parameters, Quadrature rule) {
        this.function = function;
        double[] integrals = new double[parameters + 1];
        DensityBlock block = new DensityBlock(parameters);
        double[] nodes = rule.nodes();
        for (int from = 0; from < nodes.length; from += DensityBlock.SIZE) {
            int count = Math.min(DensityBlock.SIZE, nodes.length - from);
            function.evaluate(nodes, from, count, block);
            for (int i = 0; i < count; i++) {
                double weight = rule.weights()[from + i];
                integrals[parameters] += weight * block.values()[i];
                for (int j = 0; j < parameters; j++) {
                    integrals[j] += weight * block.derivative(j)[i];
                }
            }
        }
        if (!(integrals[parameters] > 0) || integrals[parameters] == Double.POSITIVE_INFINITY) {
            throw new ShapeException("a density integrates to " + integrals[parameters]
                    + " over its window: parameters out of range");
        }
        this.inverseIntegral = 1 / integrals[parameters];
        this.logarithmicSlopes = new double[parameters];
        for (int j = 0; j < parameters; j++) {
            logarithmicSlopes[j] = integrals[j] * inverseIntegral;
        }
    }

    @Override
    public void evaluate(double[] masses, int from, int count, DensityBlock block) {
        function.evaluate(masses, from, count, block);
        double[] values = block.values();
        for (int i = 0; i < count; i++) {
            values[i] *= inverseIntegral;
        }
        for (int j = 0; j < logarithmicSlopes.length; j++) {
            double[] derivative = block.derivative(j);
            double slope = logarithmicSlopes[j];
            for (int i = 0; i < count; i++) {
                derivative[i] = derivative[i] * inverseIntegral - values[i] * slope;
            }
        }
    }
}
