package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.novum.statistics.math.StableMath;

/**
 * Localised structures a background may carry: broad bumps, edges and kinks.
 *
 * <p>They sit on a lattice of places and widths. The search starts from its coarse points; where a bump is strong, the fine
 * points in between are tried too, for a bump of hundreds of candidates must be described better than to half its width.
 * Fine points of edges are for {@link EdgeFit} only.
 */
final class Structures {
    private static final int[] NOWHERE = {};
    private static final double SLOPE_PENALTY = 4;
    /** Widths of bumps grow by this factor from one coarse point to the next. */
    private static final double WIDTH_RATIO = 1.6;

    private static final int WIDTHS = 4;
    /** Coarse points lie so many widths apart. */
    private static final double BUMP_SPACING = 0.6;
    /** Fine points between two coarse ones, in place and in width. */
    private static final int FINE = 8;

    private final MassGrid grid;
    private final ScanOptions.Nuisances nuisances;
    private final double unit;
    private final double length;
    private final Map<Place, Design.Structure> made = new HashMap<>();

    /**
     * The structures of a grid.
     *
     * @param unit the middle signal width in standard deviations of resolution
     */
    Structures(MassGrid grid, ScanOptions.Nuisances nuisances, double unit) {
        this.grid = grid;
        this.nuisances = nuisances;
        this.unit = unit;
        this.length = grid.bins() * grid.step();
    }

    /** What a structure is. */
    enum Kind {
        /** A hump much broader than the resolution. */
        BUMP,
        /** A step in the density, with or without a change of its slope. */
        EDGE,
        /** A change of slope. */
        KINK
    }

    /**
     * A point of the lattice.
     *
     * @param kind of structure
     * @param at place in fine steps
     * @param width of a bump in fine steps, 0 for the narrowest; 0 for the others
     */
    record Place(Kind kind, int at, int width) {}

    /** The structures on the coarse points. */
    List<Design.Structure> coarse() {
        List<Design.Structure> structures = new ArrayList<>();
        for (int width = 0; width < WIDTHS * FINE; width += FINE) {
            if (widthOf(width) < 0.35 * length) {
                for (int at = 0; at * fineStep(Kind.BUMP, width) <= length; at += FINE) {
                    structures.add(of(new Place(Kind.BUMP, at, width)));
                }
            }
        }
        double step = fineStep(Kind.EDGE, 0);
        for (int at = (int) Math.ceil(2 * unit / step); at * step < length - 2 * unit; at += FINE) {
            structures.add(of(new Place(Kind.EDGE, at, 0)));
            structures.add(of(new Place(Kind.KINK, at, 0)));
        }
        return List.copyOf(structures);
    }

    /** Bumps {@code steps} fine steps away in place or in width. */
    List<Design.Structure> aroundBump(Place place, int steps) {
        List<Design.Structure> neighbours = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            int at = place.at + sign * steps;
            if (at >= 0 && at * fineStep(Kind.BUMP, place.width) <= length) {
                neighbours.add(of(new Place(Kind.BUMP, at, place.width)));
            }
            int width = place.width + sign * steps;
            if (width >= 0 && widthOf(width) < 0.35 * length) {
                // The bump stays where it is; the lattice of places changes with the width.
                int same = (int) Math.rint(place.at * fineStep(Kind.BUMP, place.width) / fineStep(Kind.BUMP, width));
                neighbours.add(of(new Place(Kind.BUMP, same, width)));
            }
        }
        return neighbours;
    }

    /** Edges {@code steps} fine steps away. */
    List<Design.Structure> aroundEdge(Place place, int steps) {
        List<Design.Structure> neighbours = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            double at = (place.at + sign * steps) * fineStep(Kind.EDGE, 0);
            if (at >= 2 * unit && at <= length - 2 * unit) {
                neighbours.add(of(new Place(Kind.EDGE, place.at + sign * steps, 0)));
            }
        }
        return neighbours;
    }

    /** Mass of a place in GeV. */
    double mass(Place place) {
        return grid.centre(binOf(place.at * fineStep(place.kind, place.width)));
    }

    private double widthOf(int width) {
        return nuisances.bumpRatio() * unit * FastMath.pow(WIDTH_RATIO, (double) width / FINE);
    }

    private double fineStep(Kind kind, int width) {
        return switch (kind) {
            case BUMP -> BUMP_SPACING * widthOf(width) / FINE;
            case EDGE, KINK -> Math.max(1.2 * unit, length / 160) / FINE;
        };
    }

    private Design.Structure of(Place place) {
        Design.Structure known = made.get(place);
        if (known == null) {
            double at = place.at * fineStep(place.kind, place.width);
            known = switch (place.kind) {
                case BUMP -> bump(place, at);
                case EDGE -> edge(place, at);
                case KINK -> kink(place, at, nuisances.edgePenalty());
            };
            made.put(place, known);
        }
        return known;
    }

    private Design.Structure bump(Place place, double at) {
        double width = widthOf(place.width);
        double[] column = new double[grid.bins()];
        for (int bin = 0; bin < column.length; bin++) {
            double distance = ((bin + 0.5) * grid.step() - at) / width;
            column[bin] = StableMath.exp(-0.5 * distance * distance);
        }
        return new Design.Structure("broad bump at " + mass(at), column, nuisances.bumpPenalty(), NOWHERE, null, place);
    }

    private Design.Structure edge(Place place, double at) {
        double[] column = new double[grid.bins()];
        for (int bin = 0; bin < column.length; bin++) {
            double distance = ((bin + 0.5) * grid.step() - at) / unit;
            column[bin] = 0.5 * StableMath.erf(distance / Math.sqrt(2));
        }
        int reach = (int) Math.ceil(2 * unit / grid.step());
        int centre = (int) (at / grid.step());
        // Where a cascade ends, the slope changes together with the level.
        return new Design.Structure("edge at " + mass(at), column, nuisances.edgePenalty(),
                new int[] {centre - reach, centre + reach}, kink(place, at, SLOPE_PENALTY), place);
    }

    private Design.Structure kink(Place place, double at, double penalty) {
        double[] column = new double[grid.bins()];
        for (int bin = 0; bin < column.length; bin++) {
            column[bin] = Math.max(0, (bin + 0.5) * grid.step() - at) / length;
        }
        return new Design.Structure("kink at " + mass(at), column, penalty, NOWHERE, null, place);
    }

    private String mass(double at) {
        return Math.round(grid.centre(binOf(at)) * 1e4) / 1e4 + " GeV";
    }

    private int binOf(double at) {
        return (int) Math.min(grid.bins() - 1, Math.max(0, at / grid.step()));
    }
}
