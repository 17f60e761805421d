package org.novum.particledecay.shape;

import java.util.List;

/**
 * Crystal Ball peak: a Gaussian whose low side turns, at {@code alpha} standard deviations, into a power law.
 *
 * <p>J. E. Gaiser, <i>Charmonium spectroscopy from radiative decays of the J/psi and psi'</i>, SLAC-R-255 (1982),
 * appendix F.
 */
public record CrystalBall(PeakStart start) implements SignalShape {
    @Override
    public String name() {
        return "crystal-ball";
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        return List.of(
                start.massParameter(window),
                start.resolutionParameter(),
                new ShapeParameter("alpha", 1.5, 0.3, 5),
                new ShapeParameter("power", 3, 1.05, 50));
    }

    @Override
    public DensityFunction on(Window window) {
        return parameters -> CrystalBallDensity.oneSided(window, parameters);
    }
}
