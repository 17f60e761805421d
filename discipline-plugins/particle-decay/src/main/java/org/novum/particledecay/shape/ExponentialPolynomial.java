package org.novum.particledecay.shape;

import java.util.List;

/**
 * Exponential of a polynomial in mass; order 1 is the falling (or rising) exponential.
 *
 * <p>The polynomial is written in Chebyshev polynomials of the position in the window (-1 to 1); order 1 in the usual
 * form exp(-m/m0) has m0 = -width / (2 c1).
 *
 * @param order 1 to 6
 */
public record ExponentialPolynomial(int order) implements BackgroundShape {
    public ExponentialPolynomial {
        BackgroundShape.requireOrder("the exponential of a polynomial", order, 1);
    }

    @Override
    public String name() {
        return order == 1 ? "exponential" : "exponential-polynomial-" + order;
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        return LogLinear.coefficients(order, 100);
    }

    @Override
    public DensityFunction on(Window window) {
        return LogLinear.on(new LogLinear.InMass(window, order), Quadrature.smooth(window));
    }
}
