package org.novum.solarflare.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.model.ShippedModels;
import org.novum.solarflare.region.RegionExplanation;
import org.novum.solarflare.region.RegionModel;

/** Says what a forecast of a region is made of. */
public final class ExplainOperation extends FlareOperation<ExplainOperation.Input> {
    /**
     * Its parameters.
     *
     * @param least class
     * @param model file of a model
     */
    public record Input(
            @Parameter("class whose forecast is explained: C, M (the default) or X") Optional<String> least,
            @NamesFile @Parameter("file of a model that solar-flare.train wrote; the shipped models if left out") Optional<String> model) {}

    /** The operation. */
    public ExplainOperation() {
        super(
                Input.class,
                new OperationCard(
                        "solar-flare.explain",
                        "Takes forecasts of regions apart: how much each topic adds to the log odds.",
                        "One row per row of the data: the log odds of a region of average features, what flux, area, inversion line,"
                                + " gradient, recent flares, disk activity and their interactions add, and the probability."));
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        String word = parameters.least().orElse("M");
        int c = RegionModel.CLASSES.stream().map(FlareClass::name).toList().indexOf(word);
        if (c < 0) {
            throw new IllegalArgumentException("least is " + word + "; it is C, M or X");
        }
        PatchRows rows = patches(data, context);
        List<RegionModel> models = ShippedModels.region(parameters.model());
        List<ColumnCard> columns = new ArrayList<>();
        for (String name : List.of("prefix", "arpnum", "t_end")) {
            columns.add(new ColumnCard(name, ColumnType.TEXT, Unit.ONE));
        }
        for (String name : RegionExplanation.COLUMNS) {
            columns.add(new ColumnCard(name, ColumnType.FLOAT64, Unit.ONE));
        }
        double[][] parts = RegionExplanation.of(rows, models, c);
        List<List<Object>> table = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            List<Object> values = new ArrayList<>(List.of(rows.prefix()[row], rows.arpnum()[row], rows.issued()[row]));
            for (double part : parts[row]) {
                values.add(part);
            }
            table.add(values);
        }
        return new OperationResult.Table(columns, table);
    }
}
