package org.novum.solarflare.region;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.novum.solarflare.input.PatchRows;

/**
 * Forecasts of regions for the next 24 h.
 *
 * @param probability per class C, M, X and row
 * @param alarm per class and row, 0 or 1
 */
public record RegionForecast(double[][] probability, double[][] alarm) {
    /**
     * Forecasts each row with the newest model that was trained on nothing later than the row; rows before all models
     * get the oldest.
     *
     * @param rows to forecast
     * @param models one at least
     */
    public static RegionForecast of(PatchRows rows, List<RegionModel> models) {
        List<RegionModel> rising = models.stream().sorted(Comparator.comparingLong(RegionModel::cut)).toList();
        PatchFeatures features = PatchFeatures.of(rows);
        int classes = RegionModel.CLASSES.size();
        double[][] probability = new double[classes][rows.size()];
        double[][] alarm = new double[classes][rows.size()];
        for (int m = 0; m < rising.size(); m++) {
            RegionModel model = rising.get(m);
            long from = m == 0 ? Long.MIN_VALUE : model.cut();
            long until = m + 1 == rising.size() ? Long.MAX_VALUE : rising.get(m + 1).cut();
            int[] mine = IntStream.range(0, rows.size())
                    .filter(row -> rows.time()[row] >= from && rows.time()[row] < until)
                    .toArray();
            if (mine.length > 0) {
                double[][] of = model.probabilities(features.rows(mine));
                for (int c = 0; c < classes; c++) {
                    for (int i = 0; i < mine.length; i++) {
                        probability[c][mine[i]] = of[c][i];
                        alarm[c][mine[i]] = of[c][i] >= model.classes().get(c).threshold() ? 1 : 0;
                    }
                }
            }
        }
        return new RegionForecast(probability, alarm);
    }
}
