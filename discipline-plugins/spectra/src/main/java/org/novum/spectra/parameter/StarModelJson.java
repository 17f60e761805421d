package org.novum.spectra.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A {@link StarModel} as JSON: per labelled star its labels, and its features as base64 of 32-bit numbers. */
public final class StarModelJson {
    private StarModelJson() {}

    /** Writes a model. */
    public static ArrayNode of(StarModel model) {
        ArrayNode stars = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < model.labels().size(); i++) {
            StarLabels labels = model.labels().get(i);
            double[] features = model.features().get(i);
            ByteBuffer bytes = ByteBuffer.allocate(4 * features.length).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : features) {
                bytes.putFloat((float) value);
            }
            stars.addObject()
                    .put("teff", labels.temperature())
                    .put("logg", labels.gravity())
                    .put("feh", labels.metallicity())
                    .put("features", Base64.getEncoder().encodeToString(bytes.array()));
        }
        return stars;
    }

    /** Reads a model. */
    public static StarModel read(JsonNode stars) {
        List<double[]> features = new ArrayList<>();
        List<StarLabels> labels = new ArrayList<>();
        for (JsonNode star : stars) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(star.path("features").asText()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            double[] values = new double[bytes.remaining() / 4];
            for (int k = 0; k < values.length; k++) {
                values[k] = bytes.getFloat();
            }
            features.add(values);
            labels.add(new StarLabels(
                    star.path("teff").asDouble(), star.path("logg").asDouble(), star.path("feh").asDouble()));
        }
        return new StarModel(features, labels);
    }
}
