package org.novum.particledecay.shape;

import java.util.List;

/**
 * Relativistic Breit-Wigner of constant width, 1 / ((m^2 - M^2)^2 + M^2 Gamma^2), without resolution.
 *
 * <p>Particle Data Group, <i>Review of Particle Physics</i>, section "Resonances". For resonances much wider than the
 * detector resolution.
 */
public record RelativisticBreitWigner(PeakStart start) implements SignalShape {
    @Override
    public String name() {
        return "relativistic-breit-wigner";
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        double width = start.naturalWidth() > 0 ? start.naturalWidth() : start.resolution();
        return List.of(start.massParameter(window), new ShapeParameter("width", width, 0.1 * width, 10 * width));
    }

    @Override
    public DensityFunction on(Window window) {
        return p -> new NormalisedDensity(
                new Line(p[0], p[1]), 2, Quadrature.aroundPeak(window, p[0], 0.5 * p[1]));
    }

    /** The line times M^2, which makes it of order one over the squared width. */
    record Line(double mass, double width) implements Density {
        @Override
        public void evaluate(double[] masses, int from, int count, DensityBlock block) {
            double[] values = block.values();
            double[] byMass = block.derivative(0);
            double[] byWidth = block.derivative(1);
            double square = mass * mass;
            for (int i = 0; i < count; i++) {
                double m = masses[from + i];
                double distance = m * m - square;
                double inverse = 1 / (distance * distance + square * width * width);
                double value = square * inverse;
                values[i] = value;
                byMass[i] = value * (2 / mass + (4 * mass * distance - 2 * mass * width * width) * inverse);
                byWidth[i] = -2 * value * square * width * inverse;
            }
        }
    }
}
