package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A falsifiable, typed claim and who proposed it.
 *
 * @param id unique in the experiment and made of the claim alone, so that the same claim has the same id in every run
 * @param statement of the claim, in one sentence
 * @param proposer who asked: {@code systematic}, a model's name, a person
 * @param claim the typed claim, in the form that the discipline's {@link HypothesisSpace} validates
 */
public record Hypothesis(String id, String statement, String proposer, JsonNode claim) {}
