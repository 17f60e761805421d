package org.novum.spectra.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.parameter.StarModelJson;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.SpectraException;

/**
 * Templates as JSON: a card, and per class the vectors as base64 of little-endian 32-bit floating-point numbers.
 *
 * <p>Only the pixels that were trained are stored; outside them the first vector goes on at its edge, the others are 0.
 */
public final class TemplateFile {
    private static final String FORMAT = "novum-spectra-templates";
    private static final int VERSION = 1;
    private static final String SHIPPED = "/org/novum/spectra/template/templates.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TemplateFile() {}

    /**
     * Writes templates.
     *
     * @param templates one per class
     * @param stars of known parameters, if there are any
     * @param card what they were made of and what they are for
     */
    public static ObjectNode of(List<Template> templates, Optional<StarModel> stars, ObjectNode card) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("format", FORMAT).put("version", VERSION);
        file.set("card", card);
        ArrayNode list = file.putArray("templates");
        templates.forEach(template -> list.add(json(template)));
        stars.ifPresent(model -> file.set("stars", StarModelJson.of(model)));
        return file;
    }

    private static ObjectNode json(Template template) {
        double[] mean = template.vectors()[0];
        int first = 1;
        while (first < mean.length - 1 && mean[first] == mean[0]) {
            first++;
        }
        int end = mean.length - 1;
        while (end > first + 1 && mean[end - 1] == mean[mean.length - 1]) {
            end--;
        }
        // One pixel beyond each side carries the level of the edge.
        first--;
        end++;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("class", template.spectralClass().name()).put("firstPixel", first);
        json.set("mean", numbers(template.mean()));
        ArrayNode covariance = json.putArray("covariance");
        for (double[] row : template.covariance()) {
            covariance.add(numbers(row));
        }
        vectors(json, template.vectors(), first, end);
        template.velocity().ifPresent(basis -> {
            ObjectNode velocity = json.putObject("velocity").put("firstPixel", basis.first());
            vectors(velocity, basis.vectors(), basis.first(), basis.end());
        });
        return json;
    }

    private static void vectors(ObjectNode json, double[][] vectors, int first, int end) {
        ArrayNode texts = json.putArray("vectors");
        for (double[] vector : vectors) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * (end - first)).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = first; i < end; i++) {
                bytes.putFloat((float) vector[i]);
            }
            texts.add(Base64.getEncoder().encodeToString(bytes.array()));
        }
    }

    private static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    /** The templates that Novum ships. */
    public static List<Template> shipped() {
        return read(shippedJson(), SHIPPED);
    }

    /** The labelled stars that Novum ships. */
    public static StarModel shippedStars() {
        return StarModelJson.read(shippedJson().path("stars"));
    }

    /**
     * The labelled stars of a file of the user's own.
     *
     * @throws SpectraException if the file cannot be read or holds none
     */
    public static StarModel stars(String path) {
        JsonNode stars = json(path).path("stars");
        if (stars.isEmpty()) {
            throw new SpectraException(path + ": no stars of known parameters were trained; give spectra.train truth with"
                    + " teff, logg and feh");
        }
        return StarModelJson.read(stars);
    }

    /**
     * The labelled stars of a file of the user's own, if it holds any.
     *
     * @throws SpectraException if the file cannot be read
     */
    public static Optional<StarModel> starsIfAny(String path) {
        JsonNode stars = json(path).path("stars");
        return stars.isEmpty() ? Optional.empty() : Optional.of(StarModelJson.read(stars));
    }

    private static JsonNode shippedJson() {
        try (InputStream stream = TemplateFile.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new IllegalStateException("the program was built without " + SHIPPED);
            }
            return MAPPER.readTree(stream);
        } catch (IOException broken) {
            throw new IllegalStateException("the program holds a broken " + SHIPPED, broken);
        }
    }

    /**
     * Templates of the user's own.
     *
     * @throws SpectraException if the file cannot be read or is none of templates
     */
    public static List<Template> file(String path) {
        return read(json(path), path);
    }

    private static JsonNode json(String path) {
        try {
            return MAPPER.readTree(Files.readAllBytes(Path.of(path)));
        } catch (JsonProcessingException other) {
            throw new SpectraException(path + ": this is no file of templates that spectra.train wrote; make one with it, or name"
                    + " templates of a survey as dataset:NAME or with a name that ends in .fits");
        } catch (IOException broken) {
            throw new SpectraException(
                    path + ": templates cannot be read (" + broken.getMessage() + "); make them with spectra.train");
        }
    }

    private static List<Template> read(JsonNode file, String path) {
        if (!FORMAT.equals(file.path("format").asText()) || file.path("version").asInt() != VERSION) {
            throw new SpectraException(path + ": this is no file of templates of version " + VERSION
                    + "; make one with spectra.train");
        }
        List<Template> templates = new ArrayList<>();
        file.path("templates").forEach(json -> templates.add(template(json)));
        return templates;
    }

    private static Template template(JsonNode json) {
        int first = json.path("firstPixel").asInt();
        List<double[]> vectors = new ArrayList<>();
        for (JsonNode text : json.path("vectors")) {
            double[] stored = stored(text);
            double[] vector = placed(stored, first);
            Arrays.fill(vector, 0, first, vector[first]);
            Arrays.fill(vector, first + stored.length, vector.length, vector[first + stored.length - 1]);
            vectors.add(vector);
        }
        List<double[]> covariance = new ArrayList<>();
        json.path("covariance").forEach(row -> covariance.add(numbers(row)));
        return new Template(
                SpectralClass.valueOf(json.path("class").asText()),
                vectors.toArray(double[][]::new),
                numbers(json.path("mean")),
                covariance.toArray(double[][]::new))
                .placedBy(velocity(json.path("velocity")));
    }

    private static Optional<VelocityBasis> velocity(JsonNode json) {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        int first = json.path("firstPixel").asInt();
        List<double[]> vectors = new ArrayList<>();
        int end = first;
        for (JsonNode text : json.path("vectors")) {
            double[] stored = stored(text);
            end = first + stored.length;
            vectors.add(placed(stored, first));
        }
        return Optional.of(new VelocityBasis(vectors.toArray(double[][]::new), first, end));
    }

    private static double[] stored(JsonNode text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text.asText())).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.remaining() / 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getFloat();
        }
        return values;
    }

    private static double[] placed(double[] stored, int first) {
        double[] vector = new double[LogGrid.REST_PIXELS];
        System.arraycopy(stored, 0, vector, first, stored.length);
        return vector;
    }

    private static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }
}
