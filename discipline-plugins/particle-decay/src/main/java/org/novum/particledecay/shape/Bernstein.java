package org.novum.particledecay.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * Polynomial background in Bernstein form with non-negative coefficients, hence positive on the whole window.
 *
 * <p>Coefficients are relative to the pivot's, which is 1: choose the pivot where the spectrum is high
 * ({@link #pivotAt}).
 *
 * @param order 1 to 6
 * @param pivot index of the coefficient that is 1, 0 to {@code order}
 */
public record Bernstein(int order, int pivot) implements BackgroundShape {
    private static final double LARGEST = 1000;

    public Bernstein {
        BackgroundShape.requireOrder("the Bernstein polynomial", order, 1);
        if (pivot < 0 || pivot > order) {
            throw new ShapeException("the pivot of a Bernstein polynomial of order " + order + " must be 0 to " + order
                    + ", not " + pivot);
        }
    }

    /** The same order with the pivot nearest to a mass, best the one where the spectrum is highest. */
    public Bernstein pivotAt(Window window, double mass) {
        double position = (window.clamp(mass) - window.lower()) / window.width();
        return new Bernstein(order, (int) Math.floor(position * order + 0.5));
    }

    @Override
    public String name() {
        return "bernstein-" + order;
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        List<ShapeParameter> parameters = new ArrayList<>();
        for (int k = 0; k <= order; k++) {
            if (k != pivot) {
                parameters.add(new ShapeParameter("b" + k, 1, 0, LARGEST));
            }
        }
        return List.copyOf(parameters);
    }

    @Override
    public DensityFunction on(Window window) {
        return p -> new BernsteinDensity(window, this, p);
    }

    /** All coefficients, the pivot's included. */
    double[] coefficients(double[] parameters) {
        double[] all = new double[order + 1];
        for (int k = 0, j = 0; k <= order; k++) {
            all[k] = k == pivot ? 1 : parameters[j++];
        }
        return all;
    }
}
