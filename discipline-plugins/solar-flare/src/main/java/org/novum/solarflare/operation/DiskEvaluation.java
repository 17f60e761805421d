package org.novum.solarflare.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.disk.DiskForecast;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.OfficeForecasts;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.LearnException;
import org.novum.solarflare.model.ShippedModels;
import org.novum.solarflare.score.AllClear;
import org.novum.solarflare.score.CalibrationNoise;
import org.novum.solarflare.score.Episodes;
import org.novum.solarflare.score.GroupBootstrap;
import org.novum.solarflare.score.Sample;
import org.novum.solarflare.score.Score;
import org.novum.solarflare.score.Scorecard;

/** Scores forecasts of the whole disk; intervals draw blocks of 14 days. */
final class DiskEvaluation {
    private static final long FORTNIGHT = 14;
    private static final int QUIET_DAYS = 3;
    private static final double[] CLEAR_LEVELS = {0.1, 0.2, 0.3, 0.4, 0.5};
    private static final long SEED = 20140101;

    private final DiskData data;
    /** The oldest model: its references know no more than it did. */
    private final DiskModel oldest;
    private final DiskForecast forecast;
    private final int[] scored;
    private final int replicates;
    private final GroupBootstrap bootstrap;
    private final Map<String, OfficeForecasts> offices = new TreeMap<>();

    DiskEvaluation(EvaluateOperation.Input parameters, DataHandle handle, StepContext context) {
        this.data = FlareOperation.diskData(handle, context);
        List<DiskModel> models = ShippedModels.disk(parameters.model());
        this.oldest = models.stream().min(Comparator.comparingLong(DiskModel::cut)).orElseThrow();
        this.forecast = DiskForecast.of(data, models);
        EvaluateOperation.Period period =
                EvaluateOperation.period(parameters, oldest.cut() * UtcTime.DAY);
        long[] days = data.days();
        this.scored = IntStream.range(0, days.length)
                // What happens on the days ahead must be known: after the last listed flare it is not.
                .filter(day -> period.holds(days[day] * UtcTime.DAY) && days[day] + 2 <= data.lastFlare())
                .toArray();
        if (scored.length == 0) {
            throw new LearnException("no day lies in the period that is scored; choose another with from and until");
        }
        this.replicates = EvaluateOperation.replicates(parameters);
        this.bootstrap = new GroupBootstrap(replicates, SEED);
        parameters.swpc().ifPresent(path -> offices.put("SWPC", OfficeForecasts.read(path)));
        parameters.metOffice().ifPresent(path -> offices.put("Met Office", OfficeForecasts.read(path)));
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("scope", Scope.FULL_DISK.word());
        document.put("intervals", "95 %, bootstrap of blocks of 14 days");
        long[] days = data.days();
        document.putObject("covered")
                .put("first", UtcTime.date(days[0]))
                .put("last", UtcTime.date(days[days.length - 1]))
                .put("lastFlare", UtcTime.date(data.lastFlare()));
        document.put("alarms", "where the probability is at least the share of training days with a flare");
        ObjectNode classes = document.putObject("classes");
        for (int c = 0; c < DiskModel.CLASSES.size(); c++) {
            for (int ahead = 0; ahead < 3; ahead++) {
                classes.set(DiskModel.CLASSES.get(c).name() + " day " + (ahead + 1), card(c, ahead));
            }
        }
        return document;
    }

    private ObjectNode card(int c, int ahead) {
        Sample ours = sample(c, ahead, scored, forecast.probability()[c][ahead]);
        ObjectNode card = new Scorecard(bootstrap).of(ours, references(c, ahead, scored));
        card.set("flares", flares(c, ahead, ours, scored));
        // On a few hundred days chance alone makes bins differ from what they forecast.
        card.set("eceOfPerfectCalibration", Scorecard.json(CalibrationNoise.of(ours, replicates, SEED)));
        if (ahead == 0) {
            card.set("firstAfterQuiet", firstAfterQuiet(c));
        }
        ObjectNode beside = card.putObject("offices");
        offices.forEach((name, office) -> beside.set(name, beside(office, c, ahead)));
        return card;
    }

