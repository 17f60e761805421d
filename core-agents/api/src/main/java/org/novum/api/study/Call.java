package org.novum.api.study;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation that a study has its analysis agent call in every round, on the rows of exploration; or a foreign tool, which
 * gets its parameters and no rows.
 *
 * @param operation its name, {@code discipline.verb}; of a foreign tool {@code server/tool}
 * @param parameters of it, an object
 */
public record Call(String operation, JsonNode parameters) {
    /** A call of a foreign tool. */
    public static Call ofTool(String server, String tool, JsonNode parameters) {
        return new Call(server + "/" + tool, parameters);
    }

    /** Whether it is a foreign tool that is called; names of operations hold no slash. */
    public boolean callsForeignTool() {
        return operation.indexOf('/') >= 0;
    }
}
