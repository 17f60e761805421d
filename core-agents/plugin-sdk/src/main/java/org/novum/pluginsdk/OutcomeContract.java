package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.pluginsdk.fake.InMemoryDataset;

/** The test on confirmation data. */
public interface OutcomeContract extends DisciplineFixture {
    /** One outcome per member, in the order of the family. */
    @Test
    default void outcomesFollowTheFamily() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        TestPlan plan = rehearsal.plan(rehearsal.firstQuestion());
        assertThat(rehearsal.test(plan, 1))
                .extracting(TestOutcome::hypothesis)
                .isEqualTo(plan.family().stream().map(Hypothesis::id).toList());
    }

    /** The same plan and rows give the same outcome, bit for bit, whatever the threads and batches. */
    @Test
    default void outcomesAreReproducible() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        TestPlan plan = rehearsal.plan(rehearsal.firstQuestion());
        String expected = Json.text(rehearsal.test(plan, 1));
        assertThat(Json.text(rehearsal.test(plan, 1))).as("the second time").isEqualTo(expected);
        for (int batchSize : new int[] {1, 7, 1000}) {
            for (int threads : new int[] {1, 4}) {
                Rehearsal other = new Rehearsal(discipline(), study(), planted().inBatchesOf(batchSize), threads);
                assertThat(Json.text(other.test(plan, 1)))
                        .as(threads + " threads, batches of " + batchSize)
                        .isEqualTo(expected);
            }
        }
    }

    /** The test reads the registered plan and the rows, and nothing the instance remembers. */
    @Test
    default void testReadsTheRegisteredPlanAlone() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        TestPlan plan = rehearsal.plan(rehearsal.firstQuestion());
        InMemoryDataset rows = rehearsal.partition().confirmation(1);
        TestPlan registered = Json.roundTrip(plan, TestPlan.class);
        List<TestOutcome> outcomes = Rehearsal.of(discipline(), study(), planted()).testOn(registered, rows, 1);
        assertThat(Json.text(outcomes)).isEqualTo(Json.text(rehearsal.test(plan, 1)));
        outcomes.forEach(outcome -> Json.roundTrip(outcome, TestOutcome.class));
    }

    /** The order of rows does to the outcome what the discipline says. */
    @Test
    default void outcomesDependOnRowOrderAsDeclared() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        TestPlan plan = rehearsal.plan(rehearsal.firstQuestion());
        InMemoryDataset rows = rehearsal.partition().confirmation(1);
        List<TestOutcome> inOrder = rehearsal.testOn(plan, rows, 1);
        List<TestOutcome> permuted = rehearsal.testOn(plan, rows.mapped(table -> table.permuted(29)), 1);
        switch (rowOrder()) {
            case IRRELEVANT -> assertThat(Json.text(permuted)).isEqualTo(Json.text(inOrder));
            case ROUNDS_DIFFERENTLY -> {
                for (int member = 0; member < inOrder.size(); member++) {
                    double expected = log10p(inOrder.get(member).strength());
                    assertThat(log10p(permuted.get(member).strength()))
                            .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                }
            }
            case MEANINGFUL ->
                assertThat(Json.text(permuted))
                        .as("an order that is said to carry meaning changes the outcome")
                        .isNotEqualTo(Json.text(inOrder));
        }
    }

    /** Without rows the test says so instead of failing or finding something. */
    @Test
    default void outcomesWithoutRowsClaimNothing() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        TestPlan plan = rehearsal.plan(rehearsal.firstQuestion());
        InMemoryDataset nothing = planted().mapped(table -> table.where(_ -> false));
        assertThat(rehearsal.testOn(plan, nothing, 1))
                .allSatisfy(outcome -> assertThat(log10p(outcome.strength()))
                        .as("log10 p of " + outcome.hypothesis() + " without rows")
                        .isGreaterThan(-0.5));
    }

    /** The effect that was put into the data is seen. */
    @Test
    default void plantedEffectIsSeen() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        TestPlan plan = rehearsal.plan(rehearsal.firstQuestion());
        assertThat(rehearsal.test(plan, 1).stream().mapToDouble(outcome -> log10p(outcome.strength())).min().orElseThrow())
                .as("smallest log10 p on the planted data")
                .isLessThanOrEqualTo(-3);
    }

    /**
     * On data without any effect, p-values at or below a level are no more frequent than the level.
     *
     * <p>One member of each family is looked at, in turn, so that the p-values are independent. The allowance is four
     * standard errors of a binomial fraction; seeds are fixed, so the check never flickers.
     */
    @Test
    default void strengthsAreValidUnderTheNull() {
        List<Double> pValues = nullPValues();
        int count = pValues.size();
        for (double level : new double[] {0.5, 0.2, 0.1, 0.05, 0.01}) {
            double fraction = pValues.stream().filter(p -> p <= level).count() / (double) count;
            assertThat(fraction)
                    .as("fraction of " + count + " null p-values at or below " + level)
                    .isLessThanOrEqualTo(level + 4 * Math.sqrt(level * (1 - level) / count));
        }
        assertThat(pValues.stream().filter(p -> p < 1)).as("null data that were tested at all").isNotEmpty();
    }

    private List<Double> nullPValues() {
        List<Double> pValues = new ArrayList<>();
        for (int seed = 0; seed < nullDatasets(); seed++) {
            Rehearsal rehearsal = Rehearsal.of(discipline(), study(), nullData(seed));
            List<TestOutcome> outcomes = rehearsal.test(rehearsal.plan(rehearsal.firstQuestion()), 1);
            Strength strength = outcomes.get(seed % outcomes.size()).strength();
            pValues.add(StrictMath.pow(10, log10p(strength)));
        }
        return pValues;
    }

    /** log10 of the p-value; of an e-value the p-value 1/e that Markov's inequality gives; 0 where nothing was tested. */
    private static double log10p(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> p.log10();
            case Strength.EValue e -> Math.min(0, -e.log10());
            case Strength.Untested _ -> 0;
        };
    }
}
