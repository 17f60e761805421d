package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.List;
import org.novum.statistics.math.StableMath;

/** Localised structures a background may carry: broad bumps, steps and kinks, at registered places and widths. */
final class Structures {
    private static final double[] BUMP_WIDTHS = {1, 1.6, 2.6, 4.2};
    private static final int[] NOWHERE = {};
    private static final double SLOPE_PENALTY = 4;

    private Structures() {}

    /** All structures of a grid for the registered nuisances; {@code unit} is the middle signal width. */
    static List<Design.Structure> of(MassGrid grid, ScanOptions.Nuisances nuisances, double unit) {
        List<Design.Structure> structures = new ArrayList<>();
        double length = grid.bins() * grid.step();
        for (double factor : BUMP_WIDTHS) {
            double width = factor * nuisances.bumpRatio() * unit;
            if (width < 0.35 * length) {
                for (double at = 0; at <= length; at += 0.6 * width) {
                    structures.add(bump(grid, at, width, nuisances.bumpPenalty()));
                }
            }
        }
        double spacing = Math.max(1.2 * unit, length / 160);
        for (double at = 2 * unit; at < length - 2 * unit; at += spacing) {
            // Where a cascade ends, the slope changes together with the level.
            Design.Structure slope = kink(grid, at, length, SLOPE_PENALTY);
            structures.add(step(grid, at, nuisances.edgePenalty(), new Edge(unit, slope)));
            structures.add(kink(grid, at, length, nuisances.edgePenalty()));
        }
        return List.copyOf(structures);
    }

    private static Design.Structure bump(MassGrid grid, double at, double width, double penalty) {
        double[] column = new double[grid.bins()];
        for (int bin = 0; bin < column.length; bin++) {
            double distance = ((bin + 0.5) * grid.step() - at) / width;
            column[bin] = StableMath.exp(-0.5 * distance * distance);
        }
        return new Design.Structure("broad bump at " + place(grid, at), column, penalty, NOWHERE, null);
    }

    private record Edge(double unit, Design.Structure slope) {}

    private static Design.Structure step(MassGrid grid, double at, double penalty, Edge edge) {
        double unit = edge.unit();
        double[] column = new double[grid.bins()];
        for (int bin = 0; bin < column.length; bin++) {
            double distance = ((bin + 0.5) * grid.step() - at) / unit;
            column[bin] = 0.5 * StableMath.erf(distance / Math.sqrt(2));
        }
        int reach = (int) Math.ceil(2 * unit / grid.step());
        int centre = (int) (at / grid.step());
        return new Design.Structure("edge at " + place(grid, at), column, penalty,
                new int[] {centre - reach, centre + reach}, edge.slope());
    }

    private static Design.Structure kink(MassGrid grid, double at, double length, double penalty) {
        double[] column = new double[grid.bins()];
        for (int bin = 0; bin < column.length; bin++) {
            column[bin] = Math.max(0, (bin + 0.5) * grid.step() - at) / length;
        }
        return new Design.Structure("kink at " + place(grid, at), column, penalty, NOWHERE, null);
    }

    private static String place(MassGrid grid, double at) {
        int bin = (int) Math.min(grid.bins() - 1, Math.max(0, at / grid.step()));
        return Math.round(grid.centre(bin) * 1e4) / 1e4 + " GeV";
    }
}
