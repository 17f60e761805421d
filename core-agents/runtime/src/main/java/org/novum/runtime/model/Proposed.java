package org.novum.runtime.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.discipline.Hypothesis;
import org.novum.report.Literature;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.Sourced;

/**
 * What one model proposed in a round, after the discipline's space had looked at it.
 *
 * @param model that proposed
 * @param kept in the order of the answer
 * @param dropped how many were not, and why
 * @param problem why there was no answer; empty where there was one
 */
public record Proposed(String model, List<Proposal> kept, Dropped dropped, String problem) {
    /** Copies the list. */
    public Proposed {
        kept = List.copyOf(kept);
    }

    /** What the proposals cite. */
    public List<Literature.Citation> citations(int round) {
        return kept.stream()
                .filter(proposal -> !proposal.cited().equals(Cited.NOTHING))
                .map(proposal -> new Literature.Citation(
                        round,
                        model,
                        proposal.hypothesis().id(),
                        proposal.cited().keys(),
                        proposal.cited().dropped()))
                .toList();
    }

    static Proposed nothing(String model, String problem) {
        return new Proposed(model, List.of(), new Dropped(0, 0, 0, 0), problem);
    }

    /**
     * A proposal.
     *
     * @param hypothesis as the discipline phrases it
     * @param weight beside those that nobody weighs, from 1/4 to 4
     * @param expectation as the discipline accepted it
     * @param reason in the model's words; recorded, and read by nobody but people
     * @param cited passages of literature; left out where none were shown
     */
    public record Proposal(
            Hypothesis hypothesis,
            double weight,
            @Nullable JsonNode expectation,
            Sourced<String> reason,
            @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Cited.Unwritten.class) Cited cited) {
        /** Proposals that were written before there was literature cite nothing. */
        public Proposal {
            cited = cited == null ? Cited.NOTHING : cited;
        }

        /** A proposal whose claim has passed its gate. */
        static Proposal of(
                Admitted<Hypothesis> claim, double weight, @Nullable JsonNode expectation, Sourced<String> reason) {
            return new Proposal(claim.value(), weight, expectation, reason, Cited.NOTHING);
        }

        /** The same with citations. */
        Proposal citing(Cited other) {
            return new Proposal(hypothesis, weight, expectation, reason, other);
        }
    }

    /**
     * Proposals and expectations that were dropped.
     *
     * @param invalid claims that do not belong to the space
     * @param doubled claims made before in the same answer or judged in an earlier round
     * @param tooMany beyond the cap
     * @param expectations that the discipline refused; their claims were kept without
     */
    public record Dropped(int invalid, int doubled, int tooMany, int expectations) {
        /** Claims that were dropped. */
        public int claims() {
            return invalid + doubled + tooMany;
        }
    }
}
