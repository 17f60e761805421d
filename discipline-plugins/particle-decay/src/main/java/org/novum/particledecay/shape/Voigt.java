package org.novum.particledecay.shape;

import java.util.List;

/** Breit-Wigner convolved with a Gaussian resolution, from the Faddeeva function. */
public record Voigt(PeakStart start, NaturalWidth naturalWidth) implements SignalShape {
    /** Smallest width-to-resolution ratio for which the series keeps its relative accuracy in the wings. */
    private static final double LEAST_RATIO = 1e-4;

    /** Whether the natural width is taken from the start or fitted. */
    public enum NaturalWidth {
        KNOWN,
        FITTED
    }

    @Override
    public String name() {
        return naturalWidth == NaturalWidth.KNOWN ? "voigt" : "voigt-free-width";
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        double width = Math.max(start.naturalWidth(), LEAST_RATIO * start.resolution());
        ShapeParameter widthParameter = switch (naturalWidth) {
            case KNOWN -> ShapeParameter.constant("width", width);
            case FITTED -> {
                double first = start.naturalWidth() > 0 ? width : 0.5 * start.resolution();
                yield new ShapeParameter(
                        "width", first, Math.min(first, 0.01 * start.resolution()), Math.max(10 * first, window.width()));
            }
        };
        return List.of(start.massParameter(window), start.resolutionParameter(), widthParameter);
    }

    @Override
    public DensityFunction on(Window window) {
        return p -> normalised(window, p);
    }

    private static Density normalised(Window window, double[] p) {
        Quadrature rule = Quadrature.aroundPeak(window, p[0], 0.75 * p[1] + 0.25 * p[2]);
        return new NormalisedDensity(new Unnormalised(p[0], p[1], p[2]), 3, rule);
    }

    /** The Voigt profile on the whole axis with its derivatives by mass, resolution and width. */
    private record Unnormalised(double mass, double sigma, double width) implements Density {
        private static final double ROOT_HALF = 0.7071067811865476;
        private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;
        private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

        @Override
        public void evaluate(double[] masses, int from, int count, DensityBlock block) {
            double scale = ROOT_HALF / sigma;
            double y = 0.5 * width * scale;
            double[] x = block.scratch(0);
            double[] imaginary = block.scratch(1);
            double[] values = block.values();
            for (int i = 0; i < count; i++) {
                x[i] = (masses[from + i] - mass) * scale;
            }
            Faddeeva.evaluate(x, y, count, Faddeeva.Plane.of(block));
            double[] byMass = block.derivative(0);
            double[] bySigma = block.derivative(1);
            double[] byWidth = block.derivative(2);
            double amplitude = INVERSE_ROOT_TWO_PI / sigma;
            for (int i = 0; i < count; i++) {
                double u = values[i];
                double v = imaginary[i];
                // w' = -2zw + 2i/sqrt(pi)
                double slopeRe = -2 * (x[i] * u - y * v);
                double slopeIm = TWO_OVER_ROOT_PI - 2 * (x[i] * v + y * u);
                values[i] = amplitude * u;
                byMass[i] = -amplitude * slopeRe * scale;
                bySigma[i] = -amplitude * (u + slopeRe * x[i] - slopeIm * y) / sigma;
                byWidth[i] = -0.5 * amplitude * slopeIm * scale;
            }
        }
    }
}
