package org.novum.solarflare.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.Standard;

/** Which features a model of regions has. */
public enum RegionRecipe {
    /** The magnetic parameters at issue time and the flares of the day before: what is usual. */
    SNAPSHOT,
    /** Also the flare activity of the whole disk: few enough features for a rare class. */
    COMPACT,
    /** Also linear splines, interactions and means over a day. */
    SPLINE,
    /** Also earlier flares of the patch. */
    HISTORY,
    /** The first three, stacked: a logistic regression of their log odds for patches that they had not seen. */
    STACKED,
    /** A random forest of the features without splines and products. */
    FOREST,
    /** Boosted trees of the same features. */
    BOOSTED;

    /** The recipes it is stacked from; the features of each are the first ones of the next. */
    List<RegionRecipe> members() {
        return this == STACKED ? List.of(SNAPSHOT, COMPACT, SPLINE) : List.of();
    }

    private static final double[] R_KNOTS = {-0.5, 0.5, 1, 1.5};
    private static final double[] FLUX_KNOTS = {-1, 0, 1, 1.7};
    private static final double[] INDEX_KNOTS = {0.5, 1, 1.5};
    private static final double[] DAY_KNOTS = {0, 1};

    /** What a feature is about, for explanations. */
    enum Topic {
        /** Total unsigned flux. */
        FLUX,
        /** Area. */
        AREA,
        /** Flux near polarity inversion lines. */
        INVERSION_LINE,
        /** Mean gradient. */
        GRADIENT,
        /** Flares of this region in the day before. */
        RECENT_FLARES,
        /** Flares of all regions in the weeks before. */
        DISK_ACTIVITY,
        /** Products of two of the others. */
        INTERACTION
    }

    /** Columns with their names and topics. */
    record Columns(List<String> names, List<Topic> topics, List<double[]> values) {
        Columns() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(String name, Topic topic, double[] column) {
            names.add(name);
            topics.add(topic);
            values.add(column);
        }

        void product(String name, double[] left, double[] right) {
            add(name, Topic.INTERACTION, IntStream.range(0, left.length).mapToDouble(row -> left[row] * right[row]).toArray());
        }

        void hinges(String name, Topic topic, double[] column, double[] knots) {
            for (double knot : knots) {
                add(name + " above " + knot, topic, Arrays.stream(column).map(x -> Math.max(x - knot, 0)).toArray());
            }
        }

        Design design() {
            return Design.ofColumns(values);
        }
    }

    Columns columns(PatchFeatures features, RegionScales.Pair scales) {
        double[] flux = scaled(features, scales, features.logFlux(), RegionScales::logFlux);
        double[] area = scaled(features, scales, features.logArea(), RegionScales::logArea);
        double[] r = scaled(features, scales, features.rValue(), RegionScales::rValue);
        double[] gradient = scaled(features, scales, features.gradient(), RegionScales::gradient);
        double[] index = features.logIndex();
        Columns columns = new Columns();
        columns.add("flux", Topic.FLUX, flux);
        columns.add("area", Topic.AREA, area);
        columns.add("r", Topic.INVERSION_LINE, r);
        columns.add("gradient", Topic.GRADIENT, gradient);
        columns.add("inversion line", Topic.INVERSION_LINE, Arrays.stream(features.rValue()).map(value -> value > 0 ? 1 : 0).toArray());
        columns.add("index", Topic.RECENT_FLARES, index);
        if (this == SNAPSHOT) {
            return columns;
        }
        columns.add("month", Topic.DISK_ACTIVITY, features.logMonth());
        columns.add("week", Topic.DISK_ACTIVITY, features.logWeek());
        if (this == COMPACT) {
            return columns;
        }
        double[] rDay = scaled(features, scales, features.rValueDay(), RegionScales::rValue);
        columns.add("r of a day", Topic.INVERSION_LINE, rDay);
        columns.add("flux of a day", Topic.FLUX, scaled(features, scales, features.logFluxDay(), RegionScales::logFlux));
        if (this == FOREST || this == BOOSTED) {
            return columns;
        }
        columns.hinges("r", Topic.INVERSION_LINE, r, R_KNOTS);
        columns.hinges("flux", Topic.FLUX, flux, FLUX_KNOTS);
        columns.hinges("index", Topic.RECENT_FLARES, index, INDEX_KNOTS);
        columns.hinges("r of a day", Topic.INVERSION_LINE, rDay, DAY_KNOTS);
        columns.product("r x flux", r, flux);
        columns.product("r x index", r, index);
        columns.product("flux x index", flux, index);
        columns.product("r x gradient", r, gradient);
        columns.product("flux x gradient", flux, gradient);
        columns.product("r x area", r, area);
        columns.product("month x r", features.logMonth(), r);
        columns.product("month x index", features.logMonth(), index);
        if (this == HISTORY) {
            columns.add("earlier flares", Topic.RECENT_FLARES, features.logEarlier());
            columns.add("greatest index", Topic.RECENT_FLARES, features.logGreatest());
            columns.product("earlier flares x index", features.logEarlier(), index);
            columns.product("earlier flares x r of a day", features.logEarlier(), rDay);
        }
        return columns;
    }

    private static double[] scaled(
            PatchFeatures features, RegionScales.Pair scales, double[] values, Function<RegionScales, Standard> which) {
        Standard hmi = which.apply(scales.hmi());
        Standard mdi = which.apply(scales.mdi());
        return IntStream.range(0, values.length)
                .mapToDouble(row -> (features.hmi()[row] ? hmi : mdi).of(values[row]))
                .toArray();
    }
}
