package org.novum.solarflare.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.disk.Coverage;
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.disk.DiskForecast;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.model.ShippedModels;
import org.novum.solarflare.region.OnnxNetwork;
import org.novum.solarflare.region.RegionForecast;

/** Issues forecasts from what was known at each issue time. */
public final class ForecastOperation extends FlareOperation<ForecastOperation.Input> {
    /** Seconds of the day at which the disk is forecast. */
    private static final long ISSUE = 30 * 60;

    /**
     * Its parameters.
     *
     * @param scope region or full-disk
     * @param srs table of sunspot groups
     * @param flares flare list
     * @param from first date
     * @param until date after the last
     * @param model file of a model
     */
    public record Input(
            @Parameter("what is forecast: region (the default), from magnetic parameters of patches; or full-disk, from sunspot groups and flares")
            Optional<String> scope,
            @NamesFile @Parameter("for full-disk: table of sunspot groups, if it is not among the data") Optional<String> srs,
            @NamesFile @Parameter("for full-disk: flare list, if it is not among the data") Optional<String> flares,
            @Parameter("for full-disk: first date forecast, yyyy-mm-dd, which the tables cover even if it is spotless; the first with a listed group if left out")
            Optional<String> from,
            @Parameter("for full-disk: date after the last one forecast, yyyy-mm-dd, which the tables cover even if it is spotless; the one after the last group or flare if left out")
            Optional<String> until,
            @NamesFile @Parameter("file of a model that solar-flare.train wrote, or, for region, a network of your own as .onnx; the shipped models if left out") Optional<String> model)
            implements Scoped {}

    /** The operation. */
    public ForecastOperation() {
        super(
                Input.class,
                new OperationCard(
                        "solar-flare.forecast",
                        "Forecasts flares from what was known at each issue time.",
                        "For region one row per row of the data: probability and alarm of a flare of class C, M and X or greater in"
                                + " the next 24 h. For full-disk one row per UTC day: probability of flares of class M and X or"
                                + " greater on that day and the two after it, issued at 00:30."));
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        return switch (Scope.of(parameters.scope())) {
            case REGION -> regions(parameters, data, context);
            case FULL_DISK -> disk(parameters, data, context);
        };
    }

    private static OperationResult regions(Input parameters, DataHandle data, StepContext context) {
        PatchRows rows = patches(data, context);
        RegionForecast forecast = forecast(parameters.model(), rows);
        List<ColumnCard> columns = new ArrayList<>(List.of(text("prefix"), text("arpnum"), text("t_end")));
        for (String name : List.of("p_c", "p_m", "p_x")) {
            columns.add(new ColumnCard(name, ColumnType.FLOAT64, Unit.ONE));
        }
        for (String name : List.of("alarm_c", "alarm_m", "alarm_x")) {
            columns.add(new ColumnCard(name, ColumnType.INT64, Unit.ONE));
        }
        List<List<Object>> table = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            List<Object> values = new ArrayList<>(List.of(rows.prefix()[row], rows.arpnum()[row], rows.issued()[row]));
            for (double[] of : forecast.probability()) {
                values.add(of[row]);
            }
            for (double[] of : forecast.alarm()) {
                values.add((long) of[row]);
            }
            table.add(values);
        }
        return new OperationResult.Table(columns, table);
    }

    /** By the shipped models, or by a model or network of the user's own. */
    private static RegionForecast forecast(Optional<String> own, PatchRows rows) {
        if (own.filter(OnnxNetwork::named).isEmpty()) {
            return RegionForecast.of(rows, ShippedModels.region(own));
        }
        try (OnnxNetwork network = OnnxNetwork.open(own.get())) {
            return network.forecast(rows);
        }
    }

    private static OperationResult disk(Input parameters, DataHandle data, StepContext context) {
        Wanted wanted = Wanted.of(parameters, context);
        GroupRows groups = GroupRows.read(data, present(context));
        FlareList flares = FlareList.read(data, present(context));
        Coverage covered = Coverage.of(groups, flares);
        DiskData known = diskData(
                data,
                groups,
                flares,
                covered.with(wanted.from().orElse(covered.first()), wanted.until().orElse(covered.last() + 1)));
        List<DiskModel> models = ShippedModels.disk(parameters.model());
        DiskForecast forecast = DiskForecast.of(known, models);
        List<ColumnCard> columns = new ArrayList<>(List.of(text("date")));
        for (String letter : List.of("m", "x")) {
            for (int ahead = 1; ahead <= 3; ahead++) {
                columns.add(new ColumnCard("p_" + letter + "_day" + ahead, ColumnType.FLOAT64, Unit.ONE));
            }
        }
        List<List<Object>> table = new ArrayList<>();
        for (int day = 0; day < forecast.days().length; day++) {
            int which = day;
            if (!wanted.holds(forecast.days()[day])) {
                continue;
            }
            List<Object> values = new ArrayList<>(List.of(UtcTime.date(forecast.days()[day])));
            Arrays.stream(forecast.probability()).flatMap(Arrays::stream).forEach(of -> values.add(of[which]));
            table.add(values);
        }
        return new OperationResult.Table(columns, table);
    }

    /**
     * Which days are asked for, days since 1970.
     *
     * @param from first
     * @param until after the last
     */
    private record Wanted(OptionalLong from, OptionalLong until) {
        static Wanted of(Input parameters, StepContext context) {
            Wanted wanted = new Wanted(day("from", parameters.from()), day("until", parameters.until()));
            long issue = (wanted.until.orElse(0) - 1) * UtcTime.DAY + ISSUE;
            if (issue > present(context)) {
                throw new IllegalArgumentException("until is " + parameters.until().orElseThrow()
                        + ", and the forecast of the day before it is not due yet; it is made at 00:30 UTC");
            }
            return wanted;
        }

        private static OptionalLong day(String name, Optional<String> date) {
            return date.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(UtcTime.day(EvaluateOperation.second(name, date.get())));
        }

        boolean holds(long day) {
            return day >= from.orElse(day) && day < until.orElse(day + 1);
        }
    }

    private static ColumnCard text(String name) {
        return new ColumnCard(name, ColumnType.TEXT, Unit.ONE);
    }
}
