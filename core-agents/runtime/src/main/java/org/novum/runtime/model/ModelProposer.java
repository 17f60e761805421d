package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.models.ModelException;
import org.novum.models.form.FormedAnswer;

/**
 * Asks models for hypotheses. What comes back is data: claims that the discipline's space accepts are phrased by the
 * discipline, everything else is dropped and counted.
 */
public final class ModelProposer {
    private final ModelDesk desk;
    private final HypothesisSpace space;

    /**
     * @param desk over which models are asked
     * @param space whose claims may be made
     */
    public ModelProposer(ModelDesk desk, HypothesisSpace space) {
        this.desk = desk;
        this.space = space;
    }

    /** What a model answered: JSON of the asked form, or null and why not. */
    public record Answer(@Nullable JsonNode answer, String problem) {}

    /**
     * Asks one model.
     *
     * @param model its name in the study
     * @param question study, data and research so far
     * @throws ModelException if the user must mend a key or a name first; every other failure is an answer without one
     */
    public Answer ask(String model, Discipline.Question question) {
        Talk talk = desk.talk(model, purpose(model, question));
        int most = question.study().team().budget().proposals();
        try {
            return new Answer(
                    new FormedAnswer(talk).ask(ProposalPrompt.request(space, question, talk.sampling(), most)), "");
        } catch (ModelException failed) {
            if (failed.exitCode() == ExitCode.CONFIGURATION) {
                throw failed;
            }
            return new Answer(null, failed.getMessage());
        }
    }

    /** Beginning of the names of the steps in which a model proposes. */
    public static String purpose(String model, Discipline.Question question) {
        return "round-" + question.state().nextRound() + "/propose/" + model;
    }

    /** Looks an answer over: claims of the space that this run has not judged before are kept, up to the study's cap. */
    public Proposed sift(String model, Answer answer, Discipline.Question question) {
        if (answer.answer() == null) {
            return Proposed.nothing(model, answer.problem());
        }
        Sieve sieve = new Sieve(model, question);
        answer.answer().path("proposals").forEach(sieve::take);
        return sieve.proposed();
    }

    private final class Sieve {
        private final String model;
        private final int most;
        private final List<Proposed.Proposal> kept = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int invalid;
        private int doubled;
        private int tooMany;
        private int expectations;

        Sieve(String model, Discipline.Question question) {
            this.model = model;
            this.most = question.study().team().budget().proposals();
            question.state().rounds().stream()
                    .flatMap(round -> round.judged().stream())
                    .forEach(judged -> seen.add(judged.hypothesis().id()));
        }

        void take(JsonNode proposal) {
            if (kept.size() >= most) {
                tooMany++;
                return;
            }
            Hypothesis hypothesis;
            try {
                hypothesis = space.phrase(proposal.path("claim"), model);
                space.validate(hypothesis);
            } catch (InvalidHypothesisException _) {
                invalid++;
                return;
            }
            if (!seen.add(hypothesis.id())) {
                doubled++;
                return;
            }
            kept.add(new Proposed.Proposal(
                    hypothesis,
                    proposal.path("weight").asDouble(1),
                    expectation(hypothesis, proposal.path("expect")),
                    proposal.path("reason").asText()));
        }

        private @Nullable JsonNode expectation(Hypothesis hypothesis, JsonNode written) {
            if (written.isMissingNode()) {
                return null;
            }
            try {
                return space.expect(hypothesis, written);
            } catch (InvalidHypothesisException _) {
                expectations++;
                return null;
            }
        }

        Proposed proposed() {
            return new Proposed(
                    model, kept, new Proposed.Dropped(invalid, doubled, tooMany, expectations), "");
        }
    }
}
