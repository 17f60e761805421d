package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * How many signal events a wrong background family can feign: an error term for yield and significance.
 *
 * <p>For every other family that was fitted, the background it found is taken as the truth without signal (an Asimov
 * data set: expected counts of fine bins), and the chosen model is fitted to it with the peak's shape held and a signed
 * yield. The largest magnitude is the spurious signal (method of ATLAS, Phys. Rev. D 98 (2018) 052005, section 7.2).
 *
 * @param events largest magnitude of a feigned yield
 * @param worst family that feigns it
 * @param tested every family with its feigned yield
 */
public record SpuriousSignal(double events, String worst, List<Feigned> tested) {
    private static final int BINS = 2000;
    /** Families worse than the best by more than this (about 4 sigma) do not describe the data and prove nothing. */
    private static final double PLAUSIBLE_RISE = 16;

    public SpuriousSignal {
        tested = List.copyOf(tested);
    }

    /**
     * Yield feigned by one family.
     *
     * @param background family taken as the truth
     * @param events fitted signed yield
     */
    public record Feigned(String background, double events) {}

    /** Estimates the spurious signal of one peak of a result. */
    public static SpuriousSignal of(PeakFitResult result, String peak) {
        Candidate best = result.candidates().getFirst();
        List<Feigned> tested = new ArrayList<>();
        double largest = 0;
        String worst = "none";
        for (Candidate other : result.candidates()) {
            boolean plausible = other.criterion() < best.criterion() + PLAUSIBLE_RISE;
            if (other.shapeChoice() == best.shapeChoice() && !other.background().equals(best.background()) && plausible) {
                double events = feigned(result.fit(), other.fit(), peak);
                tested.add(new Feigned(other.background().name(), events));
                if (Math.abs(events) > largest) {
                    largest = Math.abs(events);
                    worst = other.background().name();
                }
            }
        }
        return new SpuriousSignal(largest, worst, tested);
    }

    private static double feigned(FitResult chosen, FitResult truth, String peak) {
        Sample asimov = asimov(truth);
        MixtureModel model = chosen.model();
        for (Component component : model.components()) {
            if (!component.name().equals(peak) && !component.name().equals(ModelFactory.BACKGROUND)) {
                model = model.without(component.name());
            }
        }
        for (ModelParameter p : model.parameters()) {
            if (p.name().startsWith(peak + ".") && !p.name().endsWith(".yield")) {
                model = model.fix(p.name(), chosen.value(p.name()));
            }
        }
        double limit = asimov.total();
        model = model.limit(peak + ".yield", -limit, limit)
                .start(peak + ".yield", 0)
                .start(ModelFactory.BACKGROUND + ".yield", limit);
        return new MixtureFit(asimov).minimise(model).value(peak + ".yield");
    }

    /** Expected background counts of fine bins. */
    private static Sample asimov(FitResult truth) {
        SpectrumCurve curve = SpectrumCurve.of(truth);
        double[] masses = new double[BINS];
        double[] weights = new double[BINS];
        double cell = truth.model().window().width() / BINS;
        for (int i = 0; i < BINS; i++) {
            masses[i] = truth.model().window().lower() + (i + 0.5) * cell;
            weights[i] = cell * curve.component(ModelFactory.BACKGROUND, masses[i]);
        }
        return Sample.weighted(masses, weights, truth.model().window());
    }
}
