package org.novum.solarflare.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.LearnException;
import org.novum.solarflare.model.ShippedModels;
import org.novum.solarflare.region.RegionForecast;
import org.novum.solarflare.region.RegionModel;
import org.novum.solarflare.score.Episodes;
import org.novum.solarflare.score.GroupBootstrap;
import org.novum.solarflare.score.Sample;
import org.novum.solarflare.score.Score;
import org.novum.solarflare.score.Scorecard;

/** Scores forecasts of regions; intervals draw whole patches. */
final class RegionEvaluation {
    /** What a flare of class C, M, X adds to the flare index. */
    private static final double[] INDEX = {1, 10, 100};

    private static final long SEED = 20140101;

    private final PatchRows rows;
    private final @Nullable FlareClass[] labels;
    private final List<RegionModel> models;
    private final RegionForecast forecast;
    private final int[] scored;
    private final GroupBootstrap bootstrap;

    RegionEvaluation(EvaluateOperation.Input parameters, DataHandle data, StepContext context) {
        this.rows = FlareOperation.patches(data, context);
        this.labels = PatchRows.labels(data);
        this.models = ShippedModels.region(parameters.model());
        this.forecast = RegionForecast.of(rows, models);
        EvaluateOperation.Period period = EvaluateOperation.period(parameters, oldest().cut());
        this.scored = IntStream.range(0, rows.size()).filter(row -> period.holds(rows.time()[row])).toArray();
        if (scored.length == 0) {
            throw new LearnException("no row lies in the period that is scored; choose another with from and until");
        }
        PatchRows.requireFlares(data, Arrays.stream(scored).mapToObj(row -> labels[row]).toArray(FlareClass[]::new));
        this.bootstrap = new GroupBootstrap(EvaluateOperation.replicates(parameters), SEED);
    }

    private RegionModel oldest() {
        return models.stream().min(Comparator.comparingLong(RegionModel::cut)).orElseThrow();
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("scope", Scope.REGION.word());
        document.put("intervals", "95 %, bootstrap of whole patches");
        ObjectNode classes = document.putObject("classes");
        for (int c = 0; c < RegionModel.CLASSES.size(); c++) {
            Sample ours = sample(c, scored);
            ObjectNode card = new Scorecard(bootstrap).of(ours, references(ours, c));
            card.set("flares", episodes(c, ours));
            card.set("firstOfClassAfterQuiet", firstAfterQuiet(c, c));
            card.set("firstAfterQuiet", firstAfterQuiet(c, 0));
            classes.set(RegionModel.CLASSES.get(c).name(), card);
        }
        return document;
    }

    private Sample sample(int c, int[] chosen) {
        FlareClass least = RegionModel.CLASSES.get(c);
        double[] events = Arrays.stream(chosen).mapToDouble(row -> happened(labels[row], least)).toArray();
        long[] group = Arrays.stream(chosen).mapToLong(row -> rows.patch()[row]).toArray();
        return new Sample(
                Design.pick(forecast.probability()[c], chosen), events, Design.pick(forecast.alarm()[c], chosen), group);
    }

    private static double happened(@Nullable FlareClass label, FlareClass least) {
        return label != null && label.compareTo(least) >= 0 ? 1 : 0;
    }

    private Map<String, Sample> references(Sample ours, int c) {
        double[] climatology = new double[ours.size()];
        Arrays.fill(climatology, oldest().classes().get(c).baseRate());
        double[] persistence = Arrays.stream(scored)
                .mapToDouble(row -> rows.flareIndex()[row] >= INDEX[c] ? 1 : 0)
                .toArray();
        return Map.of(
                "climatology", ours.with(climatology, new double[ours.size()]),
                "persistence", ours.with(persistence, persistence));
    }

    private ObjectNode episodes(int c, Sample ours) {
        Episodes episodes = Episodes.of(ours, Design.pick(Arrays.stream(rows.time()).asDoubleStream().toArray(), scored));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("meaning", "stretches of rows of one patch with a flare of class " + RegionModel.CLASSES.get(c)
                + " or greater ahead; caught if one of the rows had an alarm");
        episodes.describe(node);
        return node;
    }

    /** How well first flares are told apart: rows of regions that had, in the day before, no flare of a class or greater. */
    private ObjectNode firstAfterQuiet(int c, int quietClass) {
        int[] quiet = Arrays.stream(scored).filter(row -> rows.flareIndex()[row] < INDEX[quietClass]).toArray();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("meaning", "rows of regions with a flare index below " + INDEX[quietClass]
                + ", so without a flare of class " + RegionModel.CLASSES.get(quietClass) + " or greater in the day before");
        node.put("rows", quiet.length);
        if (quiet.length > 0) {
            Sample sample = sample(c, quiet);
            node.put("events", Arrays.stream(sample.event()).sum());
            node.set("auc", Scorecard.json(bootstrap.of(Score.AUC, sample)));
        }
        return node;
    }
}
