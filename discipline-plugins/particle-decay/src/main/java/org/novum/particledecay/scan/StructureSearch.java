package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Score test for every registered structure on top of a fitted background, on bins joined in groups. */
final class StructureSearch {
    private static final double WORTHWHILE = 0.02;

    private final List<Design.Structure> structures;
    private final List<double[]> coarseStructures;
    private final Coarse coarse;

    StructureSearch(List<Design.Structure> structures, Coarse coarse) {
        this.structures = structures;
        this.coarse = coarse;
        this.coarseStructures = new ArrayList<>();
        for (Design.Structure structure : structures) {
            coarseStructures.add(coarse.mean(structure.column()));
        }
    }

    /** The structure whose score promises more than its penalty and most of all. */
    Optional<Design.Structure> best(BackgroundFit fit, double[] counts) {
        double[] expected = coarse.sum(fit.expected());
        double[] residual = coarse.sum(counts);
        double[][] weighted = new double[fit.design().size()][];
        for (int bin = 0; bin < expected.length; bin++) {
            residual[bin] -= expected[bin];
        }
        for (int k = 0; k < weighted.length; k++) {
            double[] column = coarse.mean(fit.design().columns()[k]);
            weighted[k] = new double[expected.length];
            for (int bin = 0; bin < expected.length; bin++) {
                weighted[k][bin] = column[bin] * expected[bin];
            }
        }
        Optional<Design.Structure> best = Optional.empty();
        double bestGain = 0;
        double[] vector = new double[weighted.length];
        double[] scaled = new double[expected.length];
        for (int s = 0; s < structures.size(); s++) {
            double[] shape = coarseStructures.get(s);
            double score = BackgroundFit.dot(shape, residual);
            for (int bin = 0; bin < scaled.length; bin++) {
                scaled[bin] = shape[bin] * expected[bin];
            }
            double own = BackgroundFit.dot(shape, scaled);
            // Even with only this part of its variance left after projection the structure would not pay.
            if (score * score < WORTHWHILE * own * structures.get(s).penalty()) {
                continue;
            }
            for (int k = 0; k < vector.length; k++) {
                vector[k] = BackgroundFit.dot(shape, weighted[k]);
            }
            double variance = own - fit.information().inverseForm(vector);
            // Shapes that the smooth family already spans have no variance left and nothing to add.
            double gain = variance > 1e-4 * own + 1e-9
                    ? score * score / variance - structures.get(s).penalty() : 0;
            if (gain > bestGain) {
                bestGain = gain;
                best = Optional.of(structures.get(s));
            }
        }
        return best;
    }
}
