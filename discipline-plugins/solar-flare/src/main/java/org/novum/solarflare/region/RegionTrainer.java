package org.novum.solarflare.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.Order;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.learn.Calibration;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.Forest;
import org.novum.solarflare.learn.ForestTrainer;
import org.novum.solarflare.learn.LearnException;
import org.novum.solarflare.learn.Linear;
import org.novum.solarflare.learn.Predictor;
import org.novum.solarflare.learn.Regression;
import org.novum.solarflare.score.Episodes;
import org.novum.solarflare.score.Sample;
import org.novum.solarflare.score.Score;
import org.novum.solarflare.score.Thresholds;

/**
 * Trains models of regions on rows before a cut.
 *
 * <p>Scales, coefficients and thresholds come from training rows alone. Patches seen in the fortnight before the cut are
 * left out, so that no region, under whatever patch number, stands on both sides of it. Thresholds come from forecasts
 * of patches that the forecasting model had not seen: the patches are cut into {@value #FOLDS} stretches of time, and
 * each stretch is forecast by a model of the others without the patches of the fortnights beside it. No result depends on
 * the order of the rows.
 */
public final class RegionTrainer {
    private static final int FOLDS = 6;
    private static final long EMBARGO = 14 * UtcTime.DAY;

    /** Rows 96 minutes apart say nearly the same; the penalty is per row. */
    private static final double PENALTY = 5;

    /** Neighbours in time say nearly the same, and trees take long. */
    private static final int MOST_ROWS_OF_TREES = 6_000;

    /** X alarms are as frequent as offices can bear. */
    private static final double FALSE_X_ALARMS = 0.022;

    private final PatchRows rows;
    private final PatchFeatures features;
    private final @Nullable FlareClass[] labels;

    /**
     * @param rows of all patches, also later ones: those are not looked at
     * @param labels greatest flare of the 24 h after each row, null where there was none
     */
    public RegionTrainer(PatchRows rows, @Nullable FlareClass[] labels) {
        this.rows = rows;
        this.labels = labels;
        this.features = PatchFeatures.of(rows);
    }

    /**
     * A trained model with the forecasts that its thresholds were chosen on.
     *
     * @param model trained on all rows before the cut
     * @param trained rows it was trained on
     * @param samples per class, forecasts of unseen patches of the newest instrument
     * @param flares per class, how many of the flares in these samples had an alarm
     */
    public record Trained(RegionModel model, int[] trained, List<Sample> samples, List<Episodes> flares) {}

    /**
     * Trains.
     *
     * @param cut seconds since 1970; rows whose 24 h end later are not looked at
     */
    public Trained train(long cut, RegionRecipes recipes, StepContext context) {
        int[] eligible = eligible(cut);
        if (eligible.length == 0) {
            throw new LearnException("no row lies before " + UtcTime.date(UtcTime.day(cut)) + "; give earlier rows");
        }
        boolean anyHmi = Arrays.stream(eligible).anyMatch(rows::hmi);
        Stretches stretches = Stretches.of(rows, eligible, FOLDS);
        List<RegionModel.Member> members = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        List<Episodes> flares = new ArrayList<>();
        RegionScales.Pair scales = RegionScales.Pair.of(features, eligible);
        for (int c = 0; c < RegionModel.CLASSES.size(); c++) {
            RegionRecipe recipe = recipes.of(c).recipe();
            double[] events = events(RegionModel.CLASSES.get(c));
            Fitted fitted = fitted(stretches, recipe, events, context);
            double[] unseen = Linear.probabilities(fitted.unseen());
            int[] scored = IntStream.range(0, eligible.length)
                    .filter(i -> rows.hmi(eligible[i]) == anyHmi)
                    .toArray();
            int[] scoredRows = Arrays.stream(scored).map(i -> eligible[i]).toArray();
            double[] happened = Design.pick(events, scoredRows);
            double[] forecast = Design.pick(unseen, scored);
            Optional<Calibration> calibration = recipes.of(c).calibration().fit(forecast, happened, context);
            calibration.ifPresent(fit -> Arrays.setAll(forecast, i -> fit.of(forecast[i])));
            Sample sample = sample(forecast, happened, scoredRows);
            double threshold = threshold(RegionModel.CLASSES.get(c), sample);
            Sample alarmed = sample.with(sample.probability(), alarms(sample.probability(), threshold));
            samples.add(alarmed);
            flares.add(Episodes.of(alarmed, Arrays.stream(scoredRows).mapToDouble(row -> rows.time()[row]).toArray()));
            members.add(new RegionModel.Member(
                    recipe,
                    fitted.predictor(),
                    calibration,
                    threshold,
                    Score.BASE_RATE.of(sample),
                    design(recipe, eligible, scales).means()));
            context.progress("classes", c + 1L, RegionModel.CLASSES.size());
        }
        return new Trained(new RegionModel(cut, scales, members), eligible, samples, flares);
    }

