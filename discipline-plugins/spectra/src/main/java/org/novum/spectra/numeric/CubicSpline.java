package org.novum.spectra.numeric;

/**
 * Interpolating cubic B-splines on equal steps (Unser, Aldroubi, Eden 1993, IEEE Trans. Signal Process. 41, 821): nearly
 * as sharp as the ideal interpolation, which lines of one pixel's width need.
 */
public final class CubicSpline {
    /** The pole of the recursive filter, sqrt(3) - 2. */
    private static final double POLE = Math.sqrt(3) - 2;

    /** Beyond as many elements the mirrored start is below the rounding. */
    private static final int HORIZON = 30;

    private CubicSpline() {}

    /** Coefficients whose spline passes through the values; the ends are mirrored. */
    public static double[] coefficients(double[] values) {
        int n = values.length;
        double[] c = values.clone();
        if (n < 2) {
            return c;
        }
        double sum = 6 * c[0];
        double power = POLE;
        for (int i = 1; i < Math.min(HORIZON, n); i++) {
            sum += 6 * values[i] * power;
            power *= POLE;
        }
        c[0] = sum;
        for (int i = 1; i < n; i++) {
            c[i] = 6 * values[i] + POLE * c[i - 1];
        }
        c[n - 1] = POLE / (POLE * POLE - 1) * (c[n - 1] + POLE * c[n - 2]);
        for (int i = n - 2; i >= 0; i--) {
            c[i] = POLE * (c[i + 1] - c[i]);
        }
        return c;
    }

    /** Weights of the four coefficients around a position whose fractional part is given. */
    public static double[] weights(double t) {
        double s = 1 - t;
        return new double[] {
            s * s * s / 6, (4 + t * t * (3 * t - 6)) / 6, (4 + s * s * (3 * s - 6)) / 6, t * t * t / 6
        };
    }

    /** Value at a position; beyond the ends the last coefficient goes on. */
    public static double at(double[] coefficients, double position) {
        int base = (int) Math.floor(position);
        double[] w = weights(position - base);
        return w[0] * clamped(coefficients, base - 1)
                + w[1] * clamped(coefficients, base)
                + w[2] * clamped(coefficients, base + 1)
                + w[3] * clamped(coefficients, base + 2);
    }

    /** Values at {@code start, start + 1, ...}: all have the same fractional part. */
    public static void sample(double[] coefficients, double start, double[] target) {
        int base = (int) Math.floor(start);
        double[] w = weights(start - base);
        int first = Math.max(0, Math.min(target.length, 1 - base));
        int end = Math.max(first, Math.min(target.length, coefficients.length - 2 - base));
        for (int i = 0; i < first; i++) {
            target[i] = clamped(coefficients, base + i, w);
        }
        if (end > first) {
            Products.neighbours(
                    w, new Products.Stretch(coefficients, base + first - 1), new Products.Stretch(target, first), end - first);
        }
        for (int i = end; i < target.length; i++) {
            target[i] = clamped(coefficients, base + i, w);
        }
    }

    private static double clamped(double[] coefficients, int at, double[] w) {
        return w[0] * clamped(coefficients, at - 1)
                + w[1] * clamped(coefficients, at)
                + w[2] * clamped(coefficients, at + 1)
                + w[3] * clamped(coefficients, at + 2);
    }

    private static double clamped(double[] values, int at) {
        return values[Math.max(0, Math.min(values.length - 1, at))];
    }
}
