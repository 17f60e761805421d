package org.novum.particledecay.kinematics;

import java.util.Arrays;

/**
 * Mass resolution as a smooth function of mass: linear between knots, constant outside.
 *
 * @param masses ascending knots in GeV
 * @param sigmas root mean square error of the measured mass at each knot in GeV
 * @param spread errors of single candidates relative to {@code sigmas}, as quantiles of equal weight: a peak is the
 *     average of Gaussians of these relative widths; {1} where all candidates are measured alike
 */
public record MassResolution(double[] masses, double[] sigmas, double[] spread) {
    private static final int QUANTILES = 8;
    private static final int MOST_KNOTS = 24;
    private static final int FEWEST_PER_KNOT = 25;

    /** Checks that the knots ascend and the errors are positive. */
    public MassResolution {
        if (masses.length == 0 || masses.length != sigmas.length) {
            throw new KinematicsException("a mass resolution needs as many knots as errors, at least one");
        }
        for (int i = 0; i < masses.length; i++) {
            if (!(sigmas[i] > 0) || (i > 0 && !(masses[i] > masses[i - 1]))) {
                throw new KinematicsException("mass resolution at knot " + i + " (" + masses[i] + " GeV, error "
                        + sigmas[i] + "): knots must ascend and errors be positive");
            }
        }
    }

    /** A resolution that is the same for all candidates of one mass. */
    public MassResolution(double[] masses, double[] sigmas) {
        this(masses, sigmas, new double[] {1});
    }

    /** A resolution proportional to mass. */
    public static MassResolution relative(double fraction) {
        return new MassResolution(new double[] {1e-3, 1e4}, new double[] {1e-3 * fraction, 1e4 * fraction});
    }

    /** The root mean square of per-candidate errors in groups of equal population along mass. */
    public static MassResolution smooth(double[] masses, double[] errors) {
        Integer[] order = new Integer[masses.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(masses[a], masses[b]));
        int groups = Math.max(1, Math.min(MOST_KNOTS, masses.length / FEWEST_PER_KNOT));
        double[] knots = new double[groups];
        double[] sigmas = new double[groups];
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) masses.length * group / groups);
            int to = (int) ((long) masses.length * (group + 1) / groups);
            for (int i = from; i < to; i++) {
                knots[group] += masses[order[i]] / (to - from);
                sigmas[group] += errors[order[i]] * errors[order[i]] / (to - from);
            }
            sigmas[group] = Math.sqrt(sigmas[group]);
        }
        MassResolution uniform = distinct(knots, sigmas);
        return new MassResolution(uniform.masses, uniform.sigmas, spread(masses, errors, uniform));
    }

    private static double[] spread(double[] masses, double[] errors, MassResolution uniform) {
        double[] ratios = new double[masses.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = errors[i] / uniform.at(masses[i]);
        }
        Arrays.sort(ratios);
        double[] quantiles = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            quantiles[i] = ratios[(int) ((i + 0.5) / QUANTILES * ratios.length)];
        }
        return quantiles;
    }

    /** Standard deviation of the measured mass at {@code mass}, in GeV. */
    public double at(double mass) {
        int found = Arrays.binarySearch(masses, mass);
        if (found >= 0) {
            return sigmas[found];
        }
        int upper = -found - 1;
        if (upper == 0) {
            return sigmas[0];
        }
        if (upper == masses.length) {
            return sigmas[upper - 1];
        }
        double fraction = (mass - masses[upper - 1]) / (masses[upper] - masses[upper - 1]);
        return Math.fma(fraction, sigmas[upper] - sigmas[upper - 1], sigmas[upper - 1]);
    }

    private static MassResolution distinct(double[] knots, double[] sigmas) {
        int kept = 1;
        for (int i = 1; i < knots.length; i++) {
            if (knots[i] > knots[kept - 1]) {
                knots[kept] = knots[i];
                sigmas[kept++] = sigmas[i];
            }
        }
        return new MassResolution(Arrays.copyOf(knots, kept), Arrays.copyOf(sigmas, kept));
    }
}
