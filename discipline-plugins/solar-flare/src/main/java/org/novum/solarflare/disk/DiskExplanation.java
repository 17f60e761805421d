package org.novum.solarflare.disk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novum.solarflare.learn.Design;

/**
 * Takes log odds of forecasts of the disk apart by feature. The model is linear in features that are standardised on its
 * training days, so the parts add up exactly, and "base" is the log odds of a day of average features.
 */
public final class DiskExplanation {
    /** Base, one per feature, and the probability. */
    public static final List<String> COLUMNS = Stream.of(
                    Stream.of("base"),
                    DiskData.names().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "_")),
                    Stream.of("probability"))
            .flatMap(names -> names)
            .toList();

    private DiskExplanation() {}

    /**
     * Per issue day the values of {@link #COLUMNS}, of the model in force on it.
     *
     * @param c index of the class among those of the models
     * @param ahead 0 for the day of issue, up to 2
     */
    public static double[][] of(DiskData data, List<DiskModel> models, int c, int ahead) {
        List<DiskModel> rising = models.stream().sorted(Comparator.comparingLong(DiskModel::cut)).toList();
        double[] probability = DiskForecast.of(data, models).probability()[c][ahead];
        long[] days = data.days();
        double[][] result = new double[days.length][];
        for (DiskModel model : rising) {
            DiskModel.Member member = model.ahead().get(ahead);
            Design design = DiskModel.design(data, member.rateM(), member.rateC(), member.scales());
            double[] coefficients = member.classes().get(c).coefficients();
            for (int day = 0; day < days.length; day++) {
                if (model == rising.getFirst() || days[day] >= model.cut()) {
                    double[] parts = new double[COLUMNS.size()];
                    parts[0] = coefficients[0];
                    for (int feature = 0; feature < design.columns(); feature++) {
                        parts[feature + 1] =
                                coefficients[feature + 1] * design.values()[day * design.columns() + feature];
                    }
                    parts[COLUMNS.size() - 1] = probability[day];
                    result[day] = parts;
                }
            }
        }
        return result;
    }
}
