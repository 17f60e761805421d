package org.novum.particledecay.generate;

import java.util.SplittableRandom;
import org.apache.commons.math3.util.FastMath;
import org.novum.statistics.math.StableMath;

/** Random numbers of the distributions that generators need, with the same bits on every machine. */
final class Draws {
    private Draws() {}

    /** A standard normal number by Marsaglia's polar method. */
    static double gaussian(SplittableRandom random) {
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * StableMath.log(square) / square);
            }
        }
    }

    /** An exponential number of given mean. */
    static double exponential(double mean, SplittableRandom random) {
        return -mean * StableMath.log(1 - random.nextDouble());
    }

    static double uniform(double low, double high, SplittableRandom random) {
        return low + (high - low) * random.nextDouble();
    }

    /** A number whose logarithm is uniform. */
    static double logUniform(double low, double high, SplittableRandom random) {
        return StableMath.exp(uniform(StableMath.log(low), StableMath.log(high), random));
    }

    /** A Poisson count: multiplication of uniforms in portions of mean 20, which add up exactly. */
    static int poisson(double mean, SplittableRandom random) {
        int count = 0;
        double left = mean;
        while (left > 0) {
            double portion = Math.min(left, 20);
            double limit = StableMath.exp(-portion);
            double product = random.nextDouble();
            while (product > limit) {
                count++;
                product *= random.nextDouble();
            }
            left -= portion;
        }
        return count;
    }

    static <T> T choice(java.util.List<T> options, SplittableRandom random) {
        return options.get(random.nextInt(options.size()));
    }

    /** A Breit–Wigner mass of given central mass and full width, cut at {@code reach} widths. */
    static double breitWigner(double mass, double width, double reach, SplittableRandom random) {
        while (true) {
            double drawn = mass + 0.5 * width * FastMath.tan(FastMath.PI * (random.nextDouble() - 0.5));
            if (Math.abs(drawn - mass) <= reach * width) {
                return drawn;
            }
        }
    }
}
