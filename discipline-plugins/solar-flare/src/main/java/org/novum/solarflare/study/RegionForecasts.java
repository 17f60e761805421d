package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.Layout;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.model.ModelCard;
import org.novum.solarflare.model.ModelFile;
import org.novum.solarflare.region.RegionForecast;
import org.novum.solarflare.region.RegionModel;
import org.novum.solarflare.region.RegionRecipes;
import org.novum.solarflare.region.RegionTrainer;
import org.novum.solarflare.score.Episodes;
import org.novum.solarflare.score.Sample;

/**
 * Claims about single regions.
 *
 * @param cut seconds since 1970: training rows lie before it
 */
record RegionForecasts(long cut) implements Forecasts {
    private static final double[] INDEX = {1, 10, 100};

    /** Rows of the future were refused before anything was registered; no later step may know the time. */
    private static final long PRESENT = Long.MAX_VALUE;

    @Override
    public ObjectNode train(List<FlareClaim> claims, DataHandle exploration, StepContext context) {
        PatchRows rows = PatchRows.read(exploration, PRESENT);
        RegionTrainer trainer = new RegionTrainer(rows, PatchRows.labels(exploration));
        ObjectNode models = JsonNodeFactory.instance.objectNode();
        for (String name : claims.stream().map(FlareClaim::recipe).distinct().toList()) {
            RegionTrainer.Trained trained =
                    trainer.train(cut, RegionRecipes.named(name), context);
            models.set(name, ModelFile.of(
                    trained.model(), ModelCard.of(trained, Layout.PATCHES.parts(exploration.card()))));
        }
        return models;
    }

    @Override
    public Confirmation confirm(JsonNode models, DataHandle confirmation, StepContext context) {
        PatchRows rows = PatchRows.read(confirmation, PRESENT);
        if (rows.size() == 0) {
            return claim -> Optional.empty();
        }
        @Nullable FlareClass[] labels = PatchRows.labels(confirmation);
        Map<String, RegionModel> byRecipe = new TreeMap<>();
        Map<String, RegionForecast> forecasts = new TreeMap<>();
        models.properties().forEach(model -> {
            RegionModel read = ModelFile.region(model.getValue());
            byRecipe.put(model.getKey(), read);
            forecasts.put(model.getKey(), RegionForecast.of(rows, List.of(read)));
        });
        return claim -> {
            int c = RegionModel.CLASSES.indexOf(claim.least());
            RegionForecast forecast = forecasts.get(claim.recipe());
            double[] events = Arrays.stream(labels)
                    .mapToDouble(label -> label != null && label.compareTo(claim.least()) >= 0 ? 1 : 0)
                    .toArray();
            Sample ours = new Sample(forecast.probability()[c], events, forecast.alarm()[c], rows.patch());
            double[] climatology = new double[events.length];
            Arrays.fill(climatology, byRecipe.get(claim.recipe()).classes().get(c).baseRate());
            double[] persistence =
                    Arrays.stream(rows.flareIndex()).map(index -> index >= INDEX[c] ? 1 : 0).toArray();
            return Optional.of(new Compared(
                    ours,
                    new TreeMap<>(Map.of(
                            "climatology", ours.with(climatology, new double[events.length]),
                            "persistence", ours.with(persistence, persistence))),
                    Episodes.of(ours, Arrays.stream(rows.time()).asDoubleStream().toArray())));
        };
    }
}
