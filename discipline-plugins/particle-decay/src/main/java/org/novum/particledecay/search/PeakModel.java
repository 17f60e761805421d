package org.novum.particledecay.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.novum.particledecay.fit.Candidate;
import org.novum.particledecay.fit.ExtraPeakScan;
import org.novum.particledecay.fit.MixtureFit;
import org.novum.particledecay.fit.Peak;
import org.novum.particledecay.fit.PeakFit;
import org.novum.particledecay.fit.PeakFitResult;
import org.novum.particledecay.fit.PeakHypothesis;
import org.novum.particledecay.fit.Resolution;
import org.novum.particledecay.fit.Sample;
import org.novum.particledecay.scan.Spectrum;
import org.novum.particledecay.shape.BackgroundShape;
import org.novum.particledecay.shape.PeakStart;
import org.novum.particledecay.shape.SignalFamily;
import org.novum.particledecay.shape.Threshold;
import org.novum.particledecay.shape.Window;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.significance.Discovery;
import org.novum.statistics.significance.LookElsewhere;
import org.novum.statistics.significance.Upcrossings;

/**
 * The states found so far in one spectrum, fitted together by unbinned extended maximum likelihood, and the search for one
 * more beside them.
 */
final class PeakModel {
    /** Rise of twice the log-likelihood, penalties included, by which tails must be better to be wanted. */
    private static final double TAILS_WANTED = 16;

    private static final double REACH = 2.5;
    private static final double EDGE = 2;
    private static final double STEPS_PER_SIGMA = 2;
    private static final double REFERENCE_LEVEL = 0.5;
    private static final double CONFIDENCE = 0.95;
    /** Bins of the pooled sample per smallest registered width: the loss of information is below 0.01 %. */
    private static final double BINS_PER_SIGMA = 10;
    /** Models this much worse on the pooled sample are not fitted to the full one. */
    private static final double CHOSEN = 4;

    private static final int BEST_BACKGROUNDS = 2;
    private static final int PLAIN_BACKGROUNDS = 2;
    /** A peak of fewer candidates cannot tell its tails from the background. */
    private static final double TAILS_NEED = 500;
    /** Natural widths below this fraction of the peak's sigma cannot be seen. */
    private static final double VISIBLE_WIDTH = 0.1;

    private final SearchOptions options;
    private final List<Integer> finalState;
    private final Window window;
    private final Sample sample;
    private final Sample pooled;
    private final List<BackgroundShape> backgrounds;
    private final List<PeakHypothesis> peaks = new ArrayList<>();

    PeakModel(SearchOptions options, ChannelSample channel, Spectrum spectrum) {
        this.options = options;
        this.finalState = channel.finalState();
        this.window = new Window(spectrum.window().low(), spectrum.window().high());
        this.sample = Sample.of(spectrum.masses(), window);
        int bins = (int) Math.ceil(BINS_PER_SIGMA * window.width() / finest(spectrum));
        this.pooled = sample.size() > bins ? sample.pooled(bins) : sample;
        this.backgrounds = backgrounds(spectrum);
    }

    /**
     * A further state beside those found.
     *
     * @param mass in GeV
     * @param sigma of its peak in GeV
     * @param yield in candidates
     * @param q0 of the best background and the states found, against those and this one
     * @param local p-value
     * @param global p-value within the scan, with the up-crossings of the observed field as its trial factor
     * @param background family of the fit
     */
    record Further(
            double mass, double sigma, double yield, double q0, PValue local, PValue global, String background) {}

    /** Adds a peak and fits all peaks together. */
    PeakFitResult add(Outcome.Excess excess, StateClaim.PeakShapes shapes) {
        boolean few = excess.yield() < TAILS_NEED;
        peaks.add(hypothesis(excess.mass(), excess.sigma(), few ? StateClaim.PeakShapes.SYMMETRIC : shapes));
        return fit();
    }

    /** Adds a peak seen by the same detector as the first one, and fits all peaks together. */
    PeakFitResult addNeighbour(double mass, PeakFitResult found) {
        Peak first = found.peaks().getFirst();
        double relative = effectiveSigma(first) / first.mass().value();
        peaks.add(neighbour(mass, relative * mass, first));
        return fit();
    }

    /** Fits the peaks found so far together to the pooled sample. */
    PeakFitResult fit() {
        return fit(peaks);
    }

