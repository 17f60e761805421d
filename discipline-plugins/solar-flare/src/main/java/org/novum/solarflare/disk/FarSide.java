package org.novum.solarflare.disk;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.novum.solarflare.input.GroupRows;
import org.novum.statistics.math.StableMath;

/**
 * Groups that went round the west limb: half a rotation later they come round the east limb, where NOAA gives them a new
 * number and their history is lost.
 *
 * @param day the last on which the group was listed, days since 1970
 * @param row of that day
 */
record FarSide(long[] day, int[] row) {
    /** Degrees west from which a group that is no longer listed is taken to have gone round the limb, not to have died. */
    private static final double NEAR_LIMB = 62;

    /** Half a synodic rotation of 27.3 days, less the way from the last listing to the limb and from the other limb on. */
    private static final double AWAY = 13.5;

    private static final double SPREAD = 1.5;
    private static final int EARLIEST = 10;
    private static final int LATEST = 17;

    /** A group counts from {@value #EARLIEST} days on, when it is long known that it was not listed again the next day. */
    static FarSide of(GroupRows groups) {
        Set<Long> listed = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            listed.add(key(groups.day()[i], groups.region()[i]));
        }
        int[] gone = IntStream.range(0, groups.size())
                .filter(i -> groups.longitude()[i] > NEAR_LIMB)
                .filter(i -> !listed.contains(key(groups.day()[i] + 1, groups.region()[i])))
                .toArray();
        return new FarSide(IntStream.of(gone).mapToLong(i -> groups.day()[i]).toArray(), gone);
    }

    private static long key(long day, long region) {
        return day * 1_000_000 + region;
    }

    /**
     * Rate of what comes round the east limb on each day, if all groups stayed as they were.
     *
     * @param rate flares a day of each row
     * @param days days since 1970, rising without gaps
     */
    double[] returning(double[] rate, long[] days) {
        double[] sums = new double[days.length];
        for (int i = 0; i < row.length; i++) {
            for (int later = EARLIEST; later <= LATEST; later++) {
                long at = day[i] + later - days[0];
                if (at < days.length) {
                    double off = (later - AWAY) / SPREAD;
                    sums[(int) at] += rate[row[i]] * StableMath.exp(-off * off / 2);
                }
            }
        }
        return sums;
    }
}
