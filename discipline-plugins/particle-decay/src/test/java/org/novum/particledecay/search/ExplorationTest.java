package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline.Question;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.particledecay.testing.Opened;
import org.novum.particledecay.testing.Pairs;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

/** What exploration rows say of each spectrum, and that the registered test tries it. */
class ExplorationTest {
    /** The study believes in tracks three times better than they are. */
    private static final String OPTIONS = "{daughters: [13, -13], massRange: [2.6, 3.6], resolution: {tracks: 0.0033},"
            + " widths: [0.72, 1, 1.4], rounds: {explorationFraction: 0.3, slices: 2}}";

    private static final InMemoryTable FIRST =
            new Pairs(13, -13, 5).background(600, 2.6, 3.6).peak(400, 3.0).charged("first");
    private static final InMemoryTable SECOND =
            new Pairs(13, -13, 6).background(600, 2.6, 3.6).peak(400, 3.2).charged("second");
    private static final InMemoryTable EMPTY =
            new Pairs(13, -13, 7).background(600, 2.6, 3.6).charged("third");

    private record Tested(Analysis analysis, TestPlan plan, List<TestOutcome> outcomes) {}

    private static Tested run(InMemoryTable... tables) {
        JsonNode options = SearchOptionsTest.node(OPTIONS);
        Study study = new Study(
                "s", "q", "e", "particle-decay", new DataSource(List.of("x"), Map.of(), Map.of(), Map.of()),
                (ObjectNode) options, Budget.USUAL);
        DecaySearch search = new DecaySearch();
        return Opened.in(InMemoryDataset.of("memory", tables), (data, context) -> {
            Question question = new Question(
                    study,
                    data.card(),
                    ResearchState.EMPTY,
                    search.space(SearchOptions.of(options), data.card()).propose(ResearchState.EMPTY));
            Analysis analysis = search.analyse(question, data, context);
            TestPlan plan = search.plan(question, analysis);
            return new Tested(analysis, plan, search.test(plan, data, context));
        });
    }

    @Test
    void everySpectrumIsLookedAtAndItsWidthIsTried() {
        Tested tested = run(FIRST, SECOND, EMPTY);
        JsonNode exploration = tested.plan().design().path("exploration");
        assertThat(exploration).isEqualTo(tested.analysis().content()).hasSize(3);
        SearchOptions options = SearchOptions.of(tested.plan().design().path("options"));
        List<List<Double>> widths = tested.plan().family().stream()
                .map(StateClaim::of)
                .map(claim -> Exploration.widened(options, exploration, claim).widths())
                .toList();
        assertThat(widths.subList(0, 2)).allSatisfy(factors -> {
            assertThat(factors).startsWith(0.72, 1.0, 1.4).hasSize(4);
            assertThat(factors.getLast()).isCloseTo(3, within(0.6));
        });
        assertThat(widths.getLast()).containsExactly(0.72, 1.0, 1.4);
        assertThat(tested.analysis().summary()).contains("rows of first", "rows of second", "rows of third: no peak");
        for (int i = 0; i < 2; i++) {
            Outcome.Excess excess = Outcome.of(tested.outcomes().get(i)).excess();
            assertThat(excess.sigma())
                    .as("a peak of 1 % tracks in units that only the exploration knew")
                    .isGreaterThan(0.017);
        }
    }
}
