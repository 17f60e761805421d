package org.novum.particledecay.shape;

import java.util.List;

/** Crystal Ball peak with independent power-law tails on both sides. */
public record DoubleCrystalBall(PeakStart start) implements SignalShape {
    @Override
    public String name() {
        return "double-crystal-ball";
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        return List.of(
                start.massParameter(window),
                start.resolutionParameter(),
                new ShapeParameter("alpha", 1.5, 0.3, 5),
                new ShapeParameter("power", 3, 1.05, 50),
                new ShapeParameter("upper-alpha", 1.5, 0.3, 5),
                new ShapeParameter("upper-power", 3, 1.05, 50));
    }

    @Override
    public DensityFunction on(Window window) {
        return parameters -> CrystalBallDensity.twoSided(window, parameters);
    }
}
