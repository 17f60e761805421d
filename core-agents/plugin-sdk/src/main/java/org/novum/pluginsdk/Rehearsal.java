package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Discipline.Question;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.study.Study;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.SampleLedger;
import org.novum.pluginsdk.fake.SamplePartition;
import org.novum.pluginsdk.fake.TestStepContext;

/**
 * Plays the research loop with a discipline on data in memory: propose, analyse, plan, test, judge, measure.
 *
 * <p>Each step gets a context of its own and fails if Arrow memory does not come back. The loop keeps no journal and
 * registers nothing; it is for tests.
 *
 * @param discipline to play with
 * @param study that asks
 * @param data it is asked of
 * @param threads of each step
 */
public record Rehearsal(Discipline discipline, Study study, InMemoryDataset data, int threads) {
    /** A rehearsal on one thread. */
    public static Rehearsal of(Discipline discipline, Study study, InMemoryDataset data) {
        return new Rehearsal(discipline, study, data, 1);
    }

    /** The split of the data that the discipline asks for. */
    public SamplePartition partition() {
        DatasetCard card = data.card();
        return new SamplePartition(discipline.partitionPolicy(study, card), study.experiment(), data);
    }

    /** The space of hypotheses for this study and data. */
    public HypothesisSpace space() {
        if (!discipline.proposesFromData(study)) {
            return discipline.hypothesisSpace(study, data.card());
        }
        JsonNode explored = step(
                partition().exploration(1),
                "exploration",
                (handle, context) -> discipline.explore(study, handle, context));
        return discipline.hypothesisSpace(study, data.card(), explored);
    }

    /** The question of the first round. */
    public Question firstQuestion() {
        return question(ResearchState.EMPTY, space().propose(ResearchState.EMPTY));
    }

    /** Runs the discipline's analysis on the exploration rows of the round to come. */
    public Analysis analyse(Question question) {
        InMemoryDataset visible = partition().exploration(question.state().nextRound());
        return step(visible, "exploration", (handle, context) -> discipline.analyse(question, handle, context));
    }

    /** Analyses and plans. */
    public TestPlan plan(Question question) {
        return discipline.plan(question, analyse(question));
    }

    /** Tests a plan on the rows that the round opens. */
    public List<TestOutcome> test(TestPlan plan, int round) {
        return testOn(plan, partition().confirmation(round), round);
    }

    /** Tests a plan on given rows. */
    public List<TestOutcome> testOn(TestPlan plan, InMemoryDataset rows, int round) {
        return step(rows, "confirmation-" + round, (handle, context) -> discipline.test(plan, handle, context));
    }

    /** Measures on all rows that are open after the finished rounds. */
    public List<Measurement> measure(ResearchState state) {
        InMemoryDataset rows = partition().opened(state.rounds().size());
        return step(rows, "opened", (handle, context) -> discipline.measure(state, handle, context));
    }

    /**
     * Plays rounds until nothing more is proposed.
     *
     * @param ledger that decides
     * @param maximalRounds after which a discipline that still proposes fails
     */
    public ResearchState run(SampleLedger ledger, int maximalRounds) {
        HypothesisSpace space = space();
        ResearchState state = ResearchState.EMPTY;
        List<Hypothesis> family = space.propose(state);
        while (!family.isEmpty()) {
            assertThat(state.nextRound())
                    .as("the round after which the hypothesis space still proposes")
                    .isLessThanOrEqualTo(maximalRounds);
            state = playRound(state, family, ledger);
            family = space.propose(state);
        }
        return state;
    }

    private ResearchState playRound(ResearchState state, List<Hypothesis> family, SampleLedger ledger) {
        family.forEach(space()::validate);
        Question question = question(state, family);
        Analysis analysis = analyse(question);
        TestPlan plan = discipline.plan(question, analysis);
        List<TestOutcome> outcomes = test(plan, state.nextRound());
        assertThat(outcomes).as("one outcome per member").hasSameSizeAs(plan.family());
        long asked = state.rounds().stream().mapToLong(round -> round.judged().size()).sum();
        List<ResearchState.Judged> judged = IntStream.range(0, outcomes.size())
                .mapToObj(member -> judge(plan, member, ledger.decide(plan, outcomes.get(member), asked + member + 1), outcomes))
                .toList();
        List<ResearchState.Round> rounds = new ArrayList<>(state.rounds());
        rounds.add(new ResearchState.Round(plan, analysis, judged));
        return new ResearchState(rounds);
    }

    private ResearchState.Judged judge(
            TestPlan plan, int member, LedgerDecision decision, List<TestOutcome> outcomes) {
        TestOutcome outcome = outcomes.get(member);
        return new ResearchState.Judged(
                plan.family().get(member), outcome, decision, discipline.verdict(plan, outcome, decision));
    }

    private Question question(ResearchState state, List<Hypothesis> family) {
        return new Question(study, data.card(), state, family);
    }

    private <R> R step(InMemoryDataset rows, String partition, Step<R> step) {
        return inContext(context ->
                step.run(new InMemoryDataHandle(data.card(), partition, rows, context.allocator()), context));
    }

    private <R> R inContext(Function<TestStepContext, R> work) {
        try (TestStepContext context = new TestStepContext(threads)) {
            return work.apply(context);
        }
    }

    @FunctionalInterface
    private interface Step<R> {
        R run(InMemoryDataHandle handle, TestStepContext context);
    }
}
