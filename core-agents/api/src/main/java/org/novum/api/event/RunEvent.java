package org.novum.api.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A fact about a run; the state of a run is a fold over its facts.
 *
 * <p>Facts that the journal records are published after they are recorded; {@link Progressed} alone is not recorded.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.DataOpened.class, name = "data-opened"),
    @JsonSubTypes.Type(value = RunEvent.LiteratureRead.class, name = "literature-read"),
    @JsonSubTypes.Type(value = RunEvent.ModelAnswered.class, name = "model-answered"),
    @JsonSubTypes.Type(value = RunEvent.ModelInDoubt.class, name = "model-in-doubt"),
    @JsonSubTypes.Type(value = RunEvent.ModelProposed.class, name = "model-proposed"),
    @JsonSubTypes.Type(value = RunEvent.ModelInspected.class, name = "model-inspected"),
    @JsonSubTypes.Type(value = RunEvent.ModelCriticised.class, name = "model-criticised"),
    @JsonSubTypes.Type(value = RunEvent.ModelWrote.class, name = "model-wrote"),
    @JsonSubTypes.Type(value = RunEvent.FamilyProposed.class, name = "family-proposed"),
    @JsonSubTypes.Type(value = RunEvent.OperationCalled.class, name = "operation-called"),
    @JsonSubTypes.Type(value = RunEvent.ToolsOffered.class, name = "tools-offered"),
    @JsonSubTypes.Type(value = RunEvent.ToolCalled.class, name = "tool-called"),
    @JsonSubTypes.Type(value = RunEvent.FamilyAnalysed.class, name = "family-analysed"),
    @JsonSubTypes.Type(value = RunEvent.PlanApproved.class, name = "plan-approved"),
    @JsonSubTypes.Type(value = RunEvent.PlanRegistered.class, name = "plan-registered"),
    @JsonSubTypes.Type(value = RunEvent.FamilyTested.class, name = "family-tested"),
    @JsonSubTypes.Type(value = RunEvent.FamilyJudged.class, name = "family-judged"),
    @JsonSubTypes.Type(value = RunEvent.RunFinished.class, name = "run-finished"),
    @JsonSubTypes.Type(value = RunEvent.Progressed.class, name = "progressed")
})
public sealed interface RunEvent {
    /** The data were opened, digested and split. */
    record DataOpened(int parts, long rows, String partitioning) implements RunEvent {}

    /**
     * Passages of publications were found for the study's question.
     *
     * @param works publications that were searched
     * @param passages that models are shown
     * @param problems files that could not be read
     */
    record LiteratureRead(int works, int passages, int problems) implements RunEvent {}

    /**
     * A call of a model has ended.
     *
     * @param step of the call; the bundle holds request and reply under its digests
     * @param model that was asked
     * @param end {@code answered}, {@code failed} or {@code refused}
     * @param problem where it was not answered
     * @param spent on it
     */
    record ModelAnswered(String step, Model model, String end, String problem, Spent spent) implements RunEvent {
        /**
         * A model as it answered.
         *
         * @param name in the study
         * @param provider that serves it
         * @param model as the provider calls it
         * @param revision that answered; empty where none did
         * @param temperature of its answers
         * @param maxOutputTokens of its answers
         */
        public record Model(
                String name, String provider, String model, String revision, double temperature, int maxOutputTokens) {}

        /**
         * What a call cost.
         *
         * @param inputTokens sent
         * @param outputTokens received
         * @param money in the currency of the prices
         * @param seconds it took
         */
        public record Spent(long inputTokens, long outputTokens, double money, double seconds) {}
    }

    /**
     * A call of a model had been interrupted, and is asked again under the same key.
     *
     * @param step of the call
     * @param time which interruption of this call it was, from 1
     * @param seconds that it may have taken
     * @param tokens that it may have cost beside those of its end; none where the provider charges a key once
     * @param money that it may have cost beside that of its end
     */
    record ModelInDoubt(String step, int time, double seconds, long tokens, double money) implements RunEvent {}

    /**
     * A model has made its proposals for a round.
     *
     * @param round of the research
     * @param model that proposed
     * @param kept proposals that belong to the discipline's space
     * @param dropped proposals that do not, were doubles, or were too many
     * @param problem why it proposed nothing, where it failed
     */
    record ModelProposed(int round, String model, int kept, int dropped, String problem) implements RunEvent {}

    /**
     * A model has looked at exploration rows.
     *
     * @param round of the research
     * @param model that looked
     * @param calls of operations that were carried out
     * @param repeats of calls, and wishes that were refused
     * @param problem why it ended early; empty otherwise
     */
    record ModelInspected(int round, String model, int calls, int repeats, String problem) implements RunEvent {}

    /**
     * A model has objected.
     *
     * @param round that it speaks of
     * @param model that objects
     * @param withdrawn hypotheses that are not tested, though paid for
     * @param checks further claims that it asks for
     * @param doubts of accepted hypotheses
     * @param problem why it says nothing, where it failed
     */
    record ModelCriticised(int round, String model, int withdrawn, int checks, int doubts, String problem)
            implements RunEvent {}

    /**
     * A model has written around the findings.
     *
     * @param model that wrote
     * @param struck sentences that were struck out
     * @param problem why there is no text, where it failed
     */
    record ModelWrote(String model, int struck, String problem) implements RunEvent {}

    /** A family of hypotheses was proposed. */
    record FamilyProposed(int round, int hypotheses, String first) implements RunEvent {}

    /** An agent called an operation on the rows of exploration; its result is the output of the round's step. */
    record OperationCalled(int round, String operation) implements RunEvent {}

    /** A foreign server was asked for its tools, and those that are admitted were what they had been. */
    record ToolsOffered(String server, int offered, int admitted) implements RunEvent {}

    /**
     * A call of a foreign tool has ended.
     *
     * @param step of the call; the record holds what was sent and what came back under its digests
     * @param tool as {@code server/tool}
     * @param askedBy {@code study}, or the name of the model that wished for it
     * @param end {@code answered}, {@code failed} or {@code refused}
     * @param problem where it was not answered
     * @param traffic what left this machine for it, and what came back
     */
    record ToolCalled(String step, String tool, String askedBy, String end, String problem, Traffic traffic)
            implements RunEvent {
        /**
         * What went to and fro.
         *
         * @param sent bytes of arguments; 0 where the call was not made
         * @param received bytes of the answer
         * @param seconds it took
         */
        public record Traffic(long sent, long received, double seconds) {}
    }

    /** Exploration data were analysed. */
    record FamilyAnalysed(int round, String summary) implements RunEvent {}

    /**
     * A person let a plan be registered.
     *
     * @param by who
     * @param withdrawn how many hypotheses they withdrew
     * @param remark of theirs
     */
    record PlanApproved(int round, String by, int withdrawn, String remark) implements RunEvent {}

    /** A plan was registered, before its confirmation data were opened. */
    record PlanRegistered(int round, String registration, String partition, double level) implements RunEvent {}

    /** The registered tests were run. */
    record FamilyTested(int round, int outcomes) implements RunEvent {}

    /** Ledger and discipline judged the family. */
    record FamilyJudged(int round, int accepted, int judged) implements RunEvent {}

    /** The findings are written. */
    record RunFinished(int findings, int tested) implements RunEvent {}

    /** A step got further; not recorded. */
    record Progressed(String what, long done, long total) implements RunEvent {}
}
