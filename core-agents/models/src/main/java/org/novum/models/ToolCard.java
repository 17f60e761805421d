package org.novum.models;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool that a model may wish for.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64, as all providers take
 * @param description of what it does, for the model
 * @param parameters JSON schema of its arguments, an object
 */
public record ToolCard(String name, String description, JsonNode parameters) {
    /** Checks the name. */
    public ToolCard {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("tool '" + name + "': a name has 1 to 64 letters, digits, _ and -");
        }
    }
}