    /**
     * The probability from which an alarm is raised. True skill is greatest at the base rate where probabilities are
     * calibrated (Richardson, Q. J. R. Meteorol. Soc. 126 (2000) 649). That of the few flares of class M varies too much to
     * search for its greatest value; C flares are many, and their calibration changes with the cycle.
     */
    private static double threshold(FlareClass least, Sample sample) {
        return switch (least) {
            case A, B, C -> Thresholds.greatestSkill(sample);
            case M -> Score.BASE_RATE.of(sample);
            case X -> Thresholds.falseDetectionAtMost(sample, FALSE_X_ALARMS);
        };
    }

    /** 1 where a flare of this class or a greater one followed. */
    private double[] events(FlareClass least) {
        return Arrays.stream(labels)
                .mapToDouble(label -> label != null && label.compareTo(least) >= 0 ? 1 : 0)
                .toArray();
    }

    /** Rows that may train, by patch and time. */
    private int[] eligible(long cut) {
        TreeMap<Long, Long> last = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            last.merge(rows.patch()[row], rows.time()[row], Math::max);
        }
        return Arrays.stream(Order.of(rows.patch(), rows.time()))
                .filter(row -> rows.time()[row] <= cut - UtcTime.DAY && last.get(rows.patch()[row]) <= cut - EMBARGO)
                .toArray();
    }

    /** Log odds for patches of each stretch by a model of the other stretches. */
    private double[] unseen(Stretches stretches, RegionRecipe recipe, double[] events, StepContext context) {
        double[] result = new double[stretches.rows().length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] inside = stretches.inside(fold);
            // Every third row is enough to choose a threshold.
            int[] others = Arrays.stream(stretches.outside(fold))
                    .filter(i -> i % 3 == 0)
                    .map(i -> stretches.rows()[i])
                    .toArray();
            if (inside.length == 0) {
                continue;
            }
            if (others.length == 0) {
                throw new LearnException("no patch is a fortnight away from the others; give rows of a longer time");
            }
            RegionScales.Pair scales = RegionScales.Pair.of(features, others);
            Predictor predictor = fit(recipe, PENALTY / 3, others, events, context);
            int[] insideRows = Arrays.stream(inside).map(i -> stretches.rows()[i]).toArray();
            double[] odds = predictor.logOdds(design(recipe, insideRows, scales));
            for (int i = 0; i < inside.length; i++) {
                result[inside[i]] = odds[i];
            }
        }
        return result;
    }

    private Predictor fit(
            RegionRecipe recipe, double penalty, int[] training, double[] events, StepContext context) {
        RegionScales.Pair scales = RegionScales.Pair.of(features, training);
        return switch (recipe) {
            case SNAPSHOT, COMPACT, SPLINE, HISTORY, STACKED ->
                Regression.logistic(penalty)
                        .fit(design(recipe, training, scales), Design.pick(events, training), context);
            case FOREST, BOOSTED -> {
                int[] fewer = IntStream.range(0, training.length)
                        .filter(i -> i % Math.max(1, training.length / MOST_ROWS_OF_TREES) == 0)
                        .map(i -> training[i])
                        .toArray();
                ForestTrainer trainer =
                        recipe == RegionRecipe.FOREST ? ForestTrainer.RANDOM_FOREST : ForestTrainer.BOOSTED;
                yield trainer.fit(design(recipe, fewer, scales), Design.pick(events, fewer));
            }
        };
    }

    private Design design(RegionRecipe recipe, int[] chosen, RegionScales.Pair scales) {
        return recipe.columns(features.rows(chosen), scales).design();
    }

    /** A recipe's model of all rows, and its log odds for patches it had not seen. */
    private Fitted fitted(Stretches stretches, RegionRecipe recipe, double[] events, StepContext context) {
        if (recipe.members().isEmpty()) {
            Predictor predictor = fit(recipe, PENALTY, stretches.rows(), events, context);
            double[] unseen = unseen(stretches, recipe, events, context);
            return switch (predictor) {
                case Linear linear -> new Fitted(linear, unseen);
                case Forest forest ->
                    Fitted.calibrated(forest, unseen, Design.pick(events, stretches.rows()), context);
            };
        }
        List<Fitted> members = recipe.members().stream()
                .map(member -> fitted(stretches, member, events, context))
                .toList();
        return Fitted.stacked(members, Design.pick(events, stretches.rows()), context);
    }

    private Sample sample(double[] probability, double[] events, int[] chosen) {
        long[] group = Arrays.stream(chosen).mapToLong(row -> rows.patch()[row]).toArray();
        return new Sample(probability, events, new double[events.length], group);
    }

    private static double[] alarms(double[] probability, double threshold) {
        return Arrays.stream(probability).map(p -> p >= threshold ? 1 : 0).toArray();
    }
}
