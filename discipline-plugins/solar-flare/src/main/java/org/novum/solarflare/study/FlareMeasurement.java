package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.ResearchState.Judged;
import org.novum.api.discipline.Strength;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.solarflare.score.Score;
import org.novum.statistics.evidence.PValue;

/** What is reported of a judged claim: its scorecard beside the references, reliability diagram and ROC curve. */
public final class FlareMeasurement {
    /** Half widths of 95 % intervals are stated as this many standard deviations. */
    private static final double HALF_WIDTH = 1.959963984540054;

    private FlareMeasurement() {}

    /** The measurement, from the test's own scorecard; nothing where there were no rows to test on. */
    public static Optional<Measurement> of(Judged judged) {
        return judged.outcome().detail().isEmpty() ? Optional.empty() : Optional.of(measured(judged));
    }

    private static Measurement measured(Judged judged) {
        FlareClaim claim = FlareClaim.of(judged.hypothesis());
        JsonNode detail = judged.outcome().detail();
        Map<String, Quantity> quantities = new TreeMap<>();
        for (Score score : Score.values()) {
            quantities.put(score.label(), quantity(detail.path("scores").path("novum").path(score.label())));
        }
        detail.path("gains").properties().forEach(other -> quantities.put(
                claim.score().label() + "_gain_over_" + other.getKey().replace(' ', '_'),
                quantity(other.getValue().path(claim.score().label()))));
        quantities.put("rows", new Quantity(detail.path("rows").asDouble(), 0, Unit.COUNT));
        quantities.put("events", new Quantity(detail.path("events").asDouble(), 0, Unit.COUNT));
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("subject", claim.subject());
        attributes.put("recipe", claim.recipe());
        attributes.set("gains", detail.path("gains"));
        return new Measurement(
                judged.hypothesis().id(),
                statement(claim, detail),
                attributes,
                quantities,
                significance(judged.outcome().strength()),
                logarithm(judged.outcome().strength()),
                List.of(reliability(claim, detail), curve(claim, detail)));
    }

    private static Quantity quantity(JsonNode estimate) {
        double width = estimate.path("upper").asDouble() - estimate.path("lower").asDouble();
        return new Quantity(estimate.path("value").asDouble(), width / 2 / HALF_WIDTH, Unit.ONE);
    }

    private static String statement(FlareClaim claim, JsonNode detail) {
        JsonNode scores = detail.path("scores").path("novum");
        return String.format(
                Locale.ROOT,
                "%s: %s %.3f [%.3f, %.3f], TSS %.3f, POFD %.3f, precision %.3f, ECE %.3f on %d rows with %d events",
                claim.subject(),
                claim.score(),
                scores.path(claim.score().label()).path("value").asDouble(),
                scores.path(claim.score().label()).path("lower").asDouble(),
                scores.path(claim.score().label()).path("upper").asDouble(),
                scores.path("tss").path("value").asDouble(),
                scores.path("pofd").path("value").asDouble(),
                scores.path("precision").path("value").asDouble(),
                scores.path("ece").path("value").asDouble(),
                detail.path("rows").asLong(),
                detail.path("events").asLong());
    }

    private static Significance significance(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> new Significance(PValue.ofLog10(p.log10()).z(), null, null);
            case Strength.EValue _, Strength.Untested _ -> Significance.NONE;
        };
    }

    private static Significance logarithm(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> new Significance(p.log10(), null, null);
            case Strength.EValue _, Strength.Untested _ -> Significance.NONE;
        };
    }

    private static Figure reliability(FlareClaim claim, JsonNode detail) {
        JsonNode bins = detail.path("reliability");
        return figure(
                "Reliability of " + claim.subject(),
                "forecast probability",
                "share with a flare",
                new Curve(values(bins, "forecast"), values(bins, "observed"), Figure.Style.POINTS));
    }

    private static Figure curve(FlareClaim claim, JsonNode detail) {
        JsonNode points = detail.path("roc");
        return figure(
                "ROC of " + claim.subject(),
                "probability of false detection",
                "recall",
                new Curve(values(points, "pofd"), values(points, "recall"), Figure.Style.LINE));
    }

    private record Curve(double[] x, double[] y, Figure.Style style) {}

    private static Figure figure(String title, String x, String y, Curve curve) {
        return new Figure(
                title,
                x,
                List.of(new Figure.Panel(
                        y,
                        Figure.Scale.LINEAR,
                        List.of(
                                new Figure.Series("novum", curve.style(), curve.x(), curve.y(), null),
                                new Figure.Series(
                                        "diagonal", Figure.Style.DASHED, new double[] {0, 1}, new double[] {0, 1}, null)))));
    }

    private static double[] values(JsonNode list, String name) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).path(name).asDouble();
        }
        return values;
    }
}
