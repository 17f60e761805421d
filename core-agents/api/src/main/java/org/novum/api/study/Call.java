package org.novum.api.study;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation that a study has its analysis agent call in every round, on the rows of exploration.
 *
 * @param operation its name, {@code discipline.verb}
 * @param parameters of the operation, an object
 */
public record Call(String operation, JsonNode parameters) {}
