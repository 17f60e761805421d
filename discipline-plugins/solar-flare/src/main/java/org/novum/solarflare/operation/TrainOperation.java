package org.novum.solarflare.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.disk.DiskTrainer;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.Layout;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.model.ModelCard;
import org.novum.solarflare.model.ModelFile;
import org.novum.solarflare.region.RegionRecipes;
import org.novum.solarflare.region.RegionTrainer;

/** Trains a model on what was known before a date. */
public final class TrainOperation extends FlareOperation<TrainOperation.Input> {
    /**
     * Its parameters.
     *
     * @param scope region or full-disk
     * @param before date
     * @param recipe features of all classes
     * @param srs table of sunspot groups
     * @param flares flare list
     */
    public record Input(
            @Parameter("date yyyy-mm-dd; nothing of that day or later is looked at") String before,
            @Parameter("what is forecast: region (the default) or full-disk") Optional<String> scope,
            @Parameter("for region: features and kind of model, of SNAPSHOT, COMPACT, SPLINE, HISTORY, STACKED, FOREST, BOOSTED, each also with _PLATT or _ISOTONIC; if left out SPLINE_PLATT for C, SPLINE for M, COMPACT for X")
            Optional<String> recipe,
            @NamesFile @Parameter("for full-disk: table of sunspot groups, if it is not among the data") Optional<String> srs,
            @NamesFile @Parameter("for full-disk: flare list, if it is not among the data") Optional<String> flares)
            implements Scoped {}

    /** The operation. */
    public TrainOperation() {
        super(
                Input.class,
                new OperationCard(
                        "solar-flare.train",
                        "Trains a model on rows before a date; regions seen in the fortnight before it are left out.",
                        "The model with its card: digests of the data, split, scores on unseen stretches of time, intended use."));
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        long cut = UtcTime.parse(parameters.before())
                .orElseThrow(() -> new IllegalArgumentException(
                        "before is " + parameters.before() + "; write a date as yyyy-mm-dd"));
        return new OperationResult.Document(
                switch (Scope.of(parameters.scope())) {
                    case REGION -> region(cut, recipes(parameters), data, context);
                    case FULL_DISK -> disk(UtcTime.day(cut), data, context);
                });
    }

    private static RegionRecipes recipes(Input parameters) {
        return parameters.recipe().map(RegionRecipes::named).orElse(RegionRecipes.USUAL);
    }

    private static ObjectNode region(
            long cut, RegionRecipes recipes, DataHandle data, StepContext context) {
        PatchRows rows = patches(data, context);
        @Nullable FlareClass[] labels = PatchRows.labels(data);
        PatchRows.requireFlares(data, labels);
        RegionTrainer.Trained trained =
                new RegionTrainer(rows, labels).train(cut, recipes, context);
        return ModelFile.of(trained.model(), ModelCard.of(trained, Layout.PATCHES.parts(data.card())));
    }

    private static ObjectNode disk(long cut, DataHandle data, StepContext context) {
        DiskData known = diskData(data, context);
        DiskTrainer trainer = new DiskTrainer(known);
        DiskModel model = trainer.train(cut, context);
        List<DataPart> parts = Stream.of(Layout.GROUPS, Layout.FLARES)
                .flatMap(layout -> layout.parts(data.card()).stream())
                .toList();
        return ModelFile.of(model, ModelCard.of(known, trainer.unseen(cut, context), parts));
    }
}
