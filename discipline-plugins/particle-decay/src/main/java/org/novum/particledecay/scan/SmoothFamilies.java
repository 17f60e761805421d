package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** Smooth background families of growing order: exponentials of polynomials in m or ln m, and threshold powers. */
final class SmoothFamilies {
    private static final int HIGHEST_ORDER = 8;
    /** A slope and a curvature, also in windows of few resolutions. */
    private static final int FEWEST_ORDERS = 2;
    /** A polynomial that turns more often than once in so many widths of the widest signal could swallow a peak. */
    private static final double WIDTHS_PER_ORDER = 10.7;

    private SmoothFamilies() {}

    /** The families that suit a window and the registered signals, each as designs of ascending order. */
    static List<List<Design>> of(MassGrid grid, double threshold, ScanOptions options) {
        double low = grid.edges()[0];
        double high = grid.edges()[grid.bins()];
        List<List<Design>> families = new ArrayList<>();
        double[] linear = new double[grid.bins()];
        double[] logarithmic = new double[grid.bins()];
        double[] power = new double[grid.bins()];
        double[] offset = new double[grid.bins()];
        double floor = 0.02 * (high - low);
        for (int bin = 0; bin < grid.bins(); bin++) {
            double mass = grid.centre(bin);
            linear[bin] = 2 * (mass - low) / (high - low) - 1;
            if (low > 0) {
                logarithmic[bin] = 2 * FastMath.log(mass / low) / FastMath.log(high / low) - 1;
            }
            power[bin] = FastMath.log(Math.max(mass - Math.min(threshold, low), 0.02 * floor) / (high - low));
            offset[bin] = FastMath.log(grid.width(bin));
        }
        int highest = (int) Math.max(FEWEST_ORDERS, Math.min(HIGHEST_ORDER, grid.bins() * grid.step() / (WIDTHS_PER_ORDER * options.widestWidth())));
        Penalised setting = new Penalised(offset, options.nuisances().orderPenalty(), highest);
        families.add(family("exp-polynomial(m)", List.of(), linear, setting));
        if (low > 0 && high > 1.4 * low) {
            families.add(family("exp-polynomial(ln m)", List.of(), logarithmic, setting));
        }
        if (threshold > 0 && low - threshold < 0.5 * (high - low)) {
            families.add(family("threshold power × exp-polynomial(m)", List.of(power), linear,
                    setting));
        }
        return families;
    }

    private record Penalised(double[] offset, double perCoefficient, int highest) {}

    private static List<Design> family(String name, List<double[]> extra, double[] x, Penalised setting) {
        List<double[]> columns = new ArrayList<>();
        double[] constant = new double[x.length];
        java.util.Arrays.fill(constant, 1);
        columns.add(constant);
        columns.addAll(extra);
        List<Design> designs = new ArrayList<>();
        double[] previous = constant;
        double[] current = x;
        for (int order = 1; order <= setting.highest; order++) {
            columns.add(current);
            designs.add(new Design(name + ", order " + order, columns.toArray(double[][]::new), setting.offset,
                    setting.perCoefficient * columns.size(), List.of()));
            double[] next = new double[x.length];
            for (int bin = 0; bin < x.length; bin++) {
                next[bin] = ((2 * order + 1) * x[bin] * current[bin] - order * previous[bin]) / (order + 1);
            }
            previous = current;
            current = next;
        }
        return List.copyOf(designs);
    }
}
