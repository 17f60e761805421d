package org.novum.runtime.agent;

import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.TestPlan;

/** What the agents of one run tell each other. Hypotheses, plans and verdicts travel; rows never do. */
sealed interface LoopMessage {
    /** A round may begin; to the {@link HypothesisAgent}. */
    record RoundOpened(ResearchState state) implements LoopMessage {}

    /** A family was proposed; to the {@link AnalysisAgent}. */
    record FamilyProposed(Discipline.Question question) implements LoopMessage {}

    /** The test of a family is frozen; to the {@link VerificationAgent}. */
    record PlanFrozen(Discipline.Question question, Analysis analysis, TestPlan plan) implements LoopMessage {}

    /** There is nothing more to ask; to the one who started the loop. */
    record ResearchEnded(ResearchState state) implements LoopMessage {}
}
