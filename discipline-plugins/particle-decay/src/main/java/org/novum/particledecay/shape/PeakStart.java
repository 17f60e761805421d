package org.novum.particledecay.shape;

/**
 * Where a peak is looked for.
 *
 * @param mass expected mass
 * @param naturalWidth full width at half maximum of the resonance, 0 where it is negligible
 * @param resolution expected Gaussian resolution, positive
 */
public record PeakStart(double mass, double naturalWidth, double resolution) {
    /** A fitted mass may move from its start by this many resolutions plus natural widths. */
    private static final double REACH = 4;
    /** A fitted resolution may differ from its start by this factor. */
    private static final double RESOLUTION_REACH = 5;

    public PeakStart {
        if (!(mass > 0) || !(naturalWidth >= 0) || !(resolution > 0)) {
            throw new ShapeException("a peak needs mass > 0, natural width >= 0 and resolution > 0; got mass " + mass
                    + ", width " + naturalWidth + ", resolution " + resolution);
        }
    }

    ShapeParameter massParameter(Window window) {
        double reach = REACH * (resolution + naturalWidth);
        double start = window.clamp(mass);
        return new ShapeParameter("mass", start, window.clamp(start - reach), window.clamp(start + reach));
    }

    ShapeParameter resolutionParameter() {
        return new ShapeParameter(
                "resolution", resolution, resolution / RESOLUTION_REACH, resolution * RESOLUTION_REACH);
    }
}
