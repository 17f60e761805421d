package org.novum.solarflare.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.learn.Design;
import org.novum.statistics.math.StableMath;

/** Groups and flares with the features that do not depend on a model, for all issue days of the covered span. */
public final class DiskData {
    private static final double LIMB = 45;

    /** Log rates from which more activity tells more: linear splines of the first feature. */
    private static final double[] KNOTS = {-1.5, -0.7};

    private final GroupRows groups;
    private final FlareList flares;
    private final long[] days;
    private final GroupFeatures.Named groupFeatures;
    private final List<double[]> dayFeatures = new ArrayList<>();
    private final FarSide farSide;

    /** From the first day with a listed group to the last day with a group or a flare. */
    public DiskData(GroupRows groups, FlareList flares) {
        this(groups, flares, Coverage.of(groups, flares));
    }

    /**
     * @param groups sunspot groups
     * @param flares all flares, also those before the first day
     * @param covered issue days, those of the groups among them
     */
    public DiskData(GroupRows groups, FlareList flares, Coverage covered) {
        this.groups = groups;
        this.flares = flares;
        this.days = LongStream.rangeClosed(covered.first(), covered.last()).toArray();
        this.groupFeatures = GroupFeatures.of(groups, flares);
        double[][] history = Arrays.stream(days).mapToObj(day -> DiskHistory.of(flares, day)).toArray(double[][]::new);
        for (int feature : DiskHistory.TELLING) {
            int which = feature;
            dayFeatures.add(Arrays.stream(history).mapToDouble(of -> of[which]).toArray());
        }
        double[] ones = new double[groups.size()];
        Arrays.fill(ones, 1);
        dayFeatures.add(logs(sums(ones), 1, 1));
        dayFeatures.add(logs(sums(groups.area()), 100, 1));
        this.farSide = FarSide.of(groups);
    }

    /** Names of the features of a day, in the order of {@link #features}. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "M rate of the groups",
                "greatest M rate",
                "C rate of the groups",
                "M rate near the west limb",
                "M rate near the east limb"));
        DiskHistory.TELLING.forEach(feature -> names.add(DiskHistory.NAMES.get(feature)));
        names.add("number of groups");
        names.add("area of the groups");
        for (double knot : KNOTS) {
            names.add("M rate of the groups above " + knot);
        }
        names.add("M rate of what comes round the east limb");
        return names;
    }

    /** Issue days, days since 1970, rising without gaps. */
    public long[] days() {
        return days.clone();
    }

    GroupRows groups() {
        return groups;
    }

    Design groupDesign() {
        return groupFeatures.design();
    }

    List<String> groupNames() {
        return groupFeatures.names();
    }

    double[] groupCounts(FlareClass least, int ahead) {
        return GroupFeatures.counts(groups, flares, least, ahead);
    }

    /** Last day, days since 1970, for which the list has a flare: what happened later is not known. */
    public long lastFlare() {
        return flares.size() == 0 ? Long.MIN_VALUE : Days.of(flares.start()[flares.size() - 1]);
    }

    /** Number of flares of this class or a greater one that start on a day. */
    public int flares(FlareClass least, long day) {
        return (int) IntStream.range(flares.from(day * UtcTime.DAY), flares.from((day + 1) * UtcTime.DAY))
                .filter(flare -> flares.atLeast(least, flare))
                .count();
    }

    /** 1 where a flare of this class or a greater one starts on the UTC day so many days after the issue day. */
    public double[] events(FlareClass least, int ahead) {
        double[] events = new double[days.length];
        for (int flare = 0; flare < flares.size(); flare++) {
            long at = Days.of(flares.start()[flare]) - ahead - days[0];
            if (flares.atLeast(least, flare) && at >= 0 && at < days.length) {
                events[(int) at] = 1;
            }
        }
        return events;
    }

    /** Number of flares of this class or greater that start before a day within the covered span. */
    double flaresBefore(FlareClass least, long cut) {
        return IntStream.range(0, flares.size())
                .filter(flare -> flares.atLeast(least, flare))
                .mapToLong(flare -> Days.of(flares.start()[flare]))
                .filter(day -> day >= days[0] && day < cut)
                .count();
    }

    /** Share of the days before a day on which a flare of this class or greater starts. */
    double shareOfDays(FlareClass least, long cut) {
        double[] events = events(least, 0);
        return IntStream.range(0, days.length)
                .filter(day -> days[day] < cut)
                .mapToDouble(day -> events[day])
                .average()
                .orElse(0);
    }

    /** 1 where a flare of this class or greater started on the UTC day before the issue and had ended by then. */
    public double[] persistence(FlareClass least) {
        double[] events = new double[days.length];
        for (int flare = 0; flare < flares.size(); flare++) {
            long at = Days.of(flares.start()[flare]) + 1 - days[0];
            if (flares.atLeast(least, flare) && at >= 0 && at < days.length
                    && flares.end()[flare] < Days.issue(days[(int) at])) {
                events[(int) at] = 1;
            }
        }
        return events;
    }

    /** The features of each day, given the rates of M and C flares of each group. */
    List<double[]> features(double[] rateM, double[] rateC) {
        List<double[]> columns = new ArrayList<>();
        double[] logRate = logs(sums(rateM), 1, 0.01);
        columns.add(logRate);
        columns.add(logs(greatest(rateM), 1, 0.005));
        columns.add(logs(sums(rateC), 1, 0.01));
        columns.add(logs(sums(where(rateM, 1)), 1, 0.01));
        columns.add(logs(sums(where(rateM, -1)), 1, 0.01));
        columns.addAll(dayFeatures);
        for (double knot : KNOTS) {
            columns.add(Arrays.stream(logRate).map(x -> Math.max(x - knot, 0)).toArray());
        }
        columns.add(logs(farSide.returning(rateM, days), 1, 0.01));
        return columns;
    }

    /** Sum over the groups of each day. */
    double[] sums(double[] values) {
        double[] sums = new double[days.length];
        for (int row = 0; row < values.length; row++) {
            sums[(int) (groups.day()[row] - days[0])] += values[row];
        }
        return sums;
    }

    private double[] greatest(double[] values) {
        double[] greatest = new double[days.length];
        for (int row = 0; row < values.length; row++) {
            int day = (int) (groups.day()[row] - days[0]);
            greatest[day] = Math.max(greatest[day], values[row]);
        }
        return greatest;
    }

    private double[] where(double[] values, int side) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> side * groups.longitude()[row] > LIMB ? values[row] : 0)
                .toArray();
    }

    private static double[] logs(double[] values, double unit, double offset) {
        return Arrays.stream(values).map(value -> StableMath.log(value / unit + offset)).toArray();
    }
}
