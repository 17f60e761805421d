package org.novum.solarflare.region;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.learn.Calibration;
import org.novum.solarflare.learn.Linear;
import org.novum.solarflare.learn.Predictor;

/**
 * A trained model of regions.
 *
 * @param cut seconds since 1970; nothing later was known in training
 * @param scales of the features
 * @param classes one member per class that is forecast: C, M, X and greater
 */
public record RegionModel(long cut, RegionScales.Pair scales, List<Member> classes) {
    /** The classes that are forecast, each with all greater ones. */
    public static final List<FlareClass> CLASSES = List.of(FlareClass.C, FlareClass.M, FlareClass.X);

    /** Copies the list. */
    public RegionModel {
        classes = List.copyOf(classes);
    }

    /**
     * The model of one class.
     *
     * @param recipe of its features
     * @param predictor log odds of a flare in 24 h
     * @param calibration of its probabilities, if they need one
     * @param threshold probability from which an alarm is raised
     * @param baseRate share of training rows of the newest instrument with a flare
     * @param means of the features in training
     */
    public record Member(
            RegionRecipe recipe,
            Predictor predictor,
            Optional<Calibration> calibration,
            double threshold,
            double baseRate,
            double[] means) {
        private double[] probabilities(PatchFeatures features, RegionScales.Pair scales) {
            double[] result = Linear.probabilities(predictor.logOdds(recipe.columns(features, scales).design()));
            calibration.ifPresent(of -> Arrays.setAll(result, row -> of.of(result[row])));
            return result;
        }
    }

    /**
     * Probabilities per class, in the order of {@link #CLASSES}; a greater flare is never more probable than a smaller.
     */
    double[][] probabilities(PatchFeatures features) {
        double[][] result = new double[classes.size()][];
        for (int c = 0; c < result.length; c++) {
            result[c] = classes.get(c).probabilities(features, scales);
            for (int row = 0; c > 0 && row < result[c].length; row++) {
                result[c][row] = Math.min(result[c][row], result[c - 1][row]);
            }
        }
        return result;
    }
}
