package org.novum.particledecay.shape;

import java.util.List;

/**
 * Exponential of a polynomial in log m; order 1 is the power law, order 2 and 3 the forms used for dijet spectra.
 *
 * <p>The polynomial is written in Chebyshev polynomials of the position on the logarithmic axis (-1 to 1); order 1 is
 * m^p with p = 2 c1 / ln(upper/lower).
 *
 * @param order 1 to 6
 */
public record LogPolynomial(int order) implements BackgroundShape {
    public LogPolynomial {
        BackgroundShape.requireOrder("the polynomial in log m", order, 1);
    }

    @Override
    public String name() {
        return order == 1 ? "power-law" : "log-polynomial-" + order;
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        return LogLinear.coefficients(order, 100);
    }

    @Override
    public DensityFunction on(Window window) {
        return LogLinear.on(new LogLinear.InLogMass(window, order), Quadrature.smooth(window));
    }
}
