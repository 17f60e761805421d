package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

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

    /**
     * The hypothesis that makes a claim. Its id and statement follow from the claim alone, so that no proposer's words get
     * into either; the claim comes back in the form that {@link #propose} would give it.
     *
     * @param claim as somebody wrote it, to be trusted in nothing
     * @param proposer who asks
     * @throws InvalidHypothesisException if it does not belong to this space, with the reason
     */
    Hypothesis phrase(JsonNode claim, String proposer);

    /**
     * JSON schema of what a proposer may expect of a claim beyond its weight, such as where an effect lies; empty where
     * there is nothing of the kind.
     */
    default Optional<JsonNode> expectationSchema() {
        return Optional.empty();
    }

    /**
     * Checks an expectation and gives it the form in which a plan may hold it.
     *
     * @param expectation as somebody wrote it, to be trusted in nothing
     * @throws InvalidHypothesisException if it is none, with the reason
     */
    default JsonNode expect(Hypothesis hypothesis, JsonNode expectation) {
        throw new InvalidHypothesisException(hypothesis.id(), "nothing can be expected of it but its weight");
    }
}
