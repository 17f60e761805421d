package org.novum.disciplinetemplate;

import java.util.List;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;

/** The template discipline; subclasses put one defect into it. */
class DelegatingDiscipline implements Discipline {
    private final Discipline sound = new MeanShiftDiscipline();

    @Override
    public DisciplineCard card() {
        return sound.card();
    }

    @Override
    public List<Operation<?>> operations() {
        return sound.operations();
    }

    @Override
    public PartitionPolicy partitionPolicy(Study study, DatasetCard data) {
        return sound.partitionPolicy(study, data);
    }

    @Override
    public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
        return sound.hypothesisSpace(study, data);
    }

    @Override
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        return sound.analyse(question, exploration, context);
    }

    @Override
    public TestPlan plan(Question question, Analysis analysis) {
        return sound.plan(question, analysis);
    }

    @Override
    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        return sound.test(plan, confirmation, context);
    }

    @Override
    public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
        return sound.verdict(plan, outcome, decision);
    }

    @Override
    public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
        return sound.measure(state, opened, context);
    }
}
