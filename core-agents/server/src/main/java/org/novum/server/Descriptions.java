package org.novum.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationSchema;

/** What is served, as JSON. */
public final class Descriptions {
    private Descriptions() {}

    /** An operation: name, summary, result and the JSON schema of its parameters. */
    public static ObjectNode of(Operation<?> operation) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", operation.card().name())
                .put("summary", operation.card().summary())
                .put("result", operation.card().result());
        node.set("parameters", OperationSchema.of(operation));
        return node;
    }

    /** A study. */
    public static ObjectNode of(ServedStudies.Card card) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", card.name())
                .put("question", card.question())
                .put("discipline", card.discipline());
    }

    /** All operations under {@code operations}. */
    public static ObjectNode operations(Served served) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("operations");
        served.operations().all().forEach(operation -> list.add(of(operation)));
        return node;
    }

    /** All studies under {@code studies}. */
    public static ObjectNode studies(Served served) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("studies");
        served.studies().all().forEach(card -> list.add(of(card)));
        return node;
    }
}
