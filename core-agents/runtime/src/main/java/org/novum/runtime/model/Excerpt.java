package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novum.api.discipline.OperationResult;
import org.novum.journal.CanonicalJson;

/** What a model is shown of an operation's result: first rows and a summary, never bulk. */
public final class Excerpt {
    /** No excerpt is longer, in characters of JSON. */
    public static final int MOST = 4000;

    private static final int ROWS = 10;
    private static final int TEXT = 300;
    private static final int DEPTH = 8;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Excerpt() {}

    /** The excerpt; the same result gives the same one. */
    public static JsonNode of(OperationResult result) {
        JsonNode whole = switch (result) {
            case OperationResult.Document(JsonNode content) -> content;
            case OperationResult.Table table -> table(table);
            case OperationResult.Gallery gallery -> gallery(gallery);
        };
        for (int rows = ROWS; rows > 0; rows /= 2) {
            JsonNode excerpt = cut(whole, rows, DEPTH);
            if (excerpt.toString().length() <= MOST) {
                return excerpt;
            }
        }
        return NODES.objectNode().put("cut", "the result is too large to be shown; ask for less");
    }

    private static JsonNode table(OperationResult.Table table) {
        ObjectNode excerpt = NODES.objectNode().put("rows", table.rows().size());
        ArrayNode columns = excerpt.putArray("columns");
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            ObjectNode summary = columns.addObject();
            summary.put("name", table.columns().get(i).name()).put("unit", table.columns().get(i).unit().symbol());
            double[] numbers = table.rows().stream()
                    .map(row -> row.get(column))
                    .filter(Number.class::isInstance)
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .filter(Double::isFinite)
                    .toArray();
            if (numbers.length > 0) {
                summarise(summary, numbers);
            }
        }
        excerpt.set("first", CanonicalJson.tree(head(table.rows())));
        return excerpt;
    }

    private static void summarise(ObjectNode summary, double[] numbers) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double number : numbers) {
            least = Math.min(least, number);
            most = Math.max(most, number);
            sum += number / numbers.length;
        }
        summary.put("numbers", numbers.length).put("least", least).put("mean", sum).put("most", most);
    }

    private static List<List<Object>> head(List<List<Object>> rows) {
        return rows.subList(0, Math.min(ROWS, rows.size()));
    }

    /** Figures hold bulk and are left out. */
    private static JsonNode gallery(OperationResult.Gallery gallery) {
        ObjectNode excerpt = NODES.objectNode();
        excerpt.put("title", gallery.title()).put("summary", gallery.summary());
        excerpt.put("objects", gallery.exhibits().size());
        ArrayNode first = excerpt.putArray("first");
        gallery.exhibits().stream().limit(ROWS).forEach(exhibit -> {
            ObjectNode one = first.addObject().put("name", exhibit.name());
            one.put("headline", exhibit.headline()).put("trust", exhibit.trust().name());
            exhibit.facts().forEach(fact -> one.put(fact.name(), fact.value()));
        });
        return excerpt;
    }

    private static JsonNode cut(JsonNode node, int rows, int depth) {
        if (node.isTextual()) {
            String text = node.textValue();
            return text.length() <= TEXT ? node : NODES.textNode(text.substring(0, TEXT) + "…");
        }
        if (!node.isContainerNode()) {
            return node;
        }
        if (depth == 0) {
            return NODES.textNode("…");
        }
        if (node.isArray()) {
            ArrayNode cut = NODES.arrayNode();
            for (int i = 0; i < Math.min(rows, node.size()); i++) {
                cut.add(cut(node.get(i), rows, depth - 1));
            }
            return node.size() <= rows ? cut : cut.add("… " + (node.size() - rows) + " more");
        }
        ObjectNode cut = NODES.objectNode();
        int most = rows * 4;
        node.properties().stream()
                .limit(most)
                .forEach(field -> cut.set(shortened(field.getKey()), cut(field.getValue(), rows, depth - 1)));
        return node.size() <= most ? cut : cut.put("…", (node.size() - most) + " more");
    }

    private static String shortened(String key) {
        return key.length() <= TEXT ? key : key.substring(0, TEXT) + "…";
    }
}
