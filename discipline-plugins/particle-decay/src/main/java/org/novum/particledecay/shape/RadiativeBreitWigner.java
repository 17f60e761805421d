package org.novum.particledecay.shape;

import java.util.List;

/**
 * Breit-Wigner of known natural width seen with a Crystal Ball resolution: a Voigt peak with a radiative tail.
 *
 * <p>Final-state radiation and bremsstrahlung take energy from the pair, so that a resonance such as the Z is measured
 * with a tail to low masses that a symmetric Voigt profile cannot describe and a peak search then mistakes for a new
 * state. The Crystal Ball's power law (see {@link CrystalBall}) describes the tail; the convolution is done on a
 * lattice that stays fixed during a fit, so that the derivatives are those of the computed function.
 *
 * @param start where the peak is looked for; the natural width must be positive
 * @param line line shape before resolution
 */
public record RadiativeBreitWigner(PeakStart start, Line line) implements SignalShape {
    /** Line shapes of the resonance itself. */
    public enum Line {
        /** 1 / ((m - M)^2 + Gamma^2/4). */
        BREIT_WIGNER,
        /** 1 / ((m^2 - M^2)^2 + M^2 Gamma^2). */
        RELATIVISTIC
    }

    public RadiativeBreitWigner {
        if (!(start.naturalWidth() > 0)) {
            throw new ShapeException("a Breit-Wigner needs a natural width above 0; use a Crystal Ball for a peak at "
                    + start.mass() + " of negligible width");
        }
    }

    @Override
    public String name() {
        return switch (line) {
            case BREIT_WIGNER -> "radiative-voigt";
            case RELATIVISTIC -> "radiative-relativistic-breit-wigner";
        };
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        double resolution = start.resolution();
        return List.of(
                start.massParameter(window),
                new ShapeParameter("resolution", resolution, resolution / 3, resolution * 5),
                new ShapeParameter("alpha", 1.5, 0.3, 5),
                new ShapeParameter("power", 2, 0.5, 50),
                ShapeParameter.constant("width", start.naturalWidth()));
    }

    @Override
    public DensityFunction on(Window window) {
        ConvolutionLattice lattice = ConvolutionLattice.of(window, start);
        return p -> new RadiativeDensity(lattice, line, p);
    }
}
