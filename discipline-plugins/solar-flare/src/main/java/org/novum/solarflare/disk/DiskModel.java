package org.novum.solarflare.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.Linear;
import org.novum.solarflare.learn.Standard;

/**
 * A trained model of the whole disk: flare rates of the groups, and from their sums and the history of flares the
 * probability of a flare on each of three days.
 *
 * @param cut days since 1970; nothing of that day or later was known in training
 * @param classes that are forecast, each with all greater ones, rising
 * @param ahead one member per day ahead
 * @param reference climatology and McIntosh–Poisson from the same days
 */
public record DiskModel(long cut, List<FlareClass> classes, List<Member> ahead, ClassRates reference) {
    /** The classes of the shipped models, of operations and of offices, each with all greater ones. */
    public static final List<FlareClass> CLASSES = List.of(FlareClass.M, FlareClass.X);

    /** The classes that studies can claim: C too, which no office forecasts. */
    public static final List<FlareClass> CLAIMABLE = List.of(FlareClass.C, FlareClass.M, FlareClass.X);

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a member or the references have other classes than the model
     */
    public DiskModel {
        classes = List.copyOf(classes);
        ahead = List.copyOf(ahead);
        int size = classes.size();
        if (ahead.stream().anyMatch(member -> member.classes().size() != size)
                || reference.climatology().length != size) {
            throw new IllegalArgumentException("the model's parts are not all of the classes " + classes);
        }
    }

    /**
     * The model of one day.
     *
     * @param rateM log rate of M flares of a group
     * @param rateC log rate of C flares of a group
     * @param scales of the day's features
     * @param classes log odds of flares of the disk, per class of the model
     */
    public record Member(Linear rateM, Linear rateC, List<Standard> scales, List<Linear> classes) {
        /** Copies the lists. */
        public Member {
            scales = List.copyOf(scales);
            classes = List.copyOf(classes);
        }

        /** Expected M flares of each group on the day, by which the groups can be ranked. */
        public double[] groupRates(DiskData data) {
            return rateM.rates(data.groupDesign());
        }

        double[][] probabilities(DiskData data) {
            Design design = design(data, rateM, rateC, scales);
            double[][] result = new double[classes.size()][];
            for (int c = 0; c < result.length; c++) {
                result[c] = classes.get(c).probabilities(design);
                for (int day = 0; c > 0 && day < result[c].length; day++) {
                    result[c][day] = Math.min(result[c][day], result[c - 1][day]);
                }
            }
            return result;
        }
    }

    static Design design(DiskData data, Linear rateM, Linear rateC, List<Standard> scales) {
        List<double[]> raw = data.features(rateM.rates(data.groupDesign()), rateC.rates(data.groupDesign()));
        List<double[]> scaled = new ArrayList<>();
        for (int feature = 0; feature < raw.size(); feature++) {
            Standard scale = scales.get(feature);
            scaled.add(Arrays.stream(raw.get(feature)).map(scale::of).toArray());
        }
        return Design.ofColumns(scaled);
    }
}
