package org.novum.solarflare.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.LearnException;
import org.novum.solarflare.learn.Linear;
import org.novum.solarflare.learn.Regression;
import org.novum.solarflare.learn.Standard;

/**
 * Trains models of the whole disk on days before a cut.
 *
 * <p>Regions listed in the fortnight before the cut, and its days, are left out, so that no region stands on both sides.
 */
public final class DiskTrainer {
    private static final long EMBARGO = 14;
    private static final int FOLDS = 6;
    private static final double GROUP_PENALTY = 3;
    private static final double DAY_PENALTY = 300;

    /** More flares of one region in a day than this count as this many: a day is one sample of activity. */
    private static final double MOST_FLARES = 6;

    private final DiskData data;
    private final List<FlareClass> classes;

    /**
     * Trains for the classes of the shipped models.
     *
     * @param data of all days, also later ones: their events are not looked at
     */
    public DiskTrainer(DiskData data) {
        this(data, DiskModel.CLASSES);
    }

    /**
     * @param data of all days, also later ones: their events are not looked at
     * @param classes that are forecast, rising
     */
    public DiskTrainer(DiskData data, List<FlareClass> classes) {
        this.data = data;
        this.classes = List.copyOf(classes);
    }

    /**
     * Forecasts of days that the forecasting model had not seen.
     *
     * @param classes that are forecast
     * @param days indices of the issue days
     * @param probability per class, day ahead and such day
     */
    public record Unseen(List<FlareClass> classes, int[] days, double[][][] probability) {}

    /**
     * Trains on all days before a cut.
     *
     * @param cut days since 1970
     */
    public DiskModel train(long cut, StepContext context) {
        return train(cut, day -> true, context);
    }

    /**
     * Forecasts the days before a cut, in {@value #FOLDS} stretches of time, each by a model of the others without the
     * fortnights beside it and without the regions in it.
     */
    public Unseen unseen(long cut, StepContext context) {
        long[] days = data.days();
        int[] usable = IntStream.range(0, days.length).filter(day -> days[day] + Days.AHEAD <= cut).toArray();
        double[][][] result = new double[classes.size()][Days.AHEAD][usable.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int from = fold * usable.length / FOLDS;
            int until = (fold + 1) * usable.length / FOLDS;
            DiskModel model = train(cut, day -> day < from - EMBARGO || day >= until + EMBARGO, context);
            for (int ahead = 0; ahead < Days.AHEAD; ahead++) {
                double[][] of = model.ahead().get(ahead).probabilities(data);
                for (int c = 0; c < of.length; c++) {
                    System.arraycopy(of[c], from, result[c][ahead], from, until - from);
                }
            }
            context.progress("stretches", fold + 1L, FOLDS);
        }
        return new Unseen(classes, usable, result);
    }

    private DiskModel train(long cut, IntPredicate among, StepContext context) {
        long[] days = data.days();
        List<DiskModel.Member> members = new ArrayList<>();
        for (int ahead = 0; ahead < Days.AHEAD; ahead++) {
            int later = ahead;
            int[] groups = groups(cut, later, among);
            int[] chosen = IntStream.range(0, days.length)
                    .filter(day -> among.test(day) && days[day] + Math.max(later, EMBARGO) < cut)
                    .toArray();
            if (groups.length == 0 || chosen.length == 0) {
                throw new LearnException("no day lies a fortnight before " + UtcTime.date(cut) + "; give earlier days");
            }
            Linear rateM = rate(groups, FlareClass.M, later, context);
            Linear rateC = rate(groups, FlareClass.C, later, context);
            List<Standard> scales = new ArrayList<>();
            data.features(rateM.rates(data.groupDesign()), rateC.rates(data.groupDesign()))
                    .forEach(feature -> scales.add(Standard.of(Design.pick(feature, chosen))));
            Design design = DiskModel.design(data, rateM, rateC, scales).rows(chosen);
            List<Linear> logOdds = classes.stream()
                    .map(least -> Regression.logistic(DAY_PENALTY)
                            .fit(design, Design.pick(data.events(least, later), chosen), context))
                    .toList();
            members.add(new DiskModel.Member(rateM, rateC, scales, logOdds));
        }
        return new DiskModel(cut, classes, members, ClassRates.of(data, classes, cut));
    }

    private Linear rate(int[] groups, FlareClass least, int ahead, StepContext context) {
        double[] counts = Arrays.stream(data.groupCounts(least, ahead))
                .map(count -> Math.min(count, MOST_FLARES))
                .toArray();
        return Regression.poisson(GROUP_PENALTY)
                .fit(data.groupDesign().rows(groups), Design.pick(counts, groups), context);
    }

    /** Rows of regions all of whose days are to be trained on, and none lies in the fortnight before the cut. */
    private int[] groups(long cut, int ahead, IntPredicate among) {
        long[] days = data.days();
        TreeMap<Long, Boolean> usable = new TreeMap<>();
        for (int row = 0; row < data.groups().size(); row++) {
            long day = data.groups().day()[row];
            boolean inside = among.test((int) (day - days[0])) && day + Math.max(ahead, EMBARGO) < cut;
            usable.merge(data.groups().region()[row], inside, Boolean::logicalAnd);
        }
        return IntStream.range(0, data.groups().size())
                .filter(row -> usable.get(data.groups().region()[row]))
                .toArray();
    }
}
