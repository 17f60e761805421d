package org.novum.particledecay.generate;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.novum.statistics.math.StableMath;

/** Smooth mass densities of combinatorial backgrounds, with or without a structure of their own. */
final class BackgroundShape {
    private BackgroundShape() {}

    /** A density of a random family over the window. */
    static DoubleUnaryOperator random(double low, double high, double threshold, SplittableRandom random) {
        double range = high - low;
        return switch (random.nextInt(4)) {
            case 0 -> {
                double slope = Draws.uniform(-1, 5, random) / range;
                yield m -> StableMath.exp(-slope * (m - low));
            }
            case 1 -> {
                double a = Draws.uniform(-0.9, 0.9, random);
                double b = Draws.uniform(-0.3, 0.3, random) * (1 - Math.abs(a));
                yield m -> {
                    double x = 2 * (m - low) / range - 1;
                    return 1.05 + a * x + b * (2 * x * x - 1);
                };
            }
            case 2 -> {
                double from = Math.max(threshold, low - Draws.uniform(0.02, 0.6, random) * range);
                double power = Draws.uniform(0.5, 2.5, random);
                double fall = Draws.uniform(0.5, 5, random) / range;
                yield m -> m <= from ? 0
                        : FastMath.pow(m - from, power) * StableMath.exp(-fall * (m - from));
            }
            default -> {
                double power = Draws.uniform(1, 6, random);
                yield m -> FastMath.pow(m / low, -power);
            }
        };
    }

    /** A Gaussian bump added on top: {@code height} relative to the density at its centre. */
    static DoubleUnaryOperator withBump(DoubleUnaryOperator smooth, double centre, double width, double height) {
        double top = height * smooth.applyAsDouble(centre);
        return m -> smooth.applyAsDouble(m)
                + top * StableMath.exp(-0.5 * (m - centre) * (m - centre) / (width * width));
    }

    /** A triangle that rises from the window's lower end and stops at {@code edge}: a cascade's end point. */
    static DoubleUnaryOperator withEdge(DoubleUnaryOperator smooth, double edge, double start, double height) {
        double top = height * smooth.applyAsDouble(edge);
        return m -> smooth.applyAsDouble(m) + (m > edge || m < start ? 0 : top * (m - start) / (edge - start));
    }
}
