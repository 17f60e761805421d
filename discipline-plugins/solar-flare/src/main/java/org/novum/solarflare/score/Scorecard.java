package org.novum.solarflare.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores of several forecasters on the same rows, as a document: every score with its interval, beside its references.
 *
 * @param bootstrap draws the groups
 */
public record Scorecard(GroupBootstrap bootstrap) {
    private static final int CURVE_POINTS = 60;

    /**
     * Scores forecasters.
     *
     * @param ours the forecaster that is compared with the others, with reliability diagram and ROC curve
     * @param others by name
     */
    public ObjectNode of(Sample ours, Map<String, Sample> others) {
        ObjectNode card = JsonNodeFactory.instance.objectNode();
        card.put("rows", ours.size());
        card.put("events", Arrays.stream(ours.event()).sum());
        card.put("groups", Arrays.stream(ours.group()).distinct().count());
        ObjectNode scores = card.putObject("scores");
        scores.set("novum", scores(ours));
        new TreeMap<>(others).forEach((name, sample) -> scores.set(name, scores(sample)));
        ObjectNode gains = card.putObject("gains");
        new TreeMap<>(others).forEach((name, sample) -> {
            ObjectNode gain = gains.putObject(name);
            for (Score score : new Score[] {Score.BSS, Score.TSS, Score.AUC}) {
                gain.set(score.label(), json(bootstrap.difference(score, ours, sample)));
            }
        });
        ArrayNode diagram = card.putArray("reliability");
        Reliability.diagram(ours, bootstrap).forEach(bin -> diagram.addObject()
                .put("forecast", bin.forecast())
                .put("observed", bin.observed().value())
                .put("lower", bin.observed().lower())
                .put("upper", bin.observed().upper())
                .put("count", bin.count()));
        ArrayNode curve = card.putArray("roc");
        Reliability.curve(ours, CURVE_POINTS, bootstrap).forEach(point -> curve.addObject()
                .put("threshold", point.threshold())
                .put("pofd", point.pofd().value())
                .put("pofdLower", point.pofd().lower())
                .put("pofdUpper", point.pofd().upper())
                .put("recall", point.recall().value())
                .put("recallLower", point.recall().lower())
                .put("recallUpper", point.recall().upper()));
        return card;
    }

    private ObjectNode scores(Sample sample) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Score score : Score.values()) {
            node.set(score.label(), json(bootstrap.of(score, sample)));
        }
        return node;
    }

    /** An estimate with its interval, and how many draws are not in it, if any. */
    public static ObjectNode json(Estimate estimate) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("value", estimate.value())
                .put("lower", estimate.lower())
                .put("upper", estimate.upper());
        return estimate.leftOut() == 0 ? node : node.put("drawsLeftOut", estimate.leftOut());
    }
}
