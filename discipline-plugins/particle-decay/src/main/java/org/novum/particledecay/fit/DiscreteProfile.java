package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novum.particledecay.shape.BackgroundShape;

/**
 * The choice of background (and peak shape) as a discrete nuisance parameter.
 *
 * <p>Every family is fitted; the envelope is the lowest of twice the negative log-likelihood plus a penalty, which is
 * 1 per parameter of the background and per peak parameter beyond yield, mass, resolution and width, as CMS uses it
 * (P. D. Dauncey, M. Kenzie, N. Wardle, G. J. Davies, <i>Handling uncertainties in background shapes: the discrete
 * profiling method</i>, JINST 10 (2015) P04015, arXiv:1408.6865). Errors of signal quantities come from the envelope,
 * so that families which describe the data almost as well widen them.
 */
public final class DiscreteProfile {
    static final double PENALTY_PER_PARAMETER = 1;

    private static final double[] OTHER_RESOLUTIONS = {0.5, 2.5};

    private final MixtureFit fitter;
    private final ModelFactory factory;
    private final List<BackgroundShape> backgrounds;

    DiscreteProfile(MixtureFit fitter, ModelFactory factory, List<BackgroundShape> backgrounds) {
        if (backgrounds.isEmpty()) {
            throw new FitException("a peak fit needs at least one background family");
        }
        this.fitter = fitter;
        this.factory = factory;
        this.backgrounds = backgrounds;
    }

    /** All choices fitted, best first. Unusable fits come last. */
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int choice = 0; choice < factory.shapeChoices(); choice++) {
            for (BackgroundShape background : backgrounds) {
                MixtureModel model = factory.model(choice, background);
                candidates.add(new Candidate(choice, background, best(model), penalty(model)));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::criterion));
        return List.copyOf(candidates);
    }

    /** Lowest criterion of all choices without one peak. */
    double criterionWithout(String peak, List<Candidate> fitted) {
        double lowest = Double.POSITIVE_INFINITY;
        for (Candidate candidate : fitted) {
            MixtureModel reduced = candidate.fit().model().without(peak);
            FitResult fit = lowest(withRestoredBackground(reduced, candidate));
            if (!fit.status().usable()) {
                MixtureModel fresh = factory.model(candidate.shapeChoice(), candidate.background());
                fit = lowest(withRestoredBackground(fresh.without(peak), candidate));
            }
            lowest = Math.min(
                    lowest, new Candidate(candidate.shapeChoice(), candidate.background(), fit, penalty(reduced)).criterion());
        }
        return lowest;
    }

    /**
     * Gives the removed peak's events to the background, and keeps the other peaks from taking its place: their masses
     * may move by one resolution. Everything else stays free, so that a peak which a neighbour can absorb by widening
     * gets the smaller significance.
     */
    private MixtureModel withRestoredBackground(MixtureModel bare, Candidate candidate) {
        MixtureModel reduced = bare;
        for (Component component : bare.components()) {
            if (!component.name().equals(ModelFactory.BACKGROUND)) {
                reduced = confined(reduced, component.name(), candidate.fit());
            }
        }
        double others = reduced.components().stream()
                .filter(c -> !c.name().equals(ModelFactory.BACKGROUND))
                .mapToDouble(c -> candidate.fit().value(c.name() + ".yield"))
                .sum();
        return reduced.start(ModelFactory.BACKGROUND + ".yield", fitter.sample().total() - others);
    }

    private static MixtureModel confined(MixtureModel model, String peak, FitResult fit) {
        String resolution = peak + ".resolution";
        MixtureModel confined = model;
        if (model.has(resolution)) {
            double sigma = fit.value(resolution);
            double mass = fit.value(peak + ".mass");
            confined = confined.limit(peak + ".mass", mass - sigma, mass + sigma);
        }
        return confined;
    }

    /** The first start if it converges inside the box, otherwise the lowest of several. */
    private FitResult best(MixtureModel model) {
        FitResult first = fitter.minimise(model);
        return first.status() == FitStatus.CONVERGED ? first : lowestOf(first, model);
    }

    /** The lowest of several starts: a likelihood with overlapping peaks has more than one minimum. */
    private FitResult lowest(MixtureModel model) {
        return lowestOf(fitter.minimise(model), model);
    }

    private FitResult lowestOf(FitResult first, MixtureModel model) {
        FitResult best = first;
        for (double factor : OTHER_RESOLUTIONS) {
            MixtureModel moved = model;
            for (ModelParameter p : model.parameters()) {
                if (p.name().endsWith(".resolution") && p.binding() instanceof Binding.Free) {
                    moved = moved.start(p.name(), p.start() * factor);
                }
            }
            if (moved != model) {
                FitResult next = fitter.minimise(moved);
                boolean lower = next.negativeLogLikelihood() < best.negativeLogLikelihood();
                if (next.status().usable() && (lower || !best.status().usable())) {
                    best = next;
                }
            }
        }
        return best;
    }

    static double penalty(MixtureModel model) {
        long counted = model.parameters().stream()
                .filter(p -> p.binding() instanceof Binding.Free)
                .map(ModelParameter::name)
                .filter(name -> !name.endsWith(".yield")
                        && !name.endsWith(".mass")
                        && !name.endsWith(".resolution")
                        && !name.endsWith(".width"))
                .count();
        return PENALTY_PER_PARAMETER * counted;
    }

    /**
     * Envelope interval of one parameter at one standard deviation, each family's profile taken as a parabola.
     *
     * @param complete candidates fitted with covariance, best first
     * @param parameter a parameter that all of them have
     */
    static Estimate estimate(List<Candidate> complete, String parameter) {
        Candidate best = complete.getFirst();
        FittedParameter central = best.fit().parameter(parameter);
        double low = central.value() - central.error();
        double high = central.value() + central.error();
        for (Candidate candidate : complete) {
            double rise = candidate.criterion() - best.criterion();
            if (rise < 1) {
                FittedParameter other = candidate.fit().parameter(parameter);
                double reach = other.error() * Math.sqrt(1 - rise);
                low = Math.min(low, other.value() - reach);
                high = Math.max(high, other.value() + reach);
            }
        }
        return new Estimate(central.value(), central.error(), low, high);
    }
}
