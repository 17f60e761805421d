package org.novum.spectra.line;

import java.util.List;
import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.statistics.math.StableMath;

/** Gaussian lines of given positions and widths on a spectrum without continuum, whose heights are found at once. */
final class LineSystem {
    /** A Gaussian is followed as far, in standard deviations. */
    static final double REACH = 5;

    private final double[] residual;
    private final GridSpectrum spectrum;

    /** With the flux above the continuum. */
    LineSystem(GridSpectrum spectrum, double[] continuum) {
        this.spectrum = spectrum;
        residual = new double[continuum.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = spectrum.flux()[i] - continuum[i];
        }
    }

    /**
     * One Gaussian.
     *
     * @param position of its centre, in pixels
     * @param sigma in pixels
     */
    record Profile(double position, double sigma) {}

    /**
     * The best heights.
     *
     * @param heights of the profiles
     * @param errors of the heights
     * @param gain chi-square without lines minus chi-square with them
     */
    record Heights(double[] heights, double[] errors, double gain) {}

    /** Information on a profile's height: the number of good pixels under its core. */
    boolean covers(Profile profile) {
        int good = 0;
        int all = 0;
        for (int i = from(profile, 1.5); i <= to(profile, 1.5); i++) {
            all++;
            good += i >= 0 && i < residual.length && spectrum.ivar()[i] > 0 ? 1 : 0;
        }
        return all > 0 && good > 0.3 * all;
    }

    private static int from(Profile profile, double reach) {
        return (int) Math.ceil(profile.position() - reach * profile.sigma());
    }

    private static int to(Profile profile, double reach) {
        return (int) Math.floor(profile.position() + reach * profile.sigma());
    }

    /** The best heights of profiles, with their errors. */
    Heights solve(List<Profile> profiles) {
        Equations equations = equations(profiles);
        int n = profiles.size();
        double[] heights = equations.right.clone();
        Cholesky.solve(equations.normal, heights);
        double[] errors = new double[n];
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            Cholesky.forward(equations.normal, unit);
            for (double value : unit) {
                errors[k] += value * value;
            }
            errors[k] = Math.sqrt(errors[k]);
        }
        double gain = 0;
        for (int k = 0; k < n; k++) {
            gain += heights[k] * equations.right[k];
        }
        return new Heights(heights, errors, gain);
    }

    /** The gain of {@link #solve} alone, which takes half the time. */
    double gain(List<Profile> profiles) {
        Equations equations = equations(profiles);
        if (Double.isNaN(Cholesky.factorise(equations.normal))) {
            throw new ArithmeticException("the normal equations of the lines are not positive definite");
        }
        double[] half = equations.right;
        Cholesky.forward(equations.normal, half);
        double gain = 0;
        for (double value : half) {
            gain += value * value;
        }
        return gain;
    }

    private record Equations(double[][] normal, double[] right) {}

    private Equations equations(List<Profile> profiles) {
        int n = profiles.size();
        double[][] normal = new double[n][n];
        double[] right = new double[n];
        double[][] shapes = new double[n][];
        int[] starts = new int[n];
        for (int k = 0; k < n; k++) {
            Profile profile = profiles.get(k);
            starts[k] = Math.max(0, from(profile, REACH));
            int to = Math.min(residual.length - 1, to(profile, REACH));
            shapes[k] = new double[Math.max(0, to - starts[k] + 1)];
            for (int i = 0; i < shapes[k].length; i++) {
                double x = (starts[k] + i - profile.position()) / profile.sigma();
                shapes[k][i] = -0.5 * x * x;
            }
            StableMath.exp(shapes[k], 0, shapes[k], 0, shapes[k].length);
            for (int i = 0; i < shapes[k].length; i++) {
                right[k] += spectrum.ivar()[starts[k] + i] * shapes[k][i] * residual[starts[k] + i];
            }
            for (int l = 0; l <= k; l++) {
                int end = Math.min(starts[k] + shapes[k].length, starts[l] + shapes[l].length);
                for (int i = Math.max(starts[k], starts[l]); i < end; i++) {
                    normal[k][l] += spectrum.ivar()[i] * shapes[k][i - starts[k]] * shapes[l][i - starts[l]];
                }
            }
        }
        for (int k = 0; k < n; k++) {
            // Lines that nearly coincide share their light instead of taking opposite heights.
            normal[k][k] = normal[k][k] * (1 + 1e-6) + 1e-30;
        }
        return new Equations(normal, right);
    }
}
