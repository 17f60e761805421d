package org.novum.solarflare.disk;

import java.util.Comparator;
import java.util.List;

/**
 * Forecasts of the whole disk.
 *
 * @param days issue days, days since 1970
 * @param probability per class of the models, day ahead and issue day
 */
public record DiskForecast(long[] days, double[][][] probability) {
    /**
     * Forecasts each issue day with the newest model that was trained on nothing of that day or later; days before all
     * models get the oldest.
     *
     * @param models all of the same classes
     */
    public static DiskForecast of(DiskData data, List<DiskModel> models) {
        List<DiskModel> rising = models.stream().sorted(Comparator.comparingLong(DiskModel::cut)).toList();
        long[] days = data.days();
        double[][][] result = new double[rising.getFirst().classes().size()][Days.AHEAD][days.length];
        for (int m = 0; m < rising.size(); m++) {
            long from = m == 0 ? Long.MIN_VALUE : rising.get(m).cut();
            long until = m + 1 == rising.size() ? Long.MAX_VALUE : rising.get(m + 1).cut();
            for (int ahead = 0; ahead < Days.AHEAD; ahead++) {
                double[][] of = rising.get(m).ahead().get(ahead).probabilities(data);
                for (int day = 0; day < days.length; day++) {
                    if (days[day] >= from && days[day] < until) {
                        for (int c = 0; c < of.length; c++) {
                            result[c][ahead][day] = of[c][day];
                        }
                    }
                }
            }
        }
        return new DiskForecast(days, result);
    }
}
