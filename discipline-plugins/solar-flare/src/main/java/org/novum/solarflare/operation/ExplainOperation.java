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
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.disk.DiskExplanation;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.model.ShippedModels;
import org.novum.solarflare.region.RegionExplanation;
import org.novum.solarflare.region.RegionModel;

/** Says what a forecast is made of. */
public final class ExplainOperation extends FlareOperation<ExplainOperation.Input> {
    /**
     * Its parameters.
     *
     * @param least class
     * @param scope region or full-disk
     * @param day ahead
     * @param srs table of sunspot groups
     * @param flares flare list
     * @param model file of a model
     */
    public record Input(
            @Parameter("class whose forecast is explained: C (region alone), M (the default) or X") Optional<String> least,
            @Parameter("what is forecast: region (the default) or full-disk") Optional<String> scope,
            @Parameter("for full-disk: day that is forecast, 1 (the default, that of issue), 2 or 3") Optional<Integer> day,
            @NamesFile @Parameter("for full-disk: table of sunspot groups, if it is not among the data") Optional<String> srs,
            @NamesFile @Parameter("for full-disk: flare list, if it is not among the data") Optional<String> flares,
            @NamesFile @Parameter("file of a model that solar-flare.train wrote; the shipped models if left out") Optional<String> model)
            implements Scoped {}

    /** The operation. */
    public ExplainOperation() {
        super(
                Input.class,
                new OperationCard(
                        "solar-flare.explain",
                        "Takes forecasts apart: how much each topic or feature adds to the log odds.",
                        "One row per row of the data: the log odds of a region of average features, what flux, area, inversion line,"
                                + " gradient, recent flares, disk activity and their interactions add, and the probability. For full-disk one"
                                + " row per UTC day: what each feature of the groups and of the flares before adds."));
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        return switch (Scope.of(parameters.scope())) {
            case REGION -> regions(parameters, data, context);
            case FULL_DISK -> disk(parameters, data, context);
        };
    }

    private static int of(List<FlareClass> classes, Input parameters) {
        String word = parameters.least().orElse("M");
        List<String> names = classes.stream().map(FlareClass::name).toList();
        if (!names.contains(word)) {
            throw new IllegalArgumentException("least is " + word + "; it is one of " + String.join(", ", names));
        }
        return names.indexOf(word);
    }

    private static OperationResult disk(Input parameters, DataHandle data, StepContext context) {
        int c = of(DiskModel.CLASSES, parameters);
        int day = parameters.day().orElse(1);
        if (day < 1 || day > 3) {
            throw new IllegalArgumentException("day is " + day + "; it is 1, 2 or 3");
        }
        DiskData known = diskData(data, context);
        long[] days = known.days();
        double[][] parts = DiskExplanation.of(known, ShippedModels.disk(parameters.model()), c, day - 1);
        List<ColumnCard> columns = new ArrayList<>(List.of(new ColumnCard("date", ColumnType.TEXT, Unit.ONE)));
        DiskExplanation.COLUMNS.forEach(name -> columns.add(new ColumnCard(name, ColumnType.FLOAT64, Unit.ONE)));
        List<List<Object>> table = new ArrayList<>(parts.length);
        for (int row = 0; row < parts.length; row++) {
            List<Object> values = new ArrayList<>(List.of(UtcTime.date(days[row])));
            for (double part : parts[row]) {
                values.add(part);
            }
            table.add(values);
        }
        return new OperationResult.Table(columns, table);
    }

    private static OperationResult regions(Input parameters, DataHandle data, StepContext context) {
        int c = of(RegionModel.CLASSES, parameters);
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
