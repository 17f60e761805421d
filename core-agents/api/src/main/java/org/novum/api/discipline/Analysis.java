package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What exploration data say of a family of hypotheses.
 *
 * @param summary in one or two sentences, for people
 * @param content for the plan: choices, estimates, diagnoses; an object
 */
public record Analysis(String summary, JsonNode content) {}
