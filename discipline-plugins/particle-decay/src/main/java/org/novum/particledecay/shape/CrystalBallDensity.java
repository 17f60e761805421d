package org.novum.particledecay.shape;

import org.novum.statistics.math.StableMath;

/**
 * Crystal Ball density with one or two tails, free of branches in the event loop.
 *
 * <p>With c the reduced mass limited to the core [-alpha, upperAlpha] and v = 1 + (alpha/n) max(0, distance beyond the
 * core), the logarithm of the unnormalised density is -c^2/2 - n ln v everywhere.
 */
final class CrystalBallDensity implements Density {
    private static final double ROOT_TWO_PI = 2.5066282746310002;

    private final double mean;
    private final double inverseSigma;
    private final Side lower;
    private final Side upper;
    private final double amplitude;
    private final double meanSlope;
    private final double sigmaSlope;

    /** One tail: {@code alpha} infinite means no tail. */
    private record Side(double alpha, double power, double alphaSlope, double powerSlope) {
        boolean exists() {
            return alpha < Double.POSITIVE_INFINITY;
        }
    }

    static CrystalBallDensity oneSided(Window window, double[] p) {
        return new CrystalBallDensity(window, new double[] {p[0], p[1], p[2], p[3], Double.POSITIVE_INFINITY, 1});
    }

    static CrystalBallDensity twoSided(Window window, double[] p) {
        return new CrystalBallDensity(window, p);
    }

    private CrystalBallDensity(Window window, double[] p) {
        this.mean = p[0];
        double sigma = p[1];
        this.inverseSigma = 1 / sigma;
        double low = (window.lower() - mean) / sigma;
        double high = (window.upper() - mean) / sigma;
        TailIntegral lowerTail = TailIntegral.between(-high, -low, p[2], p[3]);
        TailIntegral upperTail = p[4] < Double.POSITIVE_INFINITY
                ? TailIntegral.between(low, high, p[4], p[5])
                : TailIntegral.NONE;
        double coreLow = Math.max(low, -p[2]);
        double coreHigh = Math.min(high, p[4]);
        double core = coreHigh > coreLow ? ROOT_TWO_PI * Gaussian.integral(coreLow, coreHigh) : 0;
        double reduced = core + lowerTail.value() + upperTail.value();
        if (!(reduced > 0)) {
            throw new ShapeException("the Crystal Ball peak at " + mean + " lies outside the window " + window
                    + ": keep its mass inside");
        }
        double lowDensity = kernel(low, p);
        double highDensity = kernel(high, p);
        this.amplitude = inverseSigma / reduced;
        this.meanSlope = (lowDensity - highDensity) * amplitude;
        this.sigmaSlope = inverseSigma + (low * lowDensity - high * highDensity) * amplitude;
        this.lower = new Side(p[2], p[3], lowerTail.byAlpha() / reduced, lowerTail.byPower() / reduced);
        this.upper = new Side(p[4], p[5], upperTail.byAlpha() / reduced, upperTail.byPower() / reduced);
    }

    /** Unnormalised density at one reduced mass. */
    static double kernel(double t, double[] p) {
        double c = Math.min(Math.max(t, -p[2]), p[4]);
        double logarithm = -0.5 * c * c;
        if (t < -p[2]) {
            logarithm -= p[3] * StableMath.log(1 + (-t - p[2]) * p[2] / p[3]);
        } else if (t > p[4]) {
            logarithm -= p[5] * StableMath.log(1 + (t - p[4]) * p[4] / p[5]);
        }
        return StableMath.exp(logarithm);
    }

    @Override
    public void evaluate(double[] masses, int from, int count, DensityBlock block) {
        double[] t = block.scratch(0);
        double[] exponent = block.values();
        reduce(masses, from, t, count);
        core(t, exponent, count);
        tail(lower, -1, count, new TailArrays(t, exponent, block.scratch(1), block.scratch(2)));
        if (upper.exists()) {
            tail(upper, 1, count, new TailArrays(t, exponent, block.scratch(3), block.scratch(4)));
        }
        StableMath.exp(exponent, 0, exponent, 0, count);
        scale(exponent, count);
        locationAndWidth(t, count, block);
        tailDerivatives(lower, 2, count, block);
        if (upper.exists()) {
            tailDerivatives(upper, 4, count, block);
        }
    }

