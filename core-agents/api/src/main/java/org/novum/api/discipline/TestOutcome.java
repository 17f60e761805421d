package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the test of one hypothesis gave on confirmation data.
 *
 * @param hypothesis its id
 * @param strength of the evidence, valid under the null hypothesis
 * @param detail what the verdict, the measurement and the report need, an object
 */
public record TestOutcome(String hypothesis, Strength strength, JsonNode detail) {}
