package org.novum.solarflare.region;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.SolarFlareException;
import org.novum.solarflare.learn.Linear;

/**
 * Takes log odds of forecasts apart by topic. The model is linear, so the parts add up exactly; each topic is measured
 * from the mean of its features in training, so that "base" is the log odds of a region of average features.
 */
public final class RegionExplanation {
    /** Base, one per topic, and the probability. */
    public static final List<String> COLUMNS = Stream.concat(
                    Stream.concat(
                            Stream.of("base"),
                            Stream.of(RegionRecipe.Topic.values()).map(topic -> topic.name().toLowerCase(Locale.ROOT))),
                    Stream.of("probability"))
            .toList();

    private RegionExplanation() {}

    /** Per row the values of {@link #COLUMNS}, of the model in force at its time. */
    public static double[][] of(PatchRows rows, List<RegionModel> models, int c) {
        PatchFeatures features = PatchFeatures.of(rows);
        RegionForecast forecast = RegionForecast.of(rows, models);
        List<RegionModel> rising = models.stream().sorted(Comparator.comparingLong(RegionModel::cut)).toList();
        double[][] result = new double[rows.size()][COLUMNS.size()];
        for (RegionModel model : rising) {
            RegionModel.Member member = model.classes().get(c);
            RegionRecipe.Columns columns = member.recipe().columns(features, model.scales());
            if (!(member.predictor() instanceof Linear linear)) {
                throw new SolarFlareException(
                        ExitCode.USAGE, "trees do not add up to an explanation; explain a model of a linear recipe");
            }
            double[] coefficients = linear.coefficients();
            for (int row = 0; row < rows.size(); row++) {
                if (model == rising.getFirst() || rows.time()[row] >= model.cut()) {
                    double[] parts = new double[COLUMNS.size()];
                    parts[0] = coefficients[0];
                    for (int feature = 0; feature < columns.values().size(); feature++) {
                        double mean = member.means()[feature];
                        parts[0] += coefficients[feature + 1] * mean;
                        parts[1 + columns.topics().get(feature).ordinal()] +=
                                coefficients[feature + 1] * (columns.values().get(feature)[row] - mean);
                    }
                    parts[COLUMNS.size() - 1] = forecast.probability()[c][row];
                    result[row] = parts;
                }
            }
        }
        return result;
    }
}