    /** Symmetric peaks over all backgrounds first; tails only over the best of these and the plainest. */
    private PeakFitResult fit(List<PeakHypothesis> wanted) {
        List<PeakHypothesis> plain = wanted.stream().map(PeakModel::withoutTails).toList();
        PeakFitResult symmetric = new PeakFit(window, plain, backgrounds).fit(pooled);
        if (wanted.getFirst().candidates().size() == 1) {
            return symmetric;
        }
        List<BackgroundShape> few = new ArrayList<>();
        symmetric.candidates().stream().map(Candidate::background).limit(BEST_BACKGROUNDS).forEach(few::add);
        backgrounds.stream()
                .limit(PLAIN_BACKGROUNDS)
                .filter(background -> !few.contains(background))
                .forEach(few::add);
        return new PeakFit(window, wanted, few).fit(pooled);
    }

    private static PeakHypothesis withoutTails(PeakHypothesis peak) {
        return new PeakHypothesis(
                peak.name(), peak.start(), List.of(peak.candidates().getFirst()), peak.resolution());
    }

    /** Fits the peaks found so far together to every single candidate; models are chosen on the pooled sample first. */
    PeakFitResult fitUnbinned() {
        PeakFitResult rough = fit();
        double best = rough.candidates().getFirst().criterion();
        List<Candidate> chosen = rough.candidates().stream()
                .filter(candidate -> candidate.criterion() < best + CHOSEN)
                .toList();
        int shape = rough.candidates().getFirst().shapeChoice();
        List<PeakHypothesis> started = new ArrayList<>();
        for (int i = 0; i < peaks.size(); i++) {
            PeakHypothesis peak = peaks.get(i);
            Peak fitted = rough.peaks().get(i);
            PeakStart start = new PeakStart(
                    fitted.mass().value(), peak.start().naturalWidth(), fitted.resolution().value());
            List<SignalFamily> only =
                    List.of(peak.candidates().get(Math.min(shape, peak.candidates().size() - 1)));
            started.add(new PeakHypothesis(peak.name(), start, only, peak.resolution()));
        }
        List<BackgroundShape> families = chosen.stream()
                .filter(candidate -> candidate.shapeChoice() == shape)
                .map(Candidate::background)
                .distinct()
                .toList();
        return new PeakFit(window, started, families).fit(sample);
    }

    private double finest(Spectrum spectrum) {
        double low = spectrum.resolution().at(window.lower());
        double high = spectrum.resolution().at(window.upper());
        return options.widths().getFirst() * Math.min(low, high);
    }

    /** Whether a fit with symmetric peaks would be described much better with tails. */
    boolean wantsTails(PeakFitResult symmetric) {
        List<PeakHypothesis> tailed = new ArrayList<>();
        for (PeakHypothesis peak : peaks) {
            tailed.add(hypothesis(peak.start().mass(), peak.start().resolution(), StateClaim.PeakShapes.WITH_TAILS));
        }
        if (symmetric.peaks().getFirst().yield().value() < TAILS_NEED) {
            return false;
        }
        PeakFitResult better = fit(tailed);
        return symmetric.candidates().getFirst().criterion()
                        - better.candidates().getFirst().criterion()
                > TAILS_WANTED;
    }

    /** The most significant further peak; none if the states found leave no room. It is added to the model. */
    Optional<Further> next() {
        PeakFitResult found = fit();
        Peak last = found.peaks().getLast();
        double relative = effectiveSigma(last) / last.mass().value();
        double[] masses = places(found, relative);
        if (masses.length < 3) {
            return Optional.empty();
        }
        ExtraPeakScan scan = new ExtraPeakScan(new MixtureFit(pooled), found.fit());
        List<ExtraPeakScan.Step> steps = new ArrayList<>();
        for (double mass : masses) {
            steps.add(scan.at(mass, relative * mass));
        }
        ExtraPeakScan.Step best = steps.stream()
                .max(Comparator.comparingDouble(ExtraPeakScan.Step::q0))
                .orElseThrow();
        double crossings = Upcrossings.ofObserved(
                        steps.stream().mapToDouble(ExtraPeakScan.Step::q0).toArray(), REFERENCE_LEVEL)
                .upperBound(CONFIDENCE);
        peaks.add(neighbour(best.mass(), relative * best.mass(), found.peaks().getFirst()));
        PeakFitResult with = fit();
        Peak added = with.peaks().getLast();
        // The profile over all backgrounds decides; the quick scan used one of them.
        double q0 = Math.min(best.q0(), added.q0());
        return Optional.of(new Further(
                added.mass().value(),
                effectiveSigma(added),
                added.yield().value(),
                q0,
                Discovery.localPValue(q0),
                new LookElsewhere(REFERENCE_LEVEL, crossings).globalPValue(q0),
                with.background()));
    }

