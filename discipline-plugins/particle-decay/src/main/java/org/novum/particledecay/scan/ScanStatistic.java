package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The test statistic of a scan: how much better the best narrow signal plus any background describes the counts than any
 * background alone, in −2 ln L with penalties (discrete profiling, Dauncey et al. 2015, arXiv:1408.6865).
 *
 * <p>The same procedure runs on data and on toys, so whatever it chooses from the data is inside its calibration.
 */
final class ScanStatistic {
    private static final int FAMILIES_SCANNED = 3;
    private static final double FAMILY_REACH = 12;
    private static final int JOINED = 3;
    private static final double CLEAR_SIGNAL = 20;
    private static final double RIVAL = 12;
    private static final int SIGNAL_FITS = 2;
    private static final int SIMPLE = 3;
    private static final double ESTABLISHED = 6;
    private static final double TOY_ORDER_PENALTY = 3;
    /** How far the score's estimate of an objective may be off the fitted one. */
    private static final double SCORE_ERROR = 3;

    private final MassGrid grid;
    private final List<List<Design>> families;
    private final Coarse coarse;
    private final List<Template> templates;
    private final StructuredBackgrounds structures;
    private final boolean[] allowed;
    private final double[] bonus;

    ScanStatistic(Spectrum spectrum, ScanOptions options, MassGrid grid) {
        this.grid = grid;
        this.families = SmoothFamilies.of(grid, spectrum.threshold(), options);
        this.coarse = new Coarse(grid.bins(), JOINED);
        this.structures = new StructuredBackgrounds(
                families, new Structures(grid, options.nuisances(), options.middleWidth()), coarse);
        this.templates = new ArrayList<>();
        for (double width : options.widths()) {
            templates.add(new Template(width, spectrum.resolution().spread(), grid.step()));
        }
        this.bonus = options.prior().bonus(grid);
        this.allowed = new boolean[grid.bins()];
        double margin = 2 * options.middleWidth() / grid.step();
        for (int bin = 0; bin < allowed.length; bin++) {
            allowed[bin] = bin + 0.5 >= margin && bin + 0.5 <= allowed.length - margin;
        }
    }

    /**
     * What the procedure found.
     *
     * @param q the statistic, weighted with the prior of masses; never negative
     * @param q0 −2 ln of the ratio of profile likelihoods at the place found, without the prior; never negative
     * @param nullFit the best background without a signal
     * @param signal the best signal with its background
     * @param faithful the background of least −2 ln L with a mild penalty per coefficient, from which toys are thrown
     */
    record Evaluation(double q, double q0, BackgroundFit nullFit, SignalFit signal, BackgroundFit faithful) {
        /**
         * The background from which toys are thrown: beside the signal where there clearly is one, else the best null.
         *
         * <p>A strong peak drags structures and high orders into the best null. Toys from such a background would carry
         * the peak themselves and hide it.
         */
        BackgroundFit toyBackground() {
            return q0 > CLEAR_SIGNAL ? signal.background() : faithful;
        }
    }

    /** The same with signals sought between two masses (GeV) only. */
    Evaluation evaluateWithin(double[] counts, double low, double high) {
        boolean[] everywhere = allowed.clone();
        for (int bin = 0; bin < allowed.length; bin++) {
            allowed[bin] &= grid.centre(bin) >= low && grid.centre(bin) <= high;
        }
        try {
            return evaluate(counts);
        } finally {
            System.arraycopy(everywhere, 0, allowed, 0, allowed.length);
        }
    }

