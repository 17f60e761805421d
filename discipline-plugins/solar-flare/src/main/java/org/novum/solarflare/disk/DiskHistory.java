package org.novum.solarflare.disk;

import java.util.List;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.UtcTime;
import org.novum.statistics.math.StableMath;

/** Flares of the whole disk that had ended before an issue time, also those of no identified region. */
final class DiskHistory {
    private static final double[] FADING = {1, 3, 10, 27};

    /** Half a rotation ago what now comes round the east limb went round the west limb. */
    private static final double[][] WINDOWS = {{10, 13}, {13, 16}, {16, 20}, {24, 30}};

    private static final int REACH = 40;

    static final List<String> NAMES = List.of(
            "C rate, 1 day", "M rate, 1 day", "C rate, 3 days", "M rate, 3 days", "C rate, 10 days", "M rate, 10 days",
            "C rate, 27 days", "M rate, 27 days", "C flares of 1 day", "M flares of 1 day", "unplaced C, fading",
            "unplaced M, fading", "greatest of 1 day", "X rate, 27 days", "C, 10 to 13 days ago", "M, 10 to 13 days ago",
            "C, 13 to 16 days ago", "M, 13 to 16 days ago", "C, 16 to 20 days ago", "M, 16 to 20 days ago",
            "C, 24 to 30 days ago", "M, 24 to 30 days ago", "days since M");

    /**
     * The features that a model of days has: the others made forecasts of later years worse, since there are only as many
     * days as there are.
     */
    static final List<Integer> TELLING = List.of(0, 1, 4, 5, 6, 7, 8, 10, 12, 13, 22);

    private static final int GREATEST = 12;
    private static final int SINCE = 22;

    private DiskHistory() {}

    /** The features of a day's forecast. */
    static double[] of(FlareList flares, long day) {
        long issue = Days.issue(day);
        double[] sum = new double[NAMES.size()];
        double since = REACH;
        int last = flares.from(issue);
        for (int flare = flares.from(issue - REACH * UtcTime.DAY); flare < last; flare++) {
            if (flares.end()[flare] >= issue) {
                continue;
            }
            double age = (issue - flares.end()[flare]) / (double) UtcTime.DAY;
            double great = flares.atLeast(FlareClass.M, flare) ? 1 : 0;
            add(sum, age, great);
            if (flares.region()[flare] == 0) {
                double faded = StableMath.exp(-age);
                sum[10] += faded;
                sum[11] += faded * great;
            }
            if (age < 1) {
                sum[GREATEST] = Math.max(sum[GREATEST], GroupHistory.size(flares.flux()[flare]));
            }
            if (flares.atLeast(FlareClass.X, flare)) {
                sum[13] += StableMath.exp(-age / 27) / 27;
            }
            since = great > 0 ? Math.min(since, age) : since;
        }
        double greatest = sum[GREATEST];
        for (int i = 0; i < SINCE; i++) {
            sum[i] = StableMath.log(sum[i] + 0.02);
        }
        sum[GREATEST] = greatest;
        sum[SINCE] = StableMath.log(since + 0.1);
        return sum;
    }

    private static void add(double[] sum, double age, double great) {
        for (int i = 0; i < FADING.length; i++) {
            double faded = StableMath.exp(-age / FADING[i]) / FADING[i];
            sum[2 * i] += faded;
            sum[2 * i + 1] += faded * great;
        }
        if (age < 1) {
            sum[8]++;
            sum[9] += great;
        }
        for (int i = 0; i < WINDOWS.length; i++) {
            if (age >= WINDOWS[i][0] && age < WINDOWS[i][1]) {
                double width = WINDOWS[i][1] - WINDOWS[i][0];
                sum[14 + 2 * i] += 1 / width;
                sum[15 + 2 * i] += great / width;
            }
        }
    }
}
