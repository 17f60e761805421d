package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;

/**
 * Lets expectations in that the discipline accepts for a claim.
 *
 * @param space of the discipline
 * @param hypothesis that was let in before
 */
public record ExpectationGate(HypothesisSpace space, Admitted<Hypothesis> hypothesis) implements Gate<JsonNode, JsonNode> {
    @Override
    public Gated<JsonNode> admit(Sourced<JsonNode> foreign) {
        try {
            return Pass.through(space.expect(hypothesis.value(), foreign.open()));
        } catch (InvalidHypothesisException refused) {
            return Pass.refused(foreign.source(), refused.getMessage());
        }
    }
}
