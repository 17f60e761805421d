package org.novum.runtime.agent;

import java.util.List;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.TestPlan;
import org.novum.report.Literature;
import org.novum.runtime.model.Criticism;
import org.novum.runtime.model.Withdrawn;
import org.novum.runtime.taint.Sourced;

/** What the agents of one run tell each other. Hypotheses, plans and verdicts travel; rows never do. */
sealed interface LoopMessage {
    /** A round may begin, with what an analyst noted in the last one; to the {@link HypothesisAgent}. */
    record RoundOpened(ResearchState state, List<Sourced<String>> notes) implements LoopMessage {}

    /** A family was proposed; to the {@link AnalysisAgent}. */
    record FamilyProposed(Discipline.Question question) implements LoopMessage {}

    /** The test of a family is frozen; to the {@link VerificationAgent}. */
    record PlanFrozen(Discipline.Question question, Analysis analysis, TestPlan plan, Remarks remarks)
            implements LoopMessage {
        /**
         * What models said before the test.
         *
         * @param notes of an analyst
         * @param withdrawn by a critic
         */
        record Remarks(List<Sourced<String>> notes, Withdrawn withdrawn) {}
    }

    /** There is nothing more to ask; to the one who started the loop. */
    record ResearchEnded(ResearchState state, List<Criticism.Doubt> doubts, List<Literature.Citation> citations)
            implements LoopMessage {}
}
