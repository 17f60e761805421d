package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.novum.statistics.math.StableMath;

/**
 * How well the end of a broad distribution describes an excess: a step in the density, smeared with the resolution and with
 * or without a change of slope, as a cascade's kinematic end point makes it.
 *
 * <p>The scan knows edges at coarse places only, since one that moves freely is a rival to any peak with a tail. Here an
 * edge is placed finely and compared with fitted peaks on the same bins, by Akaike's criterion (IEEE Trans. Autom. Control
 * 19 (1974) 716): −2 ln L + 2 per free parameter.
 */
public final class EdgeFit {
    private static final double REACH = 4;
    private static final int[] STEPS = {4, 2, 1};

    private final MassGrid grid;
    private final double[] counts;
    private final ScanStatistic statistic;
    private final Structures structures;
    private final Coarse coarse;
    private final List<Design> designs;

    /** Prepares the bins and backgrounds of the scan of a spectrum. */
    public EdgeFit(Spectrum spectrum, ScanOptions options) {
        this.grid = MassGrid.over(spectrum.window(), spectrum.resolution(), MassScan.finenessOf(options));
        this.counts = grid.count(spectrum.masses());
        this.statistic = new ScanStatistic(spectrum, options, grid);
        this.structures = new Structures(grid, options.nuisances(), options.middleWidth());
        this.coarse = new Coarse(grid.bins(), 1);
        this.designs = SmoothFamilies.of(grid, spectrum.threshold(), options).stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The best edge near an excess.
     *
     * @param name what and where
     * @param criterion Akaike's, comparable with {@link EdgeFit#criterion} only
     * @param peakBeside how much −2 ln L still falls when a narrow peak is put beside the edge, anywhere
     */
    public record Edge(String name, double criterion, double peakBeside) {}

    /** The edge that describes the counts best, within four standard deviations of an excess; none in a narrow window. */
    public Optional<Edge> near(ScanResult.Peak peak) {
        List<Fitted> coarsely = new ArrayList<>();
        for (Design.Structure structure : structures.coarse()) {
            if (structure.place().kind() == Structures.Kind.EDGE
                    && Math.abs(structures.mass(structure.place()) - peak.mass()) < REACH * peak.sigma()) {
                designs.forEach(design -> coarsely.add(fit(design, structure)));
            }
        }
        return coarsely.stream()
                .min(Comparator.comparingDouble(Fitted::criterion))
                .map(this::finely)
                .map(best -> new Edge(
                        best.structure.name(), best.criterion(), statistic.gainBeside(best.fit, counts)));
    }

    /**
     * The criterion of another model on the same bins.
     *
     * @param expected counts between two masses (GeV)
     * @param parameters that were fitted
     */
    public double criterion(DoubleBinaryOperator expected, int parameters) {
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double mean = Math.max(expected.applyAsDouble(grid.edges()[bin], grid.edges()[bin + 1]), Double.MIN_NORMAL);
            sum += mean - (counts[bin] == 0 ? 0 : counts[bin] * StableMath.log(mean));
        }
        return 2 * sum + 2.0 * parameters;
    }

    private record Fitted(Design smooth, Design.Structure structure, BackgroundFit fit) {
        /** The place counts as a parameter too. */
        double criterion() {
            return fit.objective() - fit.design().penalty() + 2.0 * (fit.theta().length + 1);
        }
    }

    private Fitted fit(Design smooth, Design.Structure edge) {
        Design design = smooth.with(edge);
        BackgroundFit step = BackgroundFit.of(design, coarse, counts, BackgroundFit.flat(smooth, counts));
        if (edge.companion() == null) {
            return new Fitted(smooth, edge, step);
        }
        BackgroundFit both = BackgroundFit.of(design.with(edge.companion()), coarse, counts, step.theta());
        Fitted plain = new Fitted(smooth, edge, step);
        Fitted sloped = new Fitted(smooth, edge, both);
        return sloped.criterion() < plain.criterion() ? sloped : plain;
    }

    private Fitted finely(Fitted coarsely) {
        Fitted best = coarsely;
        for (int steps : STEPS) {
            for (Design.Structure neighbour : structures.aroundEdge(best.structure.place(), steps)) {
                Fitted moved = fit(best.smooth, neighbour);
                best = moved.criterion() < best.criterion() ? moved : best;
            }
        }
        return best;
    }
}
