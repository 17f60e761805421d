package org.novum.solarflare.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * SHA-256 of a model's document: of its fields by name, numbers by the bits of the double, so that neither white space nor
 * the order of fields nor the way a number is written changes it. It shows that a date of training, a threshold or a
 * coefficient was changed after training; it does not say by whom the model was trained.
 */
final class ModelDigest {
    /** The field that holds it. */
    static final String FIELD = "digest";

    private final MessageDigest digest;

    private ModelDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** Of all fields but {@value #FIELD}, in hexadecimal digits. */
    static String of(JsonNode file) {
        try {
            ModelDigest model = new ModelDigest(MessageDigest.getInstance("SHA-256"));
            for (String name : names(file)) {
                if (!name.equals(FIELD)) {
                    model.text("field", name);
                    model.node(file.path(name));
                }
            }
            return HexFormat.of().formatHex(model.digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static TreeSet<String> names(JsonNode node) {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void node(JsonNode node) {
        if (node.isObject()) {
            text("object", Integer.toString(node.size()));
            for (String name : names(node)) {
                text("field", name);
                node(node.path(name));
            }
        } else if (node.isArray()) {
            text("list", Integer.toString(node.size()));
            node.forEach(this::node);
        } else if (node.isNumber()) {
            // A zero loses its sign where it is written as a whole number.
            text("number", Long.toHexString(Double.doubleToLongBits(node.doubleValue() + 0.0)));
        } else {
            text("text", node.asText());
        }
    }

    /** Lengths keep one text from running into the next. */
    private void text(String kind, String text) {
        digest.update((kind + " " + text.length() + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