    // Each loop over masses is a small method, which the optimising compiler is done with soon.

    private void reduce(double[] masses, int from, double[] t, int count) {
        for (int i = 0; i < count; i++) {
            t[i] = (masses[from + i] - mean) * inverseSigma;
        }
    }

    private void core(double[] t, double[] exponent, int count) {
        double low = -lower.alpha;
        double high = upper.alpha;
        for (int i = 0; i < count; i++) {
            double core = Math.min(Math.max(t[i], low), high);
            exponent[i] = -0.5 * core * core;
        }
    }

    /** Arrays of one tail: logarithm of v and 1/v, both trivial in the core. */
    private record TailArrays(double[] t, double[] exponent, double[] logarithm, double[] inverse) {}

    private static void tail(Side side, double sign, int count, TailArrays arrays) {
        distance(side, sign, count, arrays);
        StableMath.log(arrays.logarithm, 0, arrays.logarithm, 0, count);
        subtractMultiple(side.power, arrays.logarithm, arrays.exponent, count);
    }

    private static void distance(Side side, double sign, int count, TailArrays arrays) {
        double alpha = side.alpha;
        double slope = alpha / side.power;
        double[] t = arrays.t;
        double[] logarithm = arrays.logarithm;
        double[] inverse = arrays.inverse;
        for (int i = 0; i < count; i++) {
            double v = 1 + Math.max(sign * t[i] - alpha, 0) * slope;
            logarithm[i] = v;
            inverse[i] = 1 / v;
        }
    }

    private static void subtractMultiple(double factor, double[] values, double[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] -= factor * values[i];
        }
    }

    private void scale(double[] values, int count) {
        double factor = amplitude;
        for (int i = 0; i < count; i++) {
            values[i] *= factor;
        }
    }

    private void locationAndWidth(double[] t, int count, DensityBlock block) {
        double[] slope = block.scratch(5);
        slope(t, block.scratch(2), slope, count);
        if (upper.exists()) {
            multiply(block.scratch(4), slope, count);
        }
        byMeanAndSigma(t, slope, block, count);
    }

    private void slope(double[] t, double[] lowerInverse, double[] slope, int count) {
        double low = -lower.alpha;
        double high = upper.alpha;
        for (int i = 0; i < count; i++) {
            slope[i] = Math.min(Math.max(t[i], low), high) * lowerInverse[i] * inverseSigma;
        }
    }

    private static void multiply(double[] factors, double[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] *= factors[i];
        }
    }

    private void byMeanAndSigma(double[] t, double[] slope, DensityBlock block, int count) {
        double[] values = block.values();
        double[] byMean = block.derivative(0);
        double[] bySigma = block.derivative(1);
        for (int i = 0; i < count; i++) {
            byMean[i] = values[i] * (slope[i] - meanSlope);
            bySigma[i] = values[i] * (slope[i] * t[i] - sigmaSlope);
        }
    }

    private static void tailDerivatives(Side side, int first, int count, DensityBlock block) {
        double[] values = block.values();
        double[] logarithm = block.scratch(first - 1);
        double[] inverse = block.scratch(first);
        double[] byAlpha = block.derivative(first);
        double[] byPower = block.derivative(first + 1);
        double weight = side.alpha + side.power / side.alpha;
        double alphaSlope = side.alphaSlope;
        double powerSlope = side.powerSlope;
        for (int i = 0; i < count; i++) {
            double beyond = 1 - inverse[i];
            byAlpha[i] = values[i] * (-weight * beyond - alphaSlope);
            byPower[i] = values[i] * (beyond - logarithm[i] - powerSlope);
        }
    }
}
