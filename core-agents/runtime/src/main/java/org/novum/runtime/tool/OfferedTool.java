package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;

/**
 * A tool as its server declares it. All of it is foreign text.
 *
 * @param name by which it is called
 * @param title for people; empty where there is none
 * @param description of what it does; empty where there is none
 * @param schema JSON schema of its arguments
 * @param result JSON schema of its structured result; null where there is none
 */
public record OfferedTool(String name, String title, String description, JsonNode schema, JsonNode result) {
    private static final int DESCRIPTION = 2000;
    private static final int SCHEMA = 4000;

    /** What an admission pins: another digest is another tool. */
    public Digest digest() {
        return CanonicalJson.digest((Object) this);
    }

    /** What a model is told of it, as a quotation; the length is bounded. */
    public ObjectNode told() {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("title", cut(title)).put("description", cut(description));
        if (schema.toString().length() <= SCHEMA) {
            told.set("arguments", schema);
        }
        return told;
    }

    private static String cut(String text) {
        return text.length() <= DESCRIPTION ? text : text.substring(0, DESCRIPTION) + "…";
    }
}
