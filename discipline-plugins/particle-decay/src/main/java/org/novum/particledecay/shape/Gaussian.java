package org.novum.particledecay.shape;

import java.util.List;
import org.novum.statistics.math.StableMath;

/** Gaussian peak, normalised on the window by the error function. */
public record Gaussian(PeakStart start) implements SignalShape {
    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public List<ShapeParameter> parameters(Window window) {
        return List.of(start.massParameter(window), start.resolutionParameter());
    }

    @Override
    public DensityFunction on(Window window) {
        return parameters -> new At(window, parameters[0], parameters[1]);
    }

    /** Integral of the unit Gaussian density between two arguments, without cancellation in the tails. */
    static double integral(double lower, double upper) {
        double scale = 0.7071067811865476;
        if (lower > 0) {
            return 0.5 * (StableMath.erfc(lower * scale) - StableMath.erfc(upper * scale));
        }
        if (upper < 0) {
            return 0.5 * (StableMath.erfc(-upper * scale) - StableMath.erfc(-lower * scale));
        }
        return 0.5 * (StableMath.erf(upper * scale) - StableMath.erf(lower * scale));
    }

    private static final class At implements Density {
        private final double mean;
        private final double inverseSigma;
        private final double amplitude;
        private final double meanSlope;
        private final double sigmaSlope;

        At(Window window, double mean, double sigma) {
            this.mean = mean;
            this.inverseSigma = 1 / sigma;
            double low = (window.lower() - mean) / sigma;
            double high = (window.upper() - mean) / sigma;
            double integral = integral(low, high);
            double lowDensity = INVERSE_ROOT_TWO_PI * StableMath.exp(-0.5 * low * low);
            double highDensity = INVERSE_ROOT_TWO_PI * StableMath.exp(-0.5 * high * high);
            this.amplitude = INVERSE_ROOT_TWO_PI / (sigma * integral);
            this.meanSlope = (lowDensity - highDensity) / (sigma * integral);
            this.sigmaSlope = inverseSigma + (low * lowDensity - high * highDensity) / (sigma * integral);
        }

        @Override
        public void evaluate(double[] masses, int from, int count, DensityBlock block) {
            double[] t = block.scratch(0);
            double[] values = block.values();
            for (int i = 0; i < count; i++) {
                double reduced = (masses[from + i] - mean) * inverseSigma;
                t[i] = reduced;
                values[i] = -0.5 * reduced * reduced;
            }
            StableMath.exp(values, 0, values, 0, count);
            double[] byMean = block.derivative(0);
            double[] bySigma = block.derivative(1);
            for (int i = 0; i < count; i++) {
                double value = amplitude * values[i];
                values[i] = value;
                byMean[i] = value * (t[i] * inverseSigma - meanSlope);
                bySigma[i] = value * (t[i] * t[i] * inverseSigma - sigmaSlope);
            }
        }
    }
}
