package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Every hypothesis that can be asked of a dataset: it enumerates them, round by round, and validates proposals. */
public interface HypothesisSpace {
    /**
     * The families that a systematic proposer asks next, each a list of hypotheses that are judged together.
     *
     * @param state of the research so far: rounds with their verdicts and analyses
     * @return the next family; empty when there is nothing more to ask
     */
    List<Hypothesis> propose(ResearchState state);

    /**
     * Checks that a claim belongs to this space.
     *
     * @throws InvalidHypothesisException if it does not, with the reason
     */
    void validate(Hypothesis hypothesis);

    /** JSON schema of a claim, for models and people who propose. */
    JsonNode claimSchema();
}
