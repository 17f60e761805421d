package org.novum.particledecay.shape;

import java.util.ArrayList;
import java.util.List;
import org.novum.statistics.math.StableMath;

/**
 * Exponential times a positive polynomial, exp(c x) times a Bernstein polynomial.
 *
 * @param polynomial the polynomial factor
 */
public record ExponentialBernstein(Bernstein polynomial) implements BackgroundShape {
    @Override
    public String name() {
        return "exponential-times-" + polynomial.name();
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        List<ShapeParameter> parameters = new ArrayList<>(polynomial.parameters(window));
        parameters.add(new ShapeParameter("c1", 0, -100, 100));
        return List.copyOf(parameters);
    }

    @Override
    public DensityFunction on(Window window) {
        Quadrature rule = Quadrature.smooth(window);
        int parameters = polynomial.order() + 1;
        return p -> new NormalisedDensity(
                new Product(window, new BernsteinDensity(window, polynomial, p), p.clone()), parameters, rule);
    }

    private record Product(Window window, BernsteinDensity factor, double[] parameters) implements Density {
        @Override
        public void evaluate(double[] masses, int from, int count, DensityBlock block) {
            factor.evaluate(masses, from, count, block);
            int last = parameters.length - 1;
            double[] x = block.scratch(0);
            double[] growth = block.scratch(1);
            LogLinear.position(window, masses, from, count, x);
            for (int i = 0; i < count; i++) {
                growth[i] = parameters[last] * x[i];
            }
            StableMath.exp(growth, 0, growth, 0, count);
            double[] values = block.values();
            for (int i = 0; i < count; i++) {
                values[i] *= growth[i];
                block.derivative(last)[i] = values[i] * x[i];
            }
            for (int j = 0; j < last; j++) {
                double[] derivative = block.derivative(j);
                for (int i = 0; i < count; i++) {
                    derivative[i] *= growth[i];
                }
            }
        }
    }
}
