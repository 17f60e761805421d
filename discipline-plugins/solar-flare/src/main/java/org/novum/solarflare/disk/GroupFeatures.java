package org.novum.solarflare.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.learn.Design;
import org.novum.statistics.math.StableMath;

/**
 * What is known of each sunspot group at its issue time, 00:30 UTC: its class, size, place and growth, and its flares
 * that had ended before.
 */
final class GroupFeatures {
    private static final int[] WEST = {30, 50, 70};
    private static final int[] EAST = {50, 70};

    private final GroupRows rows;
    private final Map<Long, int[]> flaresOf;
    private final FlareList flares;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    private GroupFeatures(GroupRows rows, FlareList flares) {
        this.rows = rows;
        this.flares = flares;
        this.flaresOf = byRegion(flares);
    }

    /** The features of all rows, with their names. */
    record Named(List<String> names, Design design) {}

    static Named of(GroupRows rows, FlareList flares) {
        GroupFeatures features = new GroupFeatures(rows, flares);
        features.build();
        return new Named(List.copyOf(features.names), Design.ofColumns(features.columns));
    }

    /** Number of flares of this class or greater that each row's region starts on the day so many days after its issue. */
    static double[] counts(GroupRows rows, FlareList flares, FlareClass least, int daysLater) {
        Map<Long, Map<Long, Integer>> counts = new HashMap<>();
        for (int flare = 0; flare < flares.size(); flare++) {
            if (flares.atLeast(least, flare)) {
                counts.computeIfAbsent(flares.region()[flare], any -> new HashMap<>())
                        .merge(Days.of(flares.start()[flare]), 1, Integer::sum);
            }
        }
        return IntStream.range(0, rows.size())
                .mapToDouble(row -> counts.getOrDefault(rows.region()[row], Map.of())
                        .getOrDefault(rows.day()[row] + daysLater, 0))
                .toArray();
    }

    private static Map<Long, int[]> byRegion(FlareList flares) {
        Map<Long, List<Integer>> lists = new HashMap<>();
        for (int flare = 0; flare < flares.size(); flare++) {
            if (flares.region()[flare] > 0) {
                lists.computeIfAbsent(flares.region()[flare], any -> new ArrayList<>()).add(flare);
            }
        }
        Map<Long, int[]> result = new HashMap<>();
        lists.forEach((region, list) -> result.put(region, list.stream().mapToInt(Integer::intValue).toArray()));
        return result;
    }

    private void build() {
        for (char zurich : "BCDEFH".toCharArray()) {
            flag("class " + zurich, row -> rows.mcIntosh()[row].charAt(0) == zurich);
            // Compact groups of these classes flare most.
            if (zurich == 'E' || zurich == 'F') {
                flag("class " + zurich + " and compact", row -> rows.mcIntosh()[row].charAt(0) == zurich && compact(row));
            }
        }
        for (char penumbra : "RSAHK".toCharArray()) {
            flag("penumbra " + penumbra, row -> rows.mcIntosh()[row].charAt(1) == penumbra);
        }
        for (char compactness : "OIC".toCharArray()) {
            flag("compactness " + compactness, row -> rows.mcIntosh()[row].charAt(2) == compactness);
        }
        flag("penumbra K and compact", row -> rows.mcIntosh()[row].charAt(1) == 'K' && compact(row));
        double[] delta = flag("delta", row -> rows.magnetic()[row].contains("DELTA"));
        flag("gamma", row -> rows.magnetic()[row].contains("GAMMA"));
        flag("alpha", row -> rows.magnetic()[row].equals("ALPHA"));
        double[] area = column("log area", mapped(rows.area(), value -> StableMath.log((value + 10) / 100)));
        product("log area squared", area, area);
        column("log spots", mapped(rows.spots(), value -> StableMath.log(value + 1) - 1.5));
        column("log extent", mapped(rows.extent(), value -> StableMath.log(value + 1) - 1.7));
        double[][] history = history();
        for (int i = 0; i < history.length; i++) {
            column(GroupHistory.NAMES.get(i), history[i]);
        }
        double[] grown = growth();
        column("distance from centre", mapped(rows.longitude(), value -> Math.abs(value) / 90));
        column("longitude", mapped(rows.longitude(), value -> value / 90));
        flag("west limb", row -> rows.longitude()[row] > 60);
        flag("east limb", row -> rows.longitude()[row] < -60);
        product("area x flares", area, history[4]);
        product("delta x area", delta, area);
        product("delta x flares", delta, history[4]);
        product("delta x growth", delta, grown);
        column("distance from equator", mapped(rows.latitude(), value -> Math.abs(value) / 30));
        // Beyond the limb a group flares unseen; days ahead, those in the west will be there.
        hinges("west of", 1, WEST);
        hinges("east of", -1, EAST);
        product("flares x greatest", history[0], history[6]);
        product("flares squared", history[4], history[4]);
    }

    private double[][] history() {
        double[][] result = new double[GroupHistory.NAMES.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            double[] of = GroupHistory.of(
                    flares, flaresOf.getOrDefault(rows.region()[row], new int[0]), Days.issue(rows.day()[row]));
            for (int i = 0; i < of.length; i++) {
                result[i][row] = of[i];
            }
        }
        return result;
    }

    /** Change of area and spots since the day before, where the region was listed then. */
    private double[] growth() {
        double[] area = new double[rows.size()];
        double[] spots = new double[rows.size()];
        double[] listed = new double[rows.size()];
        double[] age = new double[rows.size()];
        Map<Long, Integer> before = new HashMap<>();
        TreeMap<Long, Long> first = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            long region = rows.region()[row];
            long day = rows.day()[row];
            Integer other = before.put(region, row);
            if (other != null && rows.day()[other] == day - 1) {
                area[row] = StableMath.log((rows.area()[row] + 10) / (rows.area()[other] + 10));
                spots[row] = StableMath.log((rows.spots()[row] + 1) / (rows.spots()[other] + 1));
                listed[row] = 1;
            }
            age[row] = Math.min(day - first.computeIfAbsent(region, any -> day), 7) / 7.0;
        }
        column("growth of area", area);
        column("growth of spots", spots);
        column("listed before", listed);
        column("age", age);
        return area;
    }

    private void hinges(String name, int side, int[] knots) {
        for (int knot : knots) {
            column(name + " " + knot, mapped(rows.longitude(), value -> Math.max(side * value - knot, 0) / 30));
        }
    }

    private boolean compact(int row) {
        return rows.mcIntosh()[row].charAt(2) == 'C';
    }

    private double[] flag(String name, IntPredicate holds) {
        return column(name, IntStream.range(0, rows.size()).mapToDouble(row -> holds.test(row) ? 1 : 0).toArray());
    }

    private void product(String name, double[] left, double[] right) {
        column(name, IntStream.range(0, left.length).mapToDouble(row -> left[row] * right[row]).toArray());
    }

    private double[] column(String name, double[] values) {
        names.add(name);
        columns.add(values);
        return values;
    }

    private static double[] mapped(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }
}
