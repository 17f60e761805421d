package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;
import org.novum.particledecay.testing.Opened;
import org.novum.particledecay.testing.Pairs;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The sequence of states in one spectrum, what vetoes an excess, and the rule from outcome to verdict. */
class PeakTestTest {
    private static final String OPTIONS =
            "{daughters: [13, -13], massRange: [2.6, 3.6], states: 3, resolution: {tracks: 0.01}}";
    private static final InMemoryTable TWO_STATES =
            new Pairs(13, -13, 5).background(600, 2.6, 3.6).peak(250, 3.0).peak(150, 3.3).charged("two");

    private static List<TestOutcome> run(String yaml, InMemoryTable table) {
        return run(yaml, table, state -> true);
    }

    private static List<TestOutcome> run(String yaml, InMemoryTable table, java.util.function.IntPredicate states) {
        SearchOptions options = SearchOptionsTest.options(yaml);
        return Opened.tables(
                data -> new PeakTest(options, data)
                        .run(new DecaySpace(options, data.card()).propose(ResearchState.EMPTY).stream()
                                .filter(claim -> states.test(StateClaim.of(claim).state()))
                                .toList()),
                table);
    }

    private static double log10p(TestOutcome outcome) {
        return ((Strength.PValue) outcome.strength()).log10();
    }

    @Test
    void statesAreFoundAfterEachOther() {
        List<TestOutcome> outcomes = run(OPTIONS, TWO_STATES);
        assertThat(outcomes).hasSize(3);
        assertThat(Outcome.of(outcomes.get(0)).excess().mass()).isCloseTo(3.0, within(0.01));
        assertThat(Outcome.of(outcomes.get(1)).excess().mass()).isCloseTo(3.3, within(0.01));
        assertThat(log10p(outcomes.get(0))).isLessThan(-7);
        assertThat(log10p(outcomes.get(1))).isLessThan(-7);
        assertThat(log10p(outcomes.get(2))).as("there is no third").isGreaterThan(-2);
    }

    /** Whoever asks for the second state alone is told of the second, not of the first under another name. */
    @Test
    void aLaterStateMayBeAskedAlone() {
        List<TestOutcome> all = run(OPTIONS, TWO_STATES);
        assertThat(run(OPTIONS, TWO_STATES, state -> state == 2)).containsExactly(all.get(1));
    }

    @Test
    void theSequenceEndsWhereNothingIsFound() {
        List<TestOutcome> outcomes =
                run(OPTIONS, new Pairs(13, -13, 6).background(400, 2.6, 3.6).charged("none"));
        assertThat(log10p(outcomes.getFirst())).isGreaterThan(Math.log10(PeakTest.FOUND));
        assertThat(outcomes.subList(1, 3)).extracting(TestOutcome::strength)
                .containsOnly(new Strength.Untested("the state before it was not found"));
    }

    @Test
    void tooFewCandidatesAreNotTested() {
        assertThat(run(OPTIONS, new Pairs(13, -13, 6).background(5, 2.6, 3.6).charged("few")))
                .extracting(TestOutcome::strength)
                .allSatisfy(strength -> assertThat(strength).isInstanceOf(Strength.Untested.class));
    }

    /** Pairs of the same charge at the J/psi: a listed decay of which one charge was measured wrongly. */
    @Test
    void aMistakenChargeIsNoDoublyChargedState() {
        InMemoryTable same = new Pairs(13, 13, 7).background(300, 2.6, 3.6).peak(120, 3.097).charged("same");
        String options = "{daughters: [13, 13], charge: same, massRange: [2.6, 3.6], resolution: {tracks: 0.01}}";
        TestOutcome outcome = run(options, same).getFirst();
        assertThat(Outcome.of(outcome).veto()).contains("mistaken charge", "J/psi(1S)");
        assertThat(log10p(outcome)).as("a vetoed excess counts as p = 1").isZero();
        InMemoryTable elsewhere = new Pairs(13, 13, 7).background(300, 2.6, 3.6).peak(120, 3.35).charged("same");
        assertThat(Outcome.of(run(options, elsewhere).getFirst()).veto()).as("nothing known lies there").isNull();
    }

    /** In a window of few resolutions the end point of a cascade looks like a peak. */
    @Test
    void theEndOfABroadDistributionIsNoState() {
        String options = "{daughters: [13, -13], massRange: [1.4, 1.8], resolution: {tracks: 0.01}}";
        InMemoryTable edge = new Pairs(13, -13, 21).background(9000, 1.4, 1.8).triangle(2000, 1.42, 1.52).charged("edge");
        Outcome ended = Outcome.of(run(options, edge).getFirst());
        assertThat(ended.excess().log10Global()).as("the excess is real").isLessThan(-4);
        assertThat(ended.veto()).contains("an edge at 1.52").contains("better than a peak");
        assertThat(log10p(run(options, edge).getFirst())).isZero();

        KnownCauses.Edge contested = new KnownCauses.Edge("edge at 1.6 GeV", 5.5, 100);
        assertThat(contested.explains()).as("the two cannot be told apart").isFalse();
        assertThat(new KnownCauses.Edge("edge at 1.6 GeV", 5.5, 1000).explains()).isTrue();
        assertThat(ended.excess().atLeast(-6.5).log10Global()).isEqualTo(Math.max(-6.5, ended.excess().log10Global()));

        InMemoryTable peak = new Pairs(13, -13, 21).background(9000, 1.4, 1.8).peak(800, 1.6).charged("peak");
        assertThat(Outcome.of(run(options, peak).getFirst()).veto()).isNull();
        assertThat(log10p(run(options, peak).getFirst())).isLessThan(-7);
    }

    private static Verdict verdict(double log10, boolean accepted, Outcome detail) {
        TestPlan plan = new TestPlan(
                List.of(claim()), "s", "s", TestPlan.Dependence.POSITIVE, java.util.Map.of(),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        return new DecaySearch()
                .verdict(
                        plan,
                        new TestOutcome(claim().id(), new Strength.PValue(log10), detail.toJson()),
                        new LedgerDecision("test", 1, 0.05, accepted));
    }

    private static Hypothesis claim() {
        return new StateClaim(
                        "two", List.of(), List.of(13, -13), SearchOptions.Charge.OPPOSITE, 1, null,
                        StateClaim.PeakShapes.WITH_TAILS)
                .hypothesis("systematic");
    }

    private static Outcome detail(@org.jspecify.annotations.Nullable String veto, boolean undescribed) {
        return new Outcome(
                new Outcome.SampleCard("two", List.of(13, -13), 1, 0, 1, 1, 2), null, null, veto, undescribed, List.of());
    }

    /** A discovery needs the ledger and five standard deviations global: log10 p = -6.5426. */
    @Test
    void discoveryNeedsFiveStandardDeviationsAndTheLedger() {
        assertThat(verdict(-6.543, true, detail(null, false)).word()).isEqualTo("discovery");
        assertThat(verdict(-6.542, true, detail(null, false)).word()).isEqualTo("evidence");
        assertThat(verdict(-1.4, true, detail(null, false)).word()).isEqualTo("evidence");
        assertThat(verdict(-20, false, detail(null, false)).word()).isEqualTo("inconclusive");
        assertThat(verdict(-20, true, detail("a reflection", false)).word()).isEqualTo("refuted");
        assertThat(verdict(-20, true, detail(null, true)).word()).isEqualTo("inconclusive");
    }
}