    /** Standard deviation of a peak from resolution and natural width together, after Olivero and Longbothum (1977). */
    static double effectiveSigma(Peak peak) {
        double fullWidth = 2.3548 * peak.resolution().value();
        double natural = peak.width().value();
        double voigt = 0.5346 * natural + Math.sqrt(0.2166 * natural * natural + fullWidth * fullWidth);
        return voigt / 2.3548;
    }

    private double[] places(PeakFitResult found, double relative) {
        List<Double> masses = new ArrayList<>();
        double mass = window.lower() * (1 + EDGE * relative);
        while (mass < window.upper() * (1 - EDGE * relative)) {
            double here = mass;
            boolean free = found.peaks().stream()
                    .noneMatch(peak -> Math.abs(peak.mass().value() - here) < REACH * effectiveSigma(peak));
            if (free) {
                masses.add(here);
            }
            mass *= 1 + relative / STEPS_PER_SIGMA;
        }
        return masses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A neighbouring state seen by the same detector: its relative resolution is that of the first peak. */
    private PeakHypothesis neighbour(double mass, double sigma, Peak first) {
        PeakHypothesis plain = hypothesis(mass, sigma, StateClaim.PeakShapes.SYMMETRIC);
        int choices = peaks.getFirst().candidates().size();
        List<SignalFamily> shapes = new ArrayList<>(plain.candidates());
        while (shapes.size() < choices) {
            shapes.add(plain.candidates().getFirst());
        }
        return new PeakHypothesis(
                plain.name(),
                plain.start(),
                shapes,
                new Resolution.SameAs(first.name(), mass / first.mass().value()));
    }

    private PeakHypothesis hypothesis(double mass, double sigma, StateClaim.PeakShapes shapes) {
        double natural = naturalWidth(mass, sigma);
        double resolution = Math.sqrt(Math.max(0.04 * sigma * sigma, sigma * sigma - natural * natural / 5.545));
        List<SignalFamily> families = switch (shapes) {
            case SYMMETRIC -> List.of(SignalFamily.VOIGT);
            case WITH_TAILS -> List.of(SignalFamily.VOIGT, SignalFamily.RADIATIVE_VOIGT, SignalFamily.DOUBLE_CRYSTAL_BALL);
        };
        return new PeakHypothesis(
                "state-" + (peaks.size() + 1),
                new PeakStart(mass, natural, resolution),
                families,
                new Resolution.Fitted());
    }

    /** Natural width (GeV) of the known state that a peak at this mass is; 0 where it cannot be seen. */
    private double naturalWidth(double mass, double sigma) {
        return KnownStates.match(new KnownStates.Peak(mass, 0.2 * sigma, sigma), finalState, options.massScale())
                .map(match -> match.particle().width())
                .filter(width -> width > VISIBLE_WIDTH * sigma)
                .orElse(0.0);
    }

    private static List<BackgroundShape> backgrounds(Spectrum spectrum) {
        double[] inside = Arrays.stream(spectrum.masses())
                .filter(spectrum.window()::contains)
                .toArray();
        Window window = new Window(spectrum.window().low(), spectrum.window().high());
        List<BackgroundShape> backgrounds = new ArrayList<>(PeakFit.usualBackgrounds(window, inside.length));
        boolean nearThreshold = spectrum.threshold() > 0
                && spectrum.threshold() <= spectrum.window().low()
                && spectrum.window().low() - spectrum.threshold()
                        < 0.5 * (spectrum.window().high() - spectrum.window().low());
        if (nearThreshold && inside.length > 0) {
            backgrounds.add(new Threshold(spectrum.threshold(), 1));
            backgrounds.add(new Threshold(spectrum.threshold(), 2));
        }
        return List.copyOf(backgrounds);
    }
}
