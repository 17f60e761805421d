package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * A group of a study's options, read strictly: what is unknown or of the wrong kind is refused by name, never ignored.
 *
 * @param path of the group in the study file
 * @param node an object
 */
record OptionNode(String path, JsonNode node) {
    /** The options of a study; none at all are an empty group. */
    static OptionNode root(JsonNode options) {
        return group("options", options);
    }

    private static OptionNode group(String path, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return new OptionNode(path, JsonNodeFactory.instance.objectNode());
        }
        if (!node.isObject()) {
            throw new NovumException(ExitCode.CONFIGURATION, path + ": give a group of options, not " + node);
        }
        return new OptionNode(path, node);
    }

    /** The same, unless it has a key that is none of these. */
    OptionNode allowing(Collection<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw wrong(name, "there is no such option; known are " + new TreeSet<>(names));
            }
        });
        return this;
    }

    /** A group within this one. */
    OptionNode group(String name, Collection<String> names) {
        return group(path + "." + name, node.path(name)).allowing(names);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A finite number. */
    double number(String name, double otherwise) {
        return has(name) ? finite(name, node.get(name)) : otherwise;
    }

    int whole(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        double value = finite(name, node.get(name));
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw wrong(name, "give a whole number, not " + node.get(name));
        }
        return (int) value;
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (!node.get(name).isBoolean()) {
            throw wrong(name, "give true or false, not " + node.get(name));
        }
        return node.get(name).booleanValue();
    }

    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isTextual() || node.get(name).textValue().isBlank()) {
            throw wrong(name, "give a text, not " + node.get(name));
        }
        return Optional.of(node.get(name).textValue());
    }

    /** A list of finite numbers. */
    Optional<List<Double>> numbers(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode list = node.get(name);
        if (!list.isArray()) {
            throw wrong(name, "give a list of numbers, not " + list);
        }
        List<Double> numbers = new ArrayList<>();
        list.forEach(item -> numbers.add(finite(name, item)));
        return Optional.of(numbers);
    }

    private double finite(String name, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name, "give finite numbers only, not " + value);
        }
        return value.doubleValue();
    }

    NovumException wrong(String option, String what) {
        return new NovumException(ExitCode.CONFIGURATION, path + "." + option + ": " + what);
    }
}
