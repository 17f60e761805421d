package org.novum.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A node and where it stands, so that a complaint can name the place. */
record Place(String path, JsonNode node) {
    Place at(String name) {
        JsonNode child = node.get(name);
        if (child == null) {
            throw new IllegalArgumentException(path + "/" + name + " is missing");
        }
        return new Place(path + "/" + name, child);
    }

    List<Place> elements() {
        require(node.isArray(), "a list");
        List<Place> places = new ArrayList<>();
        node.forEach(element -> places.add(new Place(path + "/" + places.size(), element)));
        return places;
    }

    Map<String, Place> fields() {
        require(node.isObject(), "an object");
        Map<String, Place> places = new TreeMap<>();
        node.properties()
                .forEach(field -> places.put(
                        field.getKey(), new Place(path + "/" + field.getKey(), field.getValue())));
        return places;
    }

    String text() {
        require(node.isTextual(), "a text");
        return node.textValue();
    }

    long integer() {
        require(node.isIntegralNumber() && node.canConvertToLong(), "a whole number");
        return node.longValue();
    }

    double number() {
        require(node.isNumber(), "a number");
        return node.doubleValue();
    }

    @Nullable Double numberOrNull() {
        return node.isNull() ? null : (Double) number();
    }

    boolean truth() {
        require(node.isBoolean(), "true or false");
        return node.booleanValue();
    }

    private void require(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(path + " is not " + expected);
        }
    }
}
