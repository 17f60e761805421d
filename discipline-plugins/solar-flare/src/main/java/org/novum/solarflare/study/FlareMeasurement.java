package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
                gainOver(claim, other.getKey()),
                quantity(other.getValue().path(claim.score().label()))));
        quantities.put("rows", new Quantity(detail.path("rows").asDouble(), 0, Unit.COUNT));
        quantities.put("events", new Quantity(detail.path("events").asDouble(), 0, Unit.COUNT));
        JsonNode flares = detail.path("flares");
        quantities.put("flares", new Quantity(flares.path("number").asDouble(), 0, Unit.COUNT));
        quantities.put("flares_with_alarm", new Quantity(flares.path("caught").asDouble(), 0, Unit.COUNT));
        if (flares.has("lowerBound95")) {
            quantities.put("recall_lower_bound_95", new Quantity(flares.path("lowerBound95").asDouble(), 0, Unit.ONE));
        }
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("subject", claim.subject());
        attributes.put("recipe", claim.recipe());
        // What the claim and its p-value are about, of all that is measured.
        attributes.put("measured", gainOver(claim, weakest(claim, detail)));
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

    private static String gainOver(FlareClaim claim, String reference) {
        return claim.score().label() + "_gain_over_" + reference.replace(' ', '_');
    }

    /** The reference with the greatest p-value; where none was tested, that of the least gain. */
    private static String weakest(FlareClaim claim, JsonNode detail) {
        return detail.path("gains").properties().stream()
                .max(Comparator.comparingDouble((Map.Entry<String, JsonNode> of) ->
                                detail.path("pValues").path(of.getKey()).asDouble())
                        .thenComparingDouble(of ->
                                -of.getValue().path(claim.score().label()).path("value").asDouble()))
                .orElseThrow()
                .getKey();
    }

    private static String statement(FlareClaim claim, JsonNode detail) {
        JsonNode scores = detail.path("scores").path("novum");
        String weakest = weakest(claim, detail);
        JsonNode flares = detail.path("flares");
        String bound = flares.has("lowerBound95")
                ? String.format(Locale.ROOT, " (95 %% bound of the recall %.2f)", flares.path("lowerBound95").asDouble())
                : "";
        return claim.subject()
                + ": gain in " + claim.score() + " over " + weakest + " "
                + text(detail.path("gains").path(weakest).path(claim.score().label()))
                + "; " + claim.score() + " " + text(scores.path(claim.score().label()))
                + ", recall " + text(scores.path("recall"))
                + ", POFD " + text(scores.path("pofd"))
                + ", precision " + text(scores.path("precision"))
                + ", ECE " + text(scores.path("ece"))
                + " on " + detail.path("rows").asLong() + " rows with " + detail.path("events").asLong() + " events; "
                + flares.path("caught").asInt() + " of " + flares.path("number").asInt() + " flares with an alarm" + bound;
    }

    /** Value and interval, to the second digit of the error. */
    private static String text(JsonNode estimate) {
        double error = quantity(estimate).error();
        int decimals = error > 0 ? Math.clamp(1 - (long) Math.floor(StrictMath.log10(error)), 0, 6) : 3;
        String format = "%." + decimals + "f [%." + decimals + "f, %." + decimals + "f]";
        return String.format(
                Locale.ROOT,
                format,
                estimate.path("value").asDouble(),
                estimate.path("lower").asDouble(),
                estimate.path("upper").asDouble());
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
                new Curve(values(bins, "forecast"), values(bins, "observed"), Figure.Style.POINTS, errors(bins, "lower", "upper")));
    }

    private static Figure curve(FlareClaim claim, JsonNode detail) {
        JsonNode points = detail.path("roc");
        return figure(
                "ROC of " + claim.subject(),
                "probability of false detection",
                "recall",
                new Curve(values(points, "pofd"), values(points, "recall"), Figure.Style.LINE, null),
                new Curve(values(points, "pofd"), values(points, "recallLower"), Figure.Style.DASHED, null),
                new Curve(values(points, "pofd"), values(points, "recallUpper"), Figure.Style.DASHED, null));
    }

    private record Curve(double[] x, double[] y, Figure.Style style, double @Nullable [] error) {
        Figure.Series series(String name) {
            return new Figure.Series(name, style, x, y, error);
        }
    }

    private static Figure figure(String title, String x, String y, Curve curve, Curve... limits) {
        List<Figure.Series> series = new ArrayList<>(List.of(curve.series("novum")));
        for (int i = 0; i < limits.length; i++) {
            series.add(limits[i].series(i == 0 ? "2.5 %" : "97.5 %"));
        }
        series.add(new Figure.Series("diagonal", Figure.Style.DASHED, new double[] {0, 1}, new double[] {0, 1}, null));
        return new Figure(
                title,
                x,
                List.of(new Figure.Panel(y, Figure.Scale.LINEAR, series)));
    }

    /** Half the widths of intervals, in standard deviations. */
    private static double[] errors(JsonNode list, String lower, String upper) {
        double[] low = values(list, lower);
        double[] high = values(list, upper);
        double[] errors = new double[low.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = (high[i] - low[i]) / 2 / HALF_WIDTH;
        }
        return errors;
    }

    private static double[] values(JsonNode list, String name) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).path(name).asDouble();
        }
        return values;
    }
}
