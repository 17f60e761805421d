package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.novum.statistics.distribution.NormalTail;

/**
 * The registered scan of all masses of one spectrum.
 *
 * <p>Counts are binned in units of the mass resolution. A narrow signal of each registered width is sought at every bin
 * against the best of smooth backgrounds of growing order, with or without broad bumps and edges, each at its penalty.
 * The largest likelihood ratio is calibrated by pseudo-experiments from the chosen background through the same procedure.
 */
public final class MassScan {
    private static final double BINS_PER_SIGMA = 3;
    private static final int FEWEST = 12;

    private MassScan() {}

    /** Scans one spectrum; the same spectrum, options and seed give the same result on every machine. */
    public static ScanResult scan(Spectrum spectrum, ScanOptions options) {
        MassGrid grid = MassGrid.over(spectrum.window(), spectrum.resolution(), finenessOf(options));
        double[] counts = grid.count(spectrum.masses());
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        if (total < FEWEST) {
            return untested(grid, counts);
        }
        ScanStatistic statistic = new ScanStatistic(spectrum, options, grid);
        ScanStatistic.Evaluation observed = statistic.evaluate(counts);
        SplittableRandom random = new SplittableRandom(options.seed() ^ spectrum.digest());
        ScanResult.GlobalSignificance significance =
                new TailCalibration(statistic, options.toys()).of(observed, random);
        return result(spectrum, new Scanned(grid, counts, statistic, observed), significance);
    }

    /**
     * Tests one mass (GeV) and width factor that were fixed before these data were opened: no trial factor.
     *
     * <p>The p-value is the one-sided tail of √q0 (Cowan et al. 2011, arXiv:1007.1727).
     */
    public static LocalTest at(Spectrum spectrum, double mass, double widthFactor, ScanOptions options) {
        ScanOptions fixed = options.withWidths(widthFactor);
        MassGrid grid = MassGrid.over(spectrum.window(), spectrum.resolution(), finenessOf(fixed));
        double[] counts = grid.count(spectrum.masses());
        double half = 0.51 * grid.step() * spectrum.resolution().at(mass);
        ScanStatistic.Evaluation found =
                new ScanStatistic(spectrum, fixed, grid).evaluateWithin(counts, mass - half, mass + half);
        double q = found.signal().yield() > 0 ? found.q0() : 0;
        return new LocalTest(q, q == 0 ? 0 : NormalTail.log10Survival(Math.sqrt(q)), found.signal().yield());
    }

    /**
     * A test at one place.
     *
     * @param q0 −2 ln of the ratio of profile likelihoods
     * @param log10P one-sided p-value as log10; 0 where there is no excess
     * @param yield fitted number of signal candidates
     */
    public record LocalTest(double q0, double log10P, double yield) {}

    /** Bins per unit of the given resolution: enough for the narrowest registered signal. */
    static double finenessOf(ScanOptions options) {
        return BINS_PER_SIGMA / options.widths()[0];
    }

    private record Scanned(MassGrid grid, double[] counts, ScanStatistic statistic,
            ScanStatistic.Evaluation observed) {}

    private static ScanResult result(Spectrum spectrum, Scanned scanned, ScanResult.GlobalSignificance significance) {
        SignalFit signal = scanned.observed.signal();
        BackgroundFit nullFit = scanned.observed.nullFit();
        double mass = scanned.grid.centre(signal.centre());
        double width = signal.template().width();
        List<String> warnings = new ArrayList<>();
        if (nullFit.design().name().contains(" + ")) {
            warnings.add("the background carries structure beyond a smooth family: " + nullFit.design().name());
        }
        return new ScanResult(
                new ScanResult.Peak(mass, width * spectrum.resolution().at(mass), width, signal.yield()),
                significance,
                new ScanResult.BackgroundChoice(nullFit.design().name(), nullFit.theta().length, nullFit.expected(),
                        warnings),
                new ScanResult.Profile(centres(scanned.grid), scanned.counts,
                        ScoreField.signedRoot(nullFit, scanned.counts, signal.template())));
    }

    private static ScanResult untested(MassGrid grid, double[] counts) {
        double[] nothing = new double[counts.length];
        return new ScanResult(new ScanResult.Peak(grid.centre(counts.length / 2), grid.width(counts.length / 2), 1, 0),
                new ScanResult.GlobalSignificance(0, 0, 0, ScanResult.Method.NOT_TESTED),
                new ScanResult.BackgroundChoice("none", 0, nothing,
                        List.of("fewer than " + FEWEST + " candidates: nothing was tested")),
                new ScanResult.Profile(centres(grid), counts, nothing));
    }

    private static double[] centres(MassGrid grid) {
        double[] centres = new double[grid.bins()];
        for (int bin = 0; bin < centres.length; bin++) {
            centres[bin] = grid.centre(bin);
        }
        return centres;
    }
}
