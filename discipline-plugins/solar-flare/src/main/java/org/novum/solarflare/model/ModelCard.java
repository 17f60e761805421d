package org.novum.solarflare.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.novum.api.data.DataPart;
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.disk.DiskTrainer;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.region.RegionModel;
import org.novum.solarflare.region.RegionTrainer;
import org.novum.solarflare.score.Sample;
import org.novum.solarflare.score.Score;

/**
 * The card of a trained model: what it was made from, how it was split, how it did on what it had not seen, and what it
 * is for (Mitchell et al., "Model Cards for Model Reporting", 2019).
 */
public final class ModelCard {
    private static final long FORTNIGHT = 14;

    private ModelCard() {}

    /** Of a model of regions. */
    public static ObjectNode of(RegionTrainer.Trained trained, List<DataPart> parts) {
        ObjectNode card = head(
                parts,
                "Probability of a flare of class C, M or X or greater from an active region in the 24 h after a magnetogram,"
                        + " for regions within 70 degrees of the central meridian.",
                "Rows whose 24 h end before the date, of patches not seen in the fortnight before it. The scores below are of"
                        + " patches that the forecasting model had not seen, in six stretches of time, each forecast by a"
                        + " model of the others without the fortnights beside it; thresholds were"
                        + " chosen on the same forecasts. Scales come from training rows alone.");
        card.put("rows", trained.trained().length);
        card.put(
                "limits",
                "The tables leave out quiet rows that follow an X flare, so flares of the day before count no further than"
                        + " an index of 150. Classes are on the scale of GOES 8 to 15, with NOAA's factor 0.7.");
        ObjectNode scores = card.putObject("scores");
        for (int c = 0; c < RegionModel.CLASSES.size(); c++) {
            ObjectNode of = scores(trained.samples().get(c));
            trained.flares().get(c).describe(of.putObject("flares"));
            scores.set(RegionModel.CLASSES.get(c).name(), of);
        }
        return card;
    }

    /** Of a model of the whole disk. */
    public static ObjectNode of(DiskData data, DiskTrainer.Unseen unseen, List<DataPart> parts) {
        ObjectNode card = head(
                parts,
                "Probability of a flare of class " + names(unseen.classes())
                        + " or greater anywhere on the disk on the UTC day of issue (00:30) and"
                        + " the two days after it.",
                "Days and regions before the fortnight before the date. The scores below are of six stretches of time, each"
                        + " forecast by a model of the others without the fortnights beside it.");
        card.put("days", unseen.days().length);
        card.put("limits", "Classes are on the scale of GOES 8 to 15, with NOAA's factor 0.7.");
        ObjectNode scores = card.putObject("scores");
        long[] groups = Arrays.stream(unseen.days()).mapToLong(day -> data.days()[day] / FORTNIGHT).toArray();
        for (int c = 0; c < unseen.classes().size(); c++) {
            for (int ahead = 0; ahead < unseen.probability()[c].length; ahead++) {
                double[] probability = unseen.probability()[c][ahead];
                double[] events = Design.pick(data.events(unseen.classes().get(c), ahead), unseen.days());
                Sample sample = new Sample(probability, events, new double[events.length], groups);
                ObjectNode of = scores.putObject(unseen.classes().get(c).name() + " day " + (ahead + 1));
                for (Score score : List.of(Score.BASE_RATE, Score.BSS, Score.ECE, Score.AUC)) {
                    of.put(score.label(), score.of(sample));
                }
            }
        }
        return card;
    }

    /** "M or X", "C, M or X". */
    private static String names(List<FlareClass> classes) {
        return classes.stream().map(FlareClass::name).collect(Collectors.joining(", ")).replaceFirst(", (?=[^,]*$)", " or ");
    }

    private static ObjectNode scores(Sample sample) {
        ObjectNode scores = JsonNodeFactory.instance.objectNode().put("rows", sample.size());
        for (Score score : Score.values()) {
            scores.put(score.label(), score.of(sample));
        }
        return scores;
    }

    private static ObjectNode head(List<DataPart> parts, String use, String split) {
        ObjectNode card = JsonNodeFactory.instance.objectNode().put("use", use).put("split", split);
        ArrayNode data = card.putArray("data");
        for (DataPart part : parts) {
            data.addObject().put("name", part.name()).put("rows", part.rows()).put("sha256", part.sha256());
        }
        return card;
    }
}
