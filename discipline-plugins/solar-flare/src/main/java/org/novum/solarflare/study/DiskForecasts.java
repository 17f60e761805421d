package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.disk.DiskForecast;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.disk.DiskTrainer;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.Layout;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.model.ModelCard;
import org.novum.solarflare.model.ModelFile;
import org.novum.solarflare.score.Episodes;
import org.novum.solarflare.score.Sample;

/**
 * Claims about the whole disk.
 *
 * @param cut days since 1970: training days lie before it
 */
record DiskForecasts(long cut) implements Forecasts {
    private static final long FORTNIGHT = 14;

    /** Rows of the future were refused before anything was registered; no later step may know the time. */
    private static final long PRESENT = Long.MAX_VALUE;

    @Override
    public ObjectNode train(List<FlareClaim> claims, DataHandle exploration, StepContext context) {
        DiskData data = read(exploration);
        DiskTrainer trainer = new DiskTrainer(data, classes(claims));
        DiskModel model = trainer.train(cut, context);
        var parts = Stream.of(Layout.GROUPS, Layout.FLARES)
                .flatMap(layout -> layout.parts(exploration.card()).stream())
                .toList();
        ObjectNode models = JsonNodeFactory.instance.objectNode();
        models.set(
                FlareOptions.LAYERED, ModelFile.of(model, ModelCard.of(data, trainer.unseen(cut, context), parts)));
        return models;
    }

    /** C is trained where it is claimed; the coefficients for M and X are the same with it and without. */
    private static List<FlareClass> classes(List<FlareClaim> claims) {
        return claims.stream().anyMatch(claim -> !DiskModel.CLASSES.contains(claim.least()))
                ? DiskModel.CLAIMABLE
                : DiskModel.CLASSES;
    }

    private static DiskData read(DataHandle data) {
        return new DiskData(GroupRows.read(data, PRESENT), FlareList.read(data, PRESENT));
    }

    @Override
    public Confirmation confirm(JsonNode models, DataHandle confirmation, StepContext context) {
        GroupRows groups = GroupRows.read(confirmation, PRESENT);
        if (groups.size() == 0) {
            return claim -> Optional.empty();
        }
        DiskData data = new DiskData(groups, FlareList.read(confirmation, PRESENT));
        DiskModel model = ModelFile.disk(models.path(FlareOptions.LAYERED));
        DiskForecast forecast = DiskForecast.of(data, List.of(model));
        int[] days = IntStream.range(0, data.days().length - 2).toArray();
        long[] group = Arrays.stream(days).mapToLong(day -> data.days()[day] / FORTNIGHT).toArray();
        return claim -> {
            int c = model.classes().indexOf(claim.least());
            double level = model.reference().climatology()[c];
            double[] events = Design.pick(data.events(claim.least(), claim.day() - 1), days);
            double[] climatology = new double[data.days().length];
            Arrays.fill(climatology, level);
            Map<String, Sample> references = new TreeMap<>();
            Map.of(
                            "climatology", climatology,
                            "persistence", data.persistence(claim.least()),
                            "McIntosh-Poisson", model.reference().poisson(data, c))
                    .forEach((name, of) -> references.put(name, sample(Design.pick(of, days), events, level, group)));
            double[] ours = Design.pick(forecast.probability()[c][claim.day() - 1], days);
            Sample scored = sample(ours, events, level, group);
            return Optional.of(new Compared(scored, references, Episodes.ofRows(scored)));
        };
    }

    private static Sample sample(double[] probability, double[] events, double level, long[] group) {
        return new Sample(
                probability, events, Arrays.stream(probability).map(p -> p >= level ? 1 : 0).toArray(), group);
    }
}
