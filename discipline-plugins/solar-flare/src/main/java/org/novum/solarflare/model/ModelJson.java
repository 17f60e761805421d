package org.novum.solarflare.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.solarflare.input.SolarFlareException;
import org.novum.solarflare.learn.Calibration;
import org.novum.solarflare.learn.Forest;
import org.novum.solarflare.learn.Isotonic;
import org.novum.solarflare.learn.Linear;
import org.novum.solarflare.learn.Platt;
import org.novum.solarflare.learn.Predictor;
import org.novum.solarflare.learn.Standard;

/** Numbers of models as JSON; a double is written with the digits that read back to the same bits. */
final class ModelJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ModelJson() {}

    static ArrayNode numbers(double[] values) {
        ArrayNode array = NODES.arrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    static double[] numbers(JsonNode node, String name) {
        JsonNode array = node.path(name);
        if (!array.isArray()) {
            throw broken(name, "is no list of numbers");
        }
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            if (!array.get(i).isNumber()) {
                throw broken(name, "holds " + array.get(i) + ", which is no number");
            }
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }

    static double number(JsonNode node, String name) {
        if (!node.path(name).isNumber()) {
            throw broken(name, "is no number");
        }
        return node.path(name).doubleValue();
    }

    static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw broken(name, "is no text");
        }
        return node.path(name).textValue();
    }

    static ArrayNode linear(Linear linear) {
        return numbers(linear.coefficients());
    }

    static Linear linear(JsonNode node, String name) {
        return new Linear(numbers(node, name));
    }

    static ObjectNode standard(Standard standard) {
        return NODES.objectNode().put("mean", standard.mean()).put("deviation", standard.deviation());
    }

    static Standard standard(JsonNode node) {
        return new Standard(number(node, "mean"), number(node, "deviation"));
    }

    static List<JsonNode> elements(JsonNode node, String name) {
        if (!node.path(name).isArray()) {
            throw broken(name, "is no list");
        }
        List<JsonNode> elements = new ArrayList<>();
        node.path(name).forEach(elements::add);
        return elements;
    }

    static SolarFlareException broken(String name, String problem) {
        return new SolarFlareException(
                ExitCode.DATA, "the model's " + name + " " + problem + "; train it again with solar-flare.train");
    }

    static void predictor(Predictor predictor, ObjectNode target) {
        switch (predictor) {
            case Linear linear -> target.set("coefficients", linear(linear));
            case Forest forest -> {
                target.set("roots", numbers(doubles(forest.roots())));
                target.set("weights", numbers(forest.weights()));
                target.set("feature", numbers(doubles(forest.nodes().feature())));
                target.set("value", numbers(forest.nodes().value()));
                target.set("atMost", numbers(doubles(forest.nodes().atMost())));
                target.set("above", numbers(doubles(forest.nodes().above())));
                target.put("offset", forest.calibration().offset()).put("slope", forest.calibration().slope());
            }
        }
    }

    static Predictor predictor(JsonNode node) {
        if (node.has("coefficients")) {
            return linear(node, "coefficients");
        }
        return new Forest(
                ints(node, "roots"),
                numbers(node, "weights"),
                new Forest.Nodes(ints(node, "feature"), numbers(node, "value"), ints(node, "atMost"), ints(node, "above")),
                new Platt(number(node, "offset"), number(node, "slope")));
    }

    static ObjectNode calibration(Calibration calibration) {
        ObjectNode node = NODES.objectNode();
        switch (calibration) {
            case Platt platt -> node.put("offset", platt.offset()).put("slope", platt.slope());
            case Isotonic isotonic -> {
                node.set("scores", numbers(isotonic.scores()));
                node.set("values", numbers(isotonic.values()));
            }
        }
        return node;
    }

    /** The calibration of a class, if it has one. */
    static Optional<Calibration> calibration(JsonNode member) {
        JsonNode node = member.path("calibration");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(node.has("scores")
                ? new Isotonic(numbers(node, "scores"), numbers(node, "values"))
                : new Platt(number(node, "offset"), number(node, "slope")));
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static int[] ints(JsonNode node, String name) {
        return Arrays.stream(numbers(node, name)).mapToInt(value -> (int) value).toArray();
    }
}
