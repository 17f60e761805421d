package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;

/**
 * Lets claims in that belong to a discipline's space, as the discipline phrases them.
 *
 * @param space whose claims may be made
 * @param proposer who asks
 */
public record ClaimGate(HypothesisSpace space, String proposer) implements Gate<JsonNode, Hypothesis> {
    @Override
    public Gated<Hypothesis> admit(Sourced<JsonNode> foreign) {
        try {
            Hypothesis hypothesis = space.phrase(foreign.open(), proposer);
            space.validate(hypothesis);
            return Pass.through(hypothesis);
        } catch (InvalidHypothesisException refused) {
            return Pass.refused(foreign.source(), refused.getMessage());
        }
    }
}
