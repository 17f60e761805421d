package org.novum.solarflare.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.solarflare.disk.ClassRates;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.region.RegionModel;
import org.novum.solarflare.region.RegionModels;

/** Trained models as JSON documents: {@code kind}, {@code trainedBefore}, {@code card}, {@code model} and {@code digest}. */
public final class ModelFile {
    /** Kind of the models of regions. */
    public static final String REGION = "solar-flare/region/1";

    /** Kind of the models of the whole disk. */
    public static final String DISK = "solar-flare/full-disk/2";

    /** Classes of a model of the disk, where they are not {@link DiskModel#CLASSES}. */
    private static final String LEASTS = "leasts";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ModelFile() {}

    /** A model of regions with its card. */
    public static ObjectNode of(RegionModel model, ObjectNode card) {
        ObjectNode file = head(REGION, UtcTime.day(model.cut()), card);
        ObjectNode body = file.putObject("model");
        RegionModels.scales(model).forEach((instrument, scales) -> {
            ObjectNode node = body.putObject(instrument);
            scales.forEach((feature, scale) -> node.set(feature, ModelJson.standard(scale)));
        });
        ArrayNode classes = body.putArray("classes");
        for (RegionModel.Member member : model.classes()) {
            ObjectNode node = classes.addObject();
            node.put("recipe", member.recipe().name());
            node.put("threshold", member.threshold());
            node.put("baseRate", member.baseRate());
            node.set("means", ModelJson.numbers(member.means()));
            ModelJson.predictor(member.predictor(), node);
            member.calibration().ifPresent(calibration -> node.set("calibration", ModelJson.calibration(calibration)));
        }
        return file.put(ModelDigest.FIELD, ModelDigest.of(file));
    }

    /** A model of the whole disk with its card. */
    public static ObjectNode of(DiskModel model, ObjectNode card) {
        ObjectNode file = head(DISK, model.cut(), card);
        ObjectNode body = file.putObject("model");
        if (!model.classes().equals(DiskModel.CLASSES)) {
            ArrayNode leasts = body.putArray(LEASTS);
            model.classes().forEach(least -> leasts.add(least.name()));
        }
        ArrayNode ahead = body.putArray("ahead");
        for (DiskModel.Member member : model.ahead()) {
            ObjectNode node = ahead.addObject();
            node.set("rateM", ModelJson.linear(member.rateM()));
            node.set("rateC", ModelJson.linear(member.rateC()));
            ArrayNode scales = node.putArray("scales");
            member.scales().forEach(scale -> scales.add(ModelJson.standard(scale)));
            ArrayNode classes = node.putArray("classes");
            member.classes().forEach(linear -> classes.addObject().set("coefficients", ModelJson.linear(linear)));
        }
        ObjectNode reference = body.putObject("reference");
        reference.set("climatology", ModelJson.numbers(model.reference().climatology()));
        reference.set("unplaced", ModelJson.numbers(model.reference().unplaced()));
        ObjectNode rates = reference.putObject("rates");
        model.reference().rates().forEach((group, rate) -> rates.set(group, ModelJson.numbers(rate)));
        return file.put(ModelDigest.FIELD, ModelDigest.of(file));
    }

    private static ObjectNode head(String kind, long day, ObjectNode card) {
        ObjectNode file = NODES.objectNode();
        file.put("kind", kind).put("trainedBefore", UtcTime.date(day));
        file.set("card", card);
        return file;
    }

    /** Reads a model of regions. */
    public static RegionModel region(JsonNode file) {
        JsonNode body = body(file, REGION);
        List<RegionModel.Member> classes = ModelJson.elements(body, "classes").stream()
                .map(node -> new RegionModel.Member(
                        RegionModels.recipe(ModelJson.text(node, "recipe")),
                        ModelJson.predictor(node),
                        ModelJson.calibration(node),
                        ModelJson.number(node, "threshold"),
                        ModelJson.number(node, "baseRate"),
                        ModelJson.numbers(node, "means")))
                .toList();
        return RegionModels.of(
                day(file) * UtcTime.DAY,
                (instrument, feature) -> ModelJson.standard(body.path(instrument).path(feature)),
                classes);
    }

    /** Reads a model of the whole disk. */
    public static DiskModel disk(JsonNode file) {
        JsonNode body = body(file, DISK);
        List<DiskModel.Member> ahead = ModelJson.elements(body, "ahead").stream()
                .map(node -> new DiskModel.Member(
                        ModelJson.linear(node, "rateM"),
                        ModelJson.linear(node, "rateC"),
                        ModelJson.elements(node, "scales").stream().map(ModelJson::standard).toList(),
                        ModelJson.elements(node, "classes").stream()
                                .map(of -> ModelJson.linear(of, "coefficients"))
                                .toList()))
                .toList();
        JsonNode reference = body.path("reference");
        Map<String, double[]> rates = new TreeMap<>();
        reference.path("rates").fieldNames().forEachRemaining(group ->
                rates.put(group, ModelJson.numbers(reference.path("rates"), group)));
        return new DiskModel(
                day(file),
                leasts(body),
                ahead,
                new ClassRates(
                        ModelJson.numbers(reference, "climatology"), rates, ModelJson.numbers(reference, "unplaced")));
    }

    private static List<FlareClass> leasts(JsonNode body) {
        return body.has(LEASTS)
                ? ModelJson.elements(body, LEASTS).stream().map(ModelFile::least).toList()
                : DiskModel.CLASSES;
    }

    private static FlareClass least(JsonNode name) {
        return DiskModel.CLAIMABLE.stream()
                .filter(least -> least.name().equals(name.asText()))
                .findFirst()
                .orElseThrow(() -> ModelJson.broken(LEASTS, "holds " + name + ", which no model forecasts"));
    }

    private static JsonNode body(JsonNode file, String kind) {
        if (!ModelJson.text(file, "kind").equals(kind)) {
            throw ModelJson.broken("kind", "is " + file.path("kind") + ", not " + kind);
        }
        if (!ModelJson.text(file, ModelDigest.FIELD).equals(ModelDigest.of(file))) {
            throw ModelJson.broken(
                    ModelDigest.FIELD, "is not that of its content: the file was changed since it was written");
        }
        return file.path("model");
    }

    private static long day(JsonNode file) {
        String date = ModelJson.text(file, "trainedBefore");
        return UtcTime.day(UtcTime.parse(date).orElseThrow(() -> ModelJson.broken("trainedBefore", "is no date")));
    }
}
