package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits of smooth backgrounds together with one structure: which structure, where it sits, how wide it is. */
final class StructuredBackgrounds {
    /** A structure that gains less than this in −2 ln L is described well enough by the coarse points. */
    private static final double STRONG = 30;

    private static final int[] STEPS = {4, 2, 1};

    private final List<List<Design>> families;
    private final Structures structures;
    private final StructureSearch search;
    private final Coarse coarse;

    StructuredBackgrounds(List<List<Design>> families, Structures structures, Coarse coarse) {
        this.families = families;
        this.structures = structures;
        this.coarse = coarse;
        this.search = new StructureSearch(structures.coarse(), coarse);
    }

    /** The fits with one structure on top of a smooth background that describe the counts better than it alone does. */
    List<BackgroundFit> beside(BackgroundFit smooth, double[] counts) {
        // One structure only: a rise and a fall close together would be a peak under another name.
        List<BackgroundFit> better = new ArrayList<>();
        search.best(smooth, counts).ifPresent(structure -> {
            Fitted fitted = fit(new Fitted(smooth, structure, smooth), structure, counts);
            // A cusp that may move freely is a peak with a tail under another name; only bumps are placed finely.
            if (structure.place().kind() == Structures.Kind.BUMP
                    && fitted.fit.objective() + structure.penalty() < smooth.objective() - STRONG) {
                fitted = grown(refined(fitted, counts), counts);
            }
            if (fitted.fit.objective() < smooth.objective()) {
                better.add(fitted.fit);
            }
        });
        return better;
    }

    /** A fit and what it is made of. */
    private record Fitted(BackgroundFit base, Design.Structure structure, BackgroundFit fit) {}

    private Fitted fit(Fitted before, Design.Structure structure, double[] counts) {
        BackgroundFit base = before.base;
        BackgroundFit fit = BackgroundFit.of(base.design().with(structure), coarse, counts,
                before.fit == base ? base.theta() : Arrays.copyOf(before.fit.theta(), base.theta().length + 1));
        if (structure.companion() != null) {
            BackgroundFit both = BackgroundFit.of(fit.design().with(structure.companion()), coarse, counts, fit.theta());
            fit = both.objective() < fit.objective() ? both : fit;
        }
        return new Fitted(base, structure, fit);
    }

    /** Moves and widens the bump by ever smaller steps as long as that helps. */
    private Fitted refined(Fitted coarsely, double[] counts) {
        Fitted best = coarsely;
        for (int steps : STEPS) {
            boolean improved = true;
            for (int round = 0; improved && round < 3; round++) {
                improved = false;
                for (Design.Structure neighbour : structures.aroundBump(best.structure.place(), steps)) {
                    Fitted fitted = fit(best, neighbour, counts);
                    if (fitted.fit.objective() < best.fit.objective()) {
                        best = fitted;
                        improved = true;
                    }
                }
            }
        }
        return best;
    }

    /** Raises the order of the smooth part: without the structure it may have looked simpler than it is. */
    private Fitted grown(Fitted fitted, double[] counts) {
        Fitted best = fitted;
        for (List<Design> family : families) {
            int order = family.indexOf(fitted.base.design());
            for (int higher = order + 1; order >= 0 && higher < family.size(); higher++) {
                BackgroundFit base = BackgroundFit.of(family.get(higher), coarse, counts, fitted.base.theta());
                Fitted next = fit(new Fitted(base, fitted.structure, base), best.structure, counts);
                if (next.fit.objective() >= best.fit.objective()) {
                    break;
                }
                best = next;
            }
        }
        return best;
    }
}
