package org.novum.solarflare.disk;

import java.util.List;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.UtcTime;
import org.novum.statistics.math.StableMath;

/** A region's flares that had ended before an issue time. */
final class GroupHistory {
    static final List<String> NAMES = List.of(
            "C flares of 1 day",
            "M flares of 1 day",
            "C flares of 3 days",
            "M flares of 3 days",
            "C flares, fading",
            "M flares, fading",
            "greatest of 1 day",
            "greatest",
            "flares of 6 hours",
            "flares of 12 hours",
            "flux, fading");

    /** Days after which a flare counts 1/e. */
    private static final double FADING = 2;

    /** Peak flux of a C1 flare, W/m2. */
    private static final double C1 = 1e-6;

    private static final int GREATEST_OF_DAY = 6;
    private static final int GREATEST = 7;

    private GroupHistory() {}

    /**
     * The history.
     *
     * @param own indices of the region's flares, by start
     * @param issue seconds since 1970
     */
    static double[] of(FlareList flares, int[] own, long issue) {
        double[] sum = new double[NAMES.size()];
        for (int flare : own) {
            if (flares.start()[flare] >= issue) {
                break;
            }
            if (flares.end()[flare] >= issue) {
                continue;
            }
            double age = (issue - flares.end()[flare]) / (double) UtcTime.DAY;
            double great = flares.atLeast(FlareClass.M, flare) ? 1 : 0;
            double size = size(flares.flux()[flare]);
            if (age < 1) {
                sum[0]++;
                sum[1] += great;
                sum[GREATEST_OF_DAY] = Math.max(sum[GREATEST_OF_DAY], size);
            }
            if (age < 3) {
                sum[2]++;
                sum[3] += great;
            }
            double faded = StableMath.exp(-age / FADING);
            sum[4] += faded;
            sum[5] += faded * great;
            sum[GREATEST] = Math.max(sum[GREATEST], size);
            sum[8] += age < 0.25 ? 1 : 0;
            sum[9] += age < 0.5 ? 1 : 0;
            sum[10] += faded * flares.flux()[flare] / C1;
        }
        for (int i = 0; i < sum.length; i++) {
            if (i != GREATEST_OF_DAY && i != GREATEST) {
                sum[i] = StableMath.log(1 + sum[i]);
            }
        }
        return sum;
    }

    /** 1 for C1, 2 for M1, 3 for X1; below C1, which the list should not hold, 0 at least. */
    static double size(double flux) {
        return flux > 0 ? Math.max(0, StableMath.log(flux / C1) * 0.4342944819032518 + 1) : 0;
    }
}
