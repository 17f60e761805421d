package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.models.ModelException;
import org.novum.models.ModelRequest;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.CitationGate;
import org.novum.runtime.taint.ClaimGate;
import org.novum.runtime.taint.ExpectationGate;
import org.novum.runtime.taint.Gate;
import org.novum.runtime.taint.Sourced;
import org.novum.runtime.taint.WeightGate;

/**
 * Asks models for hypotheses. What comes back is data: claims that the discipline's space accepts are phrased by the
 * discipline, everything else is dropped and counted.
 */
public final class ModelProposer {
    private final ModelDesk desk;
    private final HypothesisSpace space;
    private final Retrieved literature;
    private final CitationGate citations;

    /** One that is shown no literature. */
    public ModelProposer(ModelDesk desk, HypothesisSpace space) {
        this(desk, space, Retrieved.NOTHING);
    }

    /**
     * @param desk over which models are asked
     * @param space whose claims may be made
     * @param literature that models are shown passages of and may cite
     */
    public ModelProposer(ModelDesk desk, HypothesisSpace space, Retrieved literature) {
        this.desk = desk;
        this.space = space;
        this.literature = literature;
        this.citations = literature.gate();
    }

    /**
     * What a model answered.
     *
     * @param answer of the asked form, or null
     * @param problem why there is none, or empty
     */
    public record Answer(@Nullable Sourced<JsonNode> answer, String problem) {}

    /** Asks one model, where there are no notes. */
    public Answer ask(String model, Discipline.Question question) {
        return ask(model, question, List.of());
    }

    /**
     * Asks one model.
     *
     * @param model its name in the study
     * @param question study, data and research so far
     * @param notes of an analyst on earlier rounds
     * @throws ModelException if the user must mend a key or a name first; every other failure is an answer without one
     */
    public Answer ask(String model, Discipline.Question question, List<Sourced<String>> notes) {
        Talk talk = desk.talk(model, purpose(model, question));
        return formed(talk, ProposalPrompt.request(space, question, new Briefing(notes, literature), talk.sampling()));
    }

    /** An answer of a form, or why there is none. */
    static Answer formed(Talk talk, ModelRequest request) {
        try {
            return new Answer(talk.formed(request), "");
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
        return sift(model, Sourced.items(answer.answer(), "proposals"), question);
    }

    /** The same of proposals that somebody else asked for. */
    Proposed sift(String model, List<Sourced<JsonNode>> proposals, Discipline.Question question) {
        Sieve sieve = new Sieve(model, question);
        proposals.forEach(sieve::take);
        return sieve.proposed();
    }

    private final class Sieve {
        private static final int MOST_DROPPED = 10;


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

        void take(Sourced<JsonNode> proposal) {
            if (kept.size() >= most) {
                tooMany++;
                return;
            }
            switch (new ClaimGate(space, model).admit(Sourced.field(proposal, "claim"))) {
                case Gate.Gated.Refused<Hypothesis> _ -> invalid++;
                case Gate.Gated.Through<Hypothesis>(Admitted<Hypothesis> claim) -> {
                    if (seen.add(claim.value().id())) {
                        keep(claim, proposal);
                    } else {
                        doubled++;
                    }
                }
            }
        }

        private void keep(Admitted<Hypothesis> claim, Sourced<JsonNode> proposal) {
            double weight = switch (new WeightGate(ProposalPrompt.WEIGHTS).admit(Sourced.field(proposal, "weight"))) {
                case Gate.Gated.Through<Double>(Admitted<Double> allowed) -> allowed.value();
                case Gate.Gated.Refused<Double> _ -> 1;
            };
            Sourced<String> reason = Sourced.text(proposal, "reason");
            kept.add(Proposed.Proposal.of(claim, weight, expectation(claim, proposal), reason)
                    .citing(cited(proposal, reason)));
        }

        /** What the proposal cites, in its list and in its reason; nothing where no literature was shown. */
        private Cited cited(Sourced<JsonNode> proposal, Sourced<String> reason) {
            if (literature.showsNothing()) {
                return Cited.NOTHING;
            }
            Set<String> cited = new LinkedHashSet<>();
            Set<String> dropped = new LinkedHashSet<>();
            List<Sourced<JsonNode>> wishes = new ArrayList<>(Sourced.items(proposal, "cite"));
            wishes.addAll(citations.marks(reason));
            for (Sourced<JsonNode> wish : wishes) {
                switch (citations.admit(wish)) {
                    case Gate.Gated.Through<String>(Admitted<String> key) -> cited.add(key.value());
                    case Gate.Gated.Refused<String> _ -> dropped.add(CitationGate.struck(wish).value());
                }
            }
            return new Cited(List.copyOf(cited), dropped.stream().limit(MOST_DROPPED).toList());
        }

        private @Nullable JsonNode expectation(Admitted<Hypothesis> claim, Sourced<JsonNode> proposal) {
            if (!Sourced.has(proposal, "expect")) {
                return null;
            }
            return switch (new ExpectationGate(space, claim).admit(Sourced.field(proposal, "expect"))) {
                case Gate.Gated.Through<JsonNode>(Admitted<JsonNode> accepted) -> accepted.value();
                case Gate.Gated.Refused<JsonNode> _ -> {
                    expectations++;
                    yield null;
                }
            };
        }

        Proposed proposed() {
            return new Proposed(
                    model, kept, new Proposed.Dropped(invalid, doubled, tooMany, expectations), "");
        }
    }
}
