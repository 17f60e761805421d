package org.novum.particledecay.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * Threshold rise times exponential fall, (m - m0)^a exp(polynomial in m).
 *
 * @param threshold m0, the sum of the daughters' masses or of the selection's cuts; at or below the window
 * @param order order of the polynomial in the exponent, 1 to 5
 */
public record Threshold(double threshold, int order) implements BackgroundShape {
    public Threshold {
        BackgroundShape.requireOrder("the threshold background", order, 1);
        BackgroundShape.requireOrder("the threshold background with its power", order + 1, 2);
    }

    @Override
    public String name() {
        return order == 1 ? "threshold" : "threshold-" + order;
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        List<ShapeParameter> parameters = new ArrayList<>();
        parameters.add(new ShapeParameter("power", 0.5, 0, 50));
        parameters.addAll(LogLinear.coefficients(order, 100));
        return List.copyOf(parameters);
    }

    @Override
    public DensityFunction on(Window window) {
        if (threshold > window.lower()) {
            throw new ShapeException("the threshold " + threshold + " lies above the lower edge of " + window
                    + ": start the window at the threshold");
        }
        return LogLinear.on(
                new LogLinear.AboveThreshold(window, threshold, order + 1), Quadrature.towardsLowerEdge(window));
    }
}
