package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novum.particledecay.shape.BackgroundShape;
import org.novum.particledecay.shape.Bernstein;
import org.novum.particledecay.shape.ExponentialPolynomial;
import org.novum.particledecay.shape.LogPolynomial;
import org.novum.particledecay.shape.Window;

/**
 * Measures peaks in a mass spectrum: masses in, masses, yields and significances out.
 *
 * <p>Every combination of peak shape and background family is fitted; see {@link DiscreteProfile} for how they are
 * compared. Works from a handful of events to millions. Units are those of the masses.
 *
 * @param window mass window of the fit
 * @param peaks peaks to fit, at least one
 * @param backgrounds background families to profile over, at least one
 */
public record PeakFit(Window window, List<PeakHypothesis> peaks, List<BackgroundShape> backgrounds) {
    /** Choices that lie this far above the best one cannot touch its one-sigma interval. */
    private static final double RELEVANT_RISE = 1;

    private static final long FEW = 300;
    private static final long MANY = 1000;

    public PeakFit {
        peaks = List.copyOf(peaks);
        backgrounds = List.copyOf(backgrounds);
        if (peaks.isEmpty() || backgrounds.isEmpty()) {
            throw new FitException("a peak fit needs at least one peak and one background family");
        }
    }

    /**
     * Background families without structure of a peak's size: polynomials, exponentials and power laws.
     *
     * @param window window of the fit; one that starts at 0 gets no functions of log m
     * @param events events in the window; below 300 only families of one parameter are offered, and below 1,000 of
     *     two, since an exponential of a polynomial can imitate a peak of few events
     */
    public static List<BackgroundShape> usualBackgrounds(Window window, long events) {
        int order = events < FEW ? 1 : events < MANY ? 2 : 3;
        List<BackgroundShape> families = new ArrayList<>();
        for (int k = 1; k <= order; k++) {
            families.add(new Bernstein(k, 0));
            families.add(new ExponentialPolynomial(k));
            if (window.lower() > 0) {
                families.add(new LogPolynomial(k));
            }
        }
        if (events >= MANY) {
            families.add(new Bernstein(4, 0));
        }
        return List.copyOf(families);
    }

    /**
     * Fits the masses that lie in the window.
     *
     * @throws FitException if no mass lies in the window or one is not a number
     */
    public PeakFitResult fit(double[] masses) {
        return fit(Sample.of(masses, window));
    }

    /** Fits a sample, weighted or not, on this window. */
    public PeakFitResult fit(Sample sample) {
        MixtureFit fitter = new MixtureFit(sample);
        DiscreteProfile profile = new DiscreteProfile(fitter, new ModelFactory(sample, peaks), backgrounds);
        List<Candidate> candidates = profile.candidates();
        Candidate leading = candidates.getFirst();
        List<Candidate> relevant = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate == leading || candidate.criterion() < leading.criterion() + RELEVANT_RISE) {
                FitResult complete = fitter.fit(candidate.fit().model());
                relevant.add(new Candidate(
                        candidate.shapeChoice(), candidate.background(), complete, candidate.penalty()));
            }
        }
        relevant.sort(Comparator.comparingDouble(Candidate::criterion));
        Candidate best = relevant.getFirst();
        List<Peak> fitted = new ArrayList<>();
        for (PeakHypothesis hypothesis : peaks) {
            double without = profile.criterionWithout(hypothesis.name(), candidates);
            double gain = without - best.criterion();
            double q0 = gain > 0 ? gain : 0;
            fitted.add(peak(hypothesis, relevant, q0));
        }
        SpectrumCurve curve = SpectrumCurve.of(best.fit());
        return new PeakFitResult(
                best.fit().status(),
                fitted,
                best.background().name(),
                DiscreteProfile.estimate(relevant, ModelFactory.BACKGROUND + ".yield"),
                best.fit(),
                candidates,
                GoodnessOfFit.of(sample, curve, best.fit().model().freeParameters()),
                curve);
    }

    private Peak peak(PeakHypothesis hypothesis, List<Candidate> relevant, double q0) {
        Candidate best = relevant.getFirst();
        String name = hypothesis.name();
        return new Peak(
                name,
                hypothesis.candidate(best.shapeChoice()).at(hypothesis.start()).name(),
                DiscreteProfile.estimate(relevant, name + ".mass"),
                optional(relevant, name + ".resolution"),
                optional(relevant, name + ".width"),
                DiscreteProfile.estimate(relevant, name + ".yield"),
                q0);
    }

    /** A parameter that not every shape has: estimated from the choices that have it, 0 if the best has not. */
    private static Estimate optional(List<Candidate> relevant, String parameter) {
        List<Candidate> having = relevant.stream()
                .filter(c -> c.fit().parameters().stream().anyMatch(p -> p.name().equals(parameter)))
                .toList();
        boolean bestHas = !having.isEmpty() && having.getFirst() == relevant.getFirst();
        return bestHas ? DiscreteProfile.estimate(having, parameter) : Estimate.exact(0);
    }
}
