package org.novum.disciplinetemplate;

import java.util.ArrayList;
import java.util.List;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;

/** Counts, means and standard errors of two groups in every part. */
final class SummaryOperation implements Operation<SummaryOperation.Input> {
    /**
     * Its parameters.
     *
     * @param response column of the quantity
     * @param group column of the groups
     * @param first a group
     * @param second another group
     */
    record Input(
            @Parameter("column of the quantity") String response,
            @Parameter("text column that says which group a row belongs to") String group,
            @Parameter("a group") String first,
            @Parameter("another group") String second) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "mean-shift.summary",
                "Counts the rows of two groups and gives their means and standard errors.",
                "One row per part and group; mean and standard error in the unit of the response.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        Unit unit = data.card().parts().stream()
                .flatMap(part -> part.column(parameters.response()).stream())
                .map(ColumnCard::unit)
                .findFirst()
                .orElse(Unit.ONE);
        List<List<Object>> rows = new ArrayList<>();
        for (DataPart part : data.card().parts()) {
            MeanShift claim = new MeanShift(
                    part.name(), parameters.response(), parameters.group(), parameters.first(), parameters.second());
            Groups groups = Groups.read(data, claim);
            rows.add(row(part, parameters.first(), Sample.of(groups.first())));
            rows.add(row(part, parameters.second(), Sample.of(groups.second())));
        }
        return new OperationResult.Table(
                List.of(
                        new ColumnCard("part", ColumnType.TEXT, Unit.ONE),
                        new ColumnCard("group", ColumnType.TEXT, Unit.ONE),
                        new ColumnCard("count", ColumnType.INT64, Unit.COUNT),
                        new ColumnCard("mean", ColumnType.FLOAT64, unit),
                        new ColumnCard("standard_error", ColumnType.FLOAT64, unit)),
                rows);
    }

    private static List<Object> row(DataPart part, String group, Sample sample) {
        double error = sample.count() == 0 ? 0 : sample.standardError();
        return List.of(part.name(), group, (long) sample.count(), sample.mean(), error);
    }
}
