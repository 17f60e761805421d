package org.novum.solarflare.disk;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novum.api.data.DataException;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.UtcTime;

/**
 * The issue days that the tables are taken to cover, both ends among them.
 *
 * <p>Neither table says so itself: a spotless day has no row among the groups, a quiet day none among the flares. Silence
 * is taken for quiet as long as a record of 18 years (1996 to 2014) shows the like, with a margin; beyond that it is taken
 * for a gap, and refused. There the longest time without a listed group was 52 days; of those longer than three days, each
 * began and ended with 3 groups at most, and held 3 flares of class C or greater. The greatest area of groups, summed over
 * days without a listed flare, was 5,800 millionths.
 *
 * @param first days since 1970
 * @param last days since 1970
 */
public record Coverage(long first, long last) {
    /** Days without a group that pass whatever the Sun did: single summaries are missing in every record. */
    private static final long MISSING = 3;

    private static final long LONGEST_SPOTLESS = 60;
    private static final int MOST_FLARES = 5;
    private static final int MOST_GROUPS = 4;

    /** Sum over days of the areas of groups, millionths of a hemisphere. */
    private static final double GREATEST_AREA = 15_000;

    /**
     * From the first day with a listed group to the last day with a group or a flare.
     *
     * @throws IllegalArgumentException if there is no group
     */
    public static Coverage of(GroupRows groups, FlareList flares) {
        if (groups.size() == 0) {
            throw new IllegalArgumentException("no sunspot group is listed; give a table with one at least");
        }
        long last = groups.day()[groups.size() - 1];
        if (flares.size() > 0) {
            last = Math.max(last, Days.of(flares.start()[flares.size() - 1]));
        }
        return new Coverage(groups.day()[0], last);
    }

    /** This and the days that the caller states, from a first one to a day after the last. */
    public Coverage with(long from, long until) {
        return new Coverage(Math.min(first, from), Math.max(last, until - 1));
    }

    /**
     * Refuses stretches of days on which one of the tables is silent and the Sun was not.
     *
     * @param files where the groups and the flares stand, for messages
     * @throws DataException naming the first stretch and counting the days of all
     */
    public void check(GroupRows groups, FlareList flares, Files files) {
        checkGroups(groups, flares, files.groups());
        checkFlares(groups, flares, files.flares());
    }

    /**
     * Where the tables stand.
     *
     * @param groups sunspot groups
     * @param flares flare list
     */
    public record Files(String groups, String flares) {}

    private void checkGroups(GroupRows groups, FlareList flares, String file) {
        TreeMap<Long, Integer> listed = new TreeMap<>();
        for (long day : groups.day()) {
            listed.merge(day, 1, Integer::sum);
        }
        Gaps gaps = new Gaps(file, "no sunspot group is listed");
        long before = first - 1;
        for (long day : listed.keySet()) {
            gaps.add(before + 1, day - 1, silentGroups(listed, flares, before, day));
            before = day;
        }
        gaps.add(before + 1, last, silentGroups(listed, flares, before, last + 1));
        gaps.refuse();
    }

    private static boolean silentGroups(Map<Long, Integer> listed, FlareList flares, long before, long after) {
        long days = after - before - 1;
        if (days <= MISSING) {
            return false;
        }
        long happened = 0;
        for (int flare = flares.from((before + 1) * UtcTime.DAY); flare < flares.from(after * UtcTime.DAY); flare++) {
            happened += flares.atLeast(FlareClass.C, flare) ? 1 : 0;
        }
        return days > LONGEST_SPOTLESS
                || happened > MOST_FLARES
                || listed.getOrDefault(before, 0) > MOST_GROUPS
                || listed.getOrDefault(after, 0) > MOST_GROUPS;
    }

    private void checkFlares(GroupRows groups, FlareList flares, String file) {
        TreeSet<Long> days = new TreeSet<>();
        for (long start : flares.start()) {
            days.add(Days.of(start));
        }
        Gaps gaps = new Gaps(file, "no flare is listed while great groups were on the disk");
        long before = first - 1;
        for (long day : days.tailSet(first)) {
            gaps.add(before + 1, day - 1, area(groups, before, day) > GREATEST_AREA);
            before = day;
        }
        gaps.add(before + 1, last, area(groups, before, last + 1) > GREATEST_AREA);
        gaps.refuse();
    }

    private static double area(GroupRows groups, long before, long after) {
        double area = 0;
        for (int row = groups.from(before + 1); row < groups.size() && groups.day()[row] < after; row++) {
            area += groups.area()[row];
        }
        return area;
    }

    /** Stretches that a table does not cover. */
    private static final class Gaps {
        private final String file;
        private final String silence;
        private String where = "";
        private int stretches;
        private long days;

        Gaps(String file, String silence) {
            this.file = file;
            this.silence = silence;
        }

        void add(long from, long until, boolean missing) {
            if (missing) {
                where = stretches == 0 ? UtcTime.date(from) + " to " + UtcTime.date(until) : where;
                stretches++;
                days += until - from + 1;
            }
        }

        void refuse() {
            if (stretches > 0) {
                throw new DataException(
                        file + ", " + where,
                        silence + ", beyond what a quiet Sun shows: " + days + (days == 1 ? " day" : " days") + " in "
                                + stretches + (stretches == 1 ? " stretch" : " stretches") + " are not covered",
                        "give tables that cover the same days");
            }
        }
    }
}
