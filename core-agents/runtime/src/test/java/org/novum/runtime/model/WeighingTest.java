package org.novum.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Priors;
import org.novum.api.discipline.TestPlan;

class WeighingTest {
    private static TestPlan plan(int members) {
        List<Hypothesis> family = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            family.add(new Hypothesis("h" + i, "s", "p", JsonNodeFactory.instance.objectNode()));
        }
        return new TestPlan(
                family, "s", "all", TestPlan.Dependence.POSITIVE, Map.of(), JsonNodeFactory.instance.objectNode());
    }

    @Test
    void whereNobodyWeighsThePlanStaysWhatItIs() {
        TestPlan plan = plan(3);
        assertThat(Weighing.weigh(plan, Priors.NONE)).isSameAs(plan);
        Priors even = new Priors(Map.of("h0", 2.0, "h1", 2.0, "h2", 2.0), Map.of());
        assertThat(Weighing.weigh(plan, even)).isSameAs(plan);
        assertThat(Weighing.weigh(plan, new Priors(Map.of("elsewhere", 4.0), Map.of()))).isSameAs(plan);
    }

    @Test
    void whatIsWeighedAgainstPaysAndNobodyGainsOfTwo() {
        assertThat(Weighing.weigh(plan(2), new Priors(Map.of("h1", 4.0), Map.of())).weights())
                .containsExactly(Map.entry("h0", 0.25), Map.entry("h1", 1.0));
    }

    @Test
    void oneOfManyGains() {
        Map<String, Double> weighed = Weighing.weigh(plan(20), new Priors(Map.of("h1", 4.0), Map.of())).weights();
        // Of mean 1 they are 4 / 1.15 and 1 / 1.15; the greater half is one of the former and nine of the latter.
        assertThat(weighed.get("h1")).isCloseTo(4 / 1.3, within(1e-12));
        assertThat(weighed.get("h2")).isCloseTo(1 / 1.3, within(1e-12));
    }

    /** Products of many models' weights would leave nothing to the rest. */
    @RepeatedTest(200)
    void noHalfOfTheFamilyWeighsMoreThanWithoutWeightsAndNoWeightIsOutOfBounds(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int members = 1 + random.nextInt(400);
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < members; i++) {
            if (random.nextInt(3) == 0) {
                weights.put("h" + i, ProposalPrompt.WEIGHTS.get(random.nextInt(5)) * ProposalPrompt.WEIGHTS.get(random.nextInt(5)));
            }
        }
        Map<String, Double> weighed = Weighing.weigh(plan(members), new Priors(weights, Map.of())).weights();
        if (!weighed.isEmpty()) {
            assertThat(weighed).hasSize(members);
            List<Double> greatest = weighed.values().stream().sorted(Comparator.reverseOrder()).toList();
            double sum = 0;
            for (int count = 1; count <= members; count++) {
                sum += greatest.get(count - 1);
                if (2 * count >= members) {
                    assertThat(sum).as("any %d of %d claims", count, members).isLessThanOrEqualTo(count + 1e-9);
                }
            }
            assertThat(sum).isBetween(members / 2.0 - 1e-9, members + 1e-9);
            assertThat(weighed.values()).allSatisfy(weight -> assertThat(weight)
                    .isBetween(Weighing.LEAST - 1e-12, Weighing.MOST + 1e-12));
        }
    }
}
