package org.novum.disciplinetemplate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.ResearchState.Judged;
import org.novum.api.discipline.Strength;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.statistics.evidence.PValue;

/** What this discipline reports of a judged hypothesis. */
final class MeanShiftMeasurement {
    private static final double CONFIDENCE = 0.95;

    private MeanShiftMeasurement() {}

    /**
     * Measures the difference on the opened rows; the significance stays that of the confirmation rows alone, because
     * the exploration rows chose the direction.
     *
     * @return empty where the groups are too small to measure
     */
    static Optional<Measurement> of(Judged judged, DataHandle opened) {
        MeanShift claim = MeanShift.of(judged.hypothesis());
        Groups groups = Groups.read(opened, claim);
        Sample first = Sample.of(groups.first());
        Sample second = Sample.of(groups.second());
        Unit unit = opened.card()
                .part(claim.part())
                .column(claim.response())
                .map(ColumnCard::unit)
                .orElse(Unit.ONE);
        return WelchTest.of(first, second).map(test -> {
            double halfWidth = test.halfWidth(CONFIDENCE);
            return new Measurement(
                    judged.hypothesis().id(),
                    statement(claim, test, unit),
                    JsonNodeFactory.instance.objectNode().put("subject", claim.part()),
                    Map.of(
                            "difference", new Quantity(test.difference(), test.standardError(), unit),
                            "difference_lower_95", new Quantity(test.difference() - halfWidth, 0, unit),
                            "difference_upper_95", new Quantity(test.difference() + halfWidth, 0, unit),
                            "mean_" + claim.first(), new Quantity(first.mean(), first.standardError(), unit),
                            "mean_" + claim.second(), new Quantity(second.mean(), second.standardError(), unit)),
                    significance(judged.outcome().strength()),
                    logarithm(judged.outcome().strength()),
                    List.of(figure(claim, first, second, unit)));
        });
    }

    private static String statement(MeanShift claim, WelchTest test, Unit unit) {
        return String.format(
                Locale.ROOT,
                "In %s, the mean of %s in %s minus that in %s is %.4g +- %.2g %s",
                claim.part(),
                claim.response(),
                claim.first(),
                claim.second(),
                test.difference(),
                test.standardError(),
                unit.symbol());
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

    private static Figure figure(MeanShift claim, Sample first, Sample second, Unit unit) {
        return new Figure(
                claim.response() + " in " + claim.part(),
                "group: 1 is " + claim.first() + ", 2 is " + claim.second(),
                List.of(new Figure.Panel(
                        "mean of " + claim.response() + " / " + unit.symbol(),
                        Figure.Scale.LINEAR,
                        List.of(new Figure.Series(
                                "mean with standard error",
                                Figure.Style.POINTS,
                                new double[] {1, 2},
                                new double[] {first.mean(), second.mean()},
                                new double[] {first.standardError(), second.standardError()})))));
    }
}
