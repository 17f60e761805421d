package org.novum.api.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.novum.api.data.DataSource;

/**
 * A study: the question, the data and the rules of a research run, as a scientist writes it in YAML.
 *
 * @param name of the study, for reports
 * @param question it asks, in one sentence
 * @param experiment whose error ledger pays for its tests
 * @param discipline that answers it
 * @param data it is asked of
 * @param options of the discipline, an object
 * @param budget of error and rounds
 * @param calls operations that the analysis agent calls on the rows of exploration, in every round
 * @param approval whether a person must approve plans; left out where nobody must
 * @param team who proposes; left out where no model takes part
 * @param tools of others that may be called; left out where there are none
 */
public record Study(
        String name,
        String question,
        String experiment,
        String discipline,
        DataSource data,
        JsonNode options,
        Budget budget,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Call> calls,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Study.NobodyAsked.class) Approval approval,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Team.Unwritten.class) Team team,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = ForeignTools.Unwritten.class) ForeignTools tools) {
    /** Copies the list; studies that were written before there were calls or models have none. */
    public Study {
        approval = approval == null ? Approval.NONE : approval;
        calls = calls == null ? List.of() : List.copyOf(calls);
        team = team == null ? Team.SYSTEMATIC : team;
        tools = tools == null ? ForeignTools.NONE : tools;
    }

    /** A study without foreign tools. */
    public Study(
            String name,
            String question,
            String experiment,
            String discipline,
            DataSource data,
            JsonNode options,
            Budget budget,
            List<Call> calls,
            Approval approval,
            Team team) {
        this(name, question, experiment, discipline, data, options, budget, calls, approval, team, ForeignTools.NONE);
    }

    /** A study without models. */
    public Study(
            String name,
            String question,
            String experiment,
            String discipline,
            DataSource data,
            JsonNode options,
            Budget budget,
            List<Call> calls) {
        this(name, question, experiment, discipline, data, options, budget, calls, Approval.NONE, Team.SYSTEMATIC);
    }

    /** A study without calls and without models. */
    public Study(
            String name,
            String question,
            String experiment,
            String discipline,
            DataSource data,
            JsonNode options,
            Budget budget) {
        this(name, question, experiment, discipline, data, options, budget, List.of());
    }

    /** The same study asked by another team. */
    public Study askedBy(Team other) {
        return new Study(name, question, experiment, discipline, data, options, budget, calls, approval, other, tools);
    }

    /** The same study with these foreign tools. */
    public Study calling(ForeignTools others) {
        return new Study(name, question, experiment, discipline, data, options, budget, calls, approval, team, others);
    }

    /** Recognises the approval that is not written into a study, so that a study without a gate stays what it was. */
    public static final class NobodyAsked {
        @Override
        public boolean equals(Object other) {
            return other == Approval.NONE;
        }

        @Override
        public int hashCode() {
            return Approval.NONE.hashCode();
        }
    }
}