    private Map<String, Sample> references(int c, int ahead, int[] days) {
        FlareClass least = DiskModel.CLASSES.get(c);
        double[] climatology = new double[data.days().length];
        Arrays.fill(climatology, oldest.reference().climatology()[c]);
        return Map.of(
                "climatology", sample(c, ahead, days, climatology),
                "persistence", sample(c, ahead, days, data.persistence(least)),
                "McIntosh-Poisson",
                        sample(c, ahead, days, oldest.reference().poisson(data, c)));
    }

    private Sample sample(int c, int ahead, int[] days, double[] probability) {
        double[] of = Design.pick(probability, days);
        double level = oldest.reference().climatology()[c];
        double[] alarm = Arrays.stream(of).map(p -> p >= level ? 1 : 0).toArray();
        long[] group = Arrays.stream(days).mapToLong(day -> data.days()[day] / FORTNIGHT).toArray();
        return new Sample(of, Design.pick(data.events(DiskModel.CLASSES.get(c), ahead), days), alarm, group);
    }

    /** On the days that an office forecast. */
    private ObjectNode beside(OfficeForecasts office, int c, int ahead) {
        int[] days = Arrays.stream(scored).filter(day -> office.byDay().containsKey(data.days()[day])).toArray();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (days.length == 0) {
            return node.put("rows", 0);
        }
        double[] theirs = new double[data.days().length];
        for (int day : days) {
            theirs[day] = office.byDay().get(data.days()[day])[c][ahead];
        }
        Sample ours = sample(c, ahead, days, forecast.probability()[c][ahead]);
        Sample other = sample(c, ahead, days, theirs);
        node = new Scorecard(bootstrap).of(ours, Map.of("office", other));
        node.set("flares", flares(c, ahead, ours, days));
        node.set("flaresOfOffice", flares(c, ahead, other, days));
        if (c == 0 && ahead == 0) {
            ArrayNode clear = node.putArray("allClear");
            for (double level : CLEAR_LEVELS) {
                AllClear at = AllClear.of(ours, other, level);
                clear.addObject()
                        .put("level", level)
                        .put("clearDays", at.days())
                        .put("missesOfOffice", at.missesOfOther())
                        .put("misses", at.misses())
                        .set("moreMisses", Scorecard.json(bootstrap.interval(ours, at::moreMisses)));
            }
        }
        return node;
    }

    /** How many flares there were, on how many days, how many of these had an alarm, and what that bears out. */
    private ObjectNode flares(int c, int ahead, Sample sample, int[] days) {
        FlareClass least = DiskModel.CLASSES.get(c);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("meaning", "days with a flare of class " + least
                + " or greater, and the exact lower bound of the share that has an alarm");
        node.put("flares", Arrays.stream(days).map(day -> data.flares(least, data.days()[day] + ahead)).sum());
        Episodes.ofRows(sample).describe(node);
        return node;
    }

    /** Days with no flare of the class on the three days before. */
    private ObjectNode firstAfterQuiet(int c) {
        double[] events = data.events(DiskModel.CLASSES.get(c), 0);
        int[] quiet = Arrays.stream(scored)
                .filter(day -> IntStream.rangeClosed(1, QUIET_DAYS).allMatch(back -> day < back || events[day - back] == 0))
                .toArray();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("meaning", "days with no flare of the class on the " + QUIET_DAYS + " days before");
        node.put("rows", quiet.length);
        if (quiet.length > 0) {
            Sample sample = sample(c, 0, quiet, forecast.probability()[c][0]);
            node.put("events", Arrays.stream(sample.event()).sum());
            node.set("auc", Scorecard.json(bootstrap.of(Score.AUC, sample)));
        }
        return node;
    }
}