    Evaluation evaluate(double[] counts) {
        List<BackgroundFit> fits = fitFamilies(counts);
        double limit = fits.getFirst().objective() + FAMILY_REACH;
        List<BackgroundFit> smooth = fits.stream().filter(fit -> fit.objective() <= limit)
                .limit(FAMILIES_SCANNED).toList();
        List<BackgroundFit> structured = new ArrayList<>(structures.beside(smooth.getFirst(), counts));
        // High orders may have bent themselves around a structure: it is also sought on the best simple shape.
        fits.stream().filter(fit -> fit.theta().length <= SIMPLE && fit != smooth.getFirst()).findFirst()
                .ifPresent(fit -> structured.addAll(structures.beside(fit, counts)));
        SignalFit best = bestSignal(smooth, counts);
        BackgroundFit chosen = smooth.getFirst();
        BackgroundFit faithful = Collections.min(smooth, Comparator.comparingDouble(ScanStatistic::faithfulness));
        // A structure that explains the counts far worse than a peak on a smooth background does is no rival of the peak.
        double rival = RIVAL + (best == null ? chosen.objective() : best.objective());
        List<BackgroundFit> rivals = structured.stream().filter(fit -> fit.objective() < rival).toList();
        for (BackgroundFit fit : rivals) {
            if (fit.objective() < chosen.objective()) {
                chosen = fit;
                // What barely pays for itself is mostly noise, and toys must not carry noise as if it were there.
                faithful = fit.objective() < smooth.getFirst().objective() - ESTABLISHED ? fit : faithful;
            }
        }
        SignalFit beside = bestSignal(rivals, counts);
        if (beside != null && (best == null || beside.weighted() < best.weighted())) {
            best = beside;
        }
        if (best == null) {
            best = new SignalFit(chosen, grid.bins() / 2, templates.getFirst(), 0, chosen.objective(), 0);
        }
        double q0 = Math.max(0, chosen.objective() - best.objective());
        return new Evaluation(q0 > 0 ? q0 + best.bonus() : 0, q0, chosen, best, faithful);
    }

    /** The order penalty of the test keeps power; toys must not be smoother than the data, so theirs is milder. */
    private static double faithfulness(BackgroundFit fit) {
        return fit.objective() - fit.design().penalty() + TOY_ORDER_PENALTY * fit.theta().length;
    }

    /** How much −2 ln L falls when the best signal is put beside a background; 0 where none helps. */
    double gainBeside(BackgroundFit background, double[] counts) {
        SignalFit signal = bestSignal(List.of(background), counts);
        return signal == null ? 0 : Math.max(0, background.objective() - signal.objective());
    }

    private @Nullable SignalFit bestSignal(List<BackgroundFit> backgrounds, double[] counts) {
        List<Start> starts = new ArrayList<>();
        backgrounds.forEach(fit -> starts.add(start(fit, counts)));
        starts.removeIf(start -> start.candidate().q() <= 0);
        starts.sort(Comparator.comparingDouble(Start::objective));
        SignalFit best = null;
        for (int i = 0; i < Math.min(SIGNAL_FITS, starts.size()); i++) {
            Start start = starts.get(i);
            if (best != null && start.objective() > best.weighted() + SCORE_ERROR) {
                break;
            }
            SignalFit fit = SignalFit.of(start.fit(), start.candidate(), counts);
            if (best == null || fit.weighted() < best.weighted()) {
                best = fit;
            }
        }
        return best;
    }

    List<Template> templates() {
        return templates;
    }

    private record Start(BackgroundFit fit, ScoreField.Candidate candidate) {
        double objective() {
            return fit.objective() - candidate.weighted();
        }
    }

    private Start start(BackgroundFit fit, double[] counts) {
        ScoreField.Places places = new ScoreField.Places(allowedWith(fit.design()), bonus);
        ScoreField.Candidate best = null;
        for (Template template : templates) {
            ScoreField.Candidate candidate = ScoreField.best(fit, counts, template, places);
            if (best == null || candidate.weighted() > best.weighted()) {
                best = candidate;
            }
        }
        return new Start(fit, Objects.requireNonNull(best));
    }

    private boolean[] allowedWith(Design design) {
        boolean[] open = allowed;
        for (int[] range : design.forbidden()) {
            open = open == allowed ? allowed.clone() : open;
            for (int bin = Math.max(0, range[0]); bin <= Math.min(open.length - 1, range[1]); bin++) {
                open[bin] = false;
            }
        }
        return open;
    }

    private List<BackgroundFit> fitFamilies(double[] counts) {
        List<BackgroundFit> fits = new ArrayList<>();
        for (List<Design> family : families) {
            double best = Double.POSITIVE_INFINITY;
            int bestOrder = 0;
            double[] start = BackgroundFit.flat(family.getFirst(), counts);
            for (int order = 0; order < family.size() && order <= bestOrder + 2; order++) {
                BackgroundFit fit = BackgroundFit.of(family.get(order), coarse, counts, start);
                fits.add(fit);
                start = fit.theta();
                if (fit.objective() < best) {
                    best = fit.objective();
                    bestOrder = order;
                }
            }
        }
        fits.sort(Comparator.comparingDouble(BackgroundFit::objective));
        return fits;
    }
}
