package org.novum.disciplinetemplate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;
import org.novum.disciplinetemplate.WelchTest.Direction;

/**
 * Does the mean of a quantity differ between two groups?
 *
 * <p>Exploration rows choose the direction of the claim; confirmation rows test that direction with Welch's one-sided
 * test, one p-value per part of the data. Rows of different parts are independent, so that the p-values are.
 */
public final class MeanShiftDiscipline implements Discipline {
    /** log10 of the one-sided p-value of five standard deviations, the bar for a discovery. */
    private static final double LOG10_FIVE_SIGMA = -6.5426;

    /** A claim is refuted where even its opposite would be evidence at 5 %. */
    private static final double LOG10_REFUTED = StrictMath.log10(0.95);

    @Override
    public DisciplineCard card() {
        return new DisciplineCard(
                "mean-shift",
                "1",
                "Asks whether the mean of a quantity differs between two groups.",
                MeanShiftOptions.CARDS,
                List.of("B. L. Welch, The generalization of Student's problem when several different population "
                        + "variances are involved, Biometrika 34 (1947) 28, doi:10.1093/biomet/34.1-2.28"));
    }

    @Override
    public List<Operation<?>> operations() {
        return List.of(new SummaryOperation());
    }

    @Override
    public PartitionPolicy partitionPolicy(Study study, DatasetCard data) {
        MeanShiftOptions options = MeanShiftOptions.of(study);
        return new PartitionPolicy.ByKey(List.of(options.key()), options.explorationFraction(), 1);
    }

    @Override
    public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
        return new MeanShiftSpace(MeanShiftOptions.of(study), data);
    }

    @Override
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        ObjectNode directions = JsonNodeFactory.instance.objectNode();
        for (Hypothesis member : question.family()) {
            Groups groups = Groups.read(exploration, MeanShift.of(member));
            double difference =
                    Sample.of(groups.first()).mean() - Sample.of(groups.second()).mean();
            directions.put(member.id(), Direction.of(difference).name());
        }
        return new Analysis(
                "The exploration rows chose the direction of " + question.family().size() + " claims.", directions);
    }

    @Override
    public TestPlan plan(Question question, Analysis analysis) {
        return new TestPlan(
                question.family(),
                "Welch's t of the two means; one-sided p-value of Student's distribution",
                "confirmation rows of the two groups, in the direction that the design names",
                TestPlan.Dependence.POSITIVE,
                Map.of(),
                analysis.content());
    }

    @Override
    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        // Reading shares one handle, so it stays on this thread; the arithmetic of the members does not.
        List<Groups> groups = plan.family().stream()
                .map(member -> Groups.read(confirmation, MeanShift.of(member)))
                .toList();
        List<Integer> members = java.util.stream.IntStream.range(0, groups.size()).boxed().toList();
        return context.map(members, member -> outcome(plan, plan.family().get(member), groups.get(member)));
    }

    private static TestOutcome outcome(TestPlan plan, Hypothesis member, Groups groups) {
        Sample first = Sample.of(groups.first());
        Sample second = Sample.of(groups.second());
        Direction direction = Direction.valueOf(plan.design().path(member.id()).asText());
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put("direction", direction.name());
        detail.put("firstCount", first.count()).put("secondCount", second.count());
        return WelchTest.of(first, second)
                .map(test -> new TestOutcome(
                        member.id(),
                        new Strength.PValue(test.pValue(direction).log10()),
                        detail.put("t", test.statistic()).put("degreesOfFreedom", test.degreesOfFreedom())))
                .orElseGet(() -> new TestOutcome(
                        member.id(),
                        new Strength.Untested("each group needs two values, and they must not all be equal"),
                        detail));
    }

    @Override
    public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
        return switch (outcome.strength()) {
            case Strength.Untested untested -> new Verdict.Inconclusive(untested.reason());
            case Strength.EValue _ -> new Verdict.Inconclusive("this discipline states p-values");
            case Strength.PValue p when decision.accepted() && p.log10() <= LOG10_FIVE_SIGMA ->
                new Verdict.Discovery("accepted by the ledger, beyond five standard deviations");
            case Strength.PValue _ when decision.accepted() -> new Verdict.Evidence("accepted by the ledger");
            case Strength.PValue p when p.log10() >= LOG10_REFUTED ->
                new Verdict.Refuted("the confirmation rows point the other way");
            case Strength.PValue _ -> new Verdict.Inconclusive("not accepted by the ledger");
        };
    }

    @Override
    public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
        return state.rounds().stream()
                .flatMap(round -> round.judged().stream())
                .flatMap(judged -> MeanShiftMeasurement.of(judged, opened).stream())
                .toList();
    }
}
