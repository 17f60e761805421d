package org.novum.particledecay.shape;

import org.novum.statistics.math.StableMath;

/**
 * Integrals of one Crystal Ball power-law tail between two reduced masses, with parameter derivatives.
 *
 * <p>With s the distance from the peak in standard deviations (positive in the tail), v = 1 + (alpha/n)(s - alpha)
 * and k(s) = exp(-alpha^2/2) v^-n. Substituting v gives elementary integrals of v^-n, v^-(n+1) and v^-n ln v.
 *
 * @param value integral of k
 * @param byAlpha derivative with respect to alpha inside the tail; the moving limit cancels against the core's
 * @param byPower derivative with respect to n
 */
record TailIntegral(double value, double byAlpha, double byPower) {
    static final TailIntegral NONE = new TailIntegral(0, 0, 0);

    static TailIntegral between(double nearest, double farthest, double alpha, double power) {
        double from = Math.max(nearest, alpha);
        if (farthest <= from) {
            return NONE;
        }
        double scale = power / alpha;
        double near = 1 + (from - alpha) / scale;
        double far = 1 + (farthest - alpha) / scale;
        double nearLog = StableMath.log(near);
        double farLog = StableMath.log(far);
        double nearPower = StableMath.exp((1 - power) * nearLog);
        double farPower = StableMath.exp((1 - power) * farLog);
        double less = 1 / (power - 1);
        double plain = (nearPower - farPower) * less;
        double steeper = (nearPower / near - farPower / far) / power;
        double logarithmic = (nearPower * (nearLog + less) - farPower * (farLog + less)) * less;
        double weight = StableMath.exp(-0.5 * alpha * alpha) * scale;
        double byAlpha = -alpha * plain + alpha * steeper - scale * (plain - steeper);
        double byPower = -logarithmic + plain - steeper;
        return new TailIntegral(weight * plain, weight * byAlpha, weight * byPower);
    }
}
