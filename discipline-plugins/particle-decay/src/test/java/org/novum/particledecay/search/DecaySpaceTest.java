package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;

class DecaySpaceTest {
    private static DataPart part(String name, int daughters) {
        List<ColumnCard> columns = new ArrayList<>();
        columns.add(new ColumnCard("event", ColumnType.INT64, Unit.ONE));
        for (int daughter = 1; daughter <= daughters; daughter++) {
            for (String stem : List.of("E", "px", "py", "pz")) {
                columns.add(new ColumnCard(stem + daughter, ColumnType.FLOAT64, Unit.GEV));
            }
        }
        return new DataPart(name, "memory:" + name, 10, "0".repeat(64), columns);
    }

    private static DecaySpace space(String options, DataPart... parts) {
        return new DecaySpace(SearchOptionsTest.options(options), new DatasetCard("memory", List.of(parts)));
    }

    private static List<StateClaim> first(DecaySpace space) {
        return space.propose(ResearchState.EMPTY).stream().map(StateClaim::of).toList();
    }

    @Test
    void everyPartAndStateIsAsked() {
        List<StateClaim> claims =
                first(space("{daughters: [13, -13], states: 2}", part("a", 2), part("b", 2)));
        assertThat(claims).extracting(StateClaim::id).containsExactly("a/state-1", "a/state-2", "b/state-1", "b/state-2");
    }

    @Test
    void combinedPartsAreOneSpectrum() {
        List<StateClaim> claims = first(space("{daughters: [13, -13], combine: both}", part("a", 2), part("b", 2)));
        assertThat(claims).extracting(StateClaim::id).containsExactly("both/state-1");
    }

    /** K- pi+ pi+: the pair of pions has charge 2, which no meson carries; the other pairs are neutral. */
    @Test
    void subCombinationsConserveCharge() {
        List<StateClaim> claims =
                first(space("{daughters: [-321, 211, 211], subCombinations: true}", part("a", 3)));
        assertThat(claims).extracting(StateClaim::positions)
                .containsExactly(List.of(), List.of(0, 1), List.of(0, 2));
        assertThat(claims.get(1).daughters()).containsExactly(-321, 211);
    }

    /** e+ mu- carries lepton numbers of two kinds, and p p baryon number 2. */
    @Test
    void subCombinationsConserveLeptonAndBaryonNumber() {
        assertThat(first(space("{daughters: [-11, 13, 211], subCombinations: true}", part("a", 3))))
                .extracting(StateClaim::positions)
                .doesNotContain(List.of(0, 1));
        assertThat(first(space("{daughters: [2212, 2212, -211], subCombinations: true}", part("a", 3))))
                .extracting(StateClaim::positions)
                .containsExactly(List.of(), List.of(0, 2), List.of(1, 2));
    }

    @Test
    void withoutIdentitiesEverySubCombinationIsAsked() {
        assertThat(first(space("{subCombinations: true}", part("a", 4)))).hasSize(1 + 6 + 4);
    }

    @Test
    void asManyDaughtersAsColumns() {
        DecaySpace space = space("{daughters: [13, -13], subCombinations: true}", part("a", 3));
        assertThatThrownBy(() -> space.propose(ResearchState.EMPTY))
                .isInstanceOfSatisfying(
                        NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("memory:a has 3");
    }

    @Test
    void aRegisteredScanAsksOnce() {
        DecaySpace space = space("{daughters: [13, -13]}", part("a", 2));
        assertThat(space.propose(after(space, true))).isEmpty();
    }

    @Test
    void aSecondRoundAsksForTailsWhereThePeakWasNotDescribed() {
        DecaySpace space = space("{daughters: [13, -13], rounds: {slices: 2}}", part("a", 2), part("b", 2));
        assertThat(first(space)).extracting(StateClaim::id).containsExactly("a/state-1/symmetric", "b/state-1/symmetric");
        assertThat(space.propose(after(space, true))).extracting(Hypothesis::id).containsExactly("a/state-1");
        assertThat(space.propose(after(space, false))).isEmpty();
    }

    @Test
    void whatItProposesIsValid() {
        DecaySpace space = space("{daughters: [13, -13], rounds: {slices: 2}}", part("a", 2));
        space.propose(ResearchState.EMPTY).forEach(space::validate);
        space.propose(after(space, true)).forEach(space::validate);
    }

    /** A symmetric peak belongs to the rounds alone: the registered scan has one claim per state. */
    @Test
    void shapesThatTheDesignDoesNotAskAreRefused() {
        Hypothesis symmetric = space("{daughters: [13, -13], rounds: {slices: 2}}", part("a", 2))
                .propose(ResearchState.EMPTY)
                .getFirst();
        DecaySpace registered = space("{daughters: [13, -13]}", part("a", 2));
        assertThatThrownBy(() -> registered.validate(symmetric))
                .isInstanceOf(InvalidHypothesisException.class);
    }

    /** A finished first round, in which the excess of the first part was described or not. */
    private static ResearchState after(DecaySpace space, boolean undescribed) {
        List<Hypothesis> family = space.propose(ResearchState.EMPTY);
        List<ResearchState.Judged> judged = new ArrayList<>();
        for (Hypothesis member : family) {
            boolean this_ = undescribed && member == family.getFirst();
            Outcome outcome = new Outcome(
                    new Outcome.SampleCard(member.id(), List.of(13, -13), 100, 0, 100, 1, 2),
                    new Outcome.Excess(1.5, 0.01, 50, 6, -9, -7),
                    new Outcome.ScanCard("flat", 250, "TOYS"),
                    null,
                    this_,
                    List.of());
            judged.add(new ResearchState.Judged(
                    member,
                    new TestOutcome(member.id(), new Strength.PValue(this_ ? 0 : -7), outcome.toJson()),
                    new LedgerDecision("test", 1, 0.05, false),
                    new Verdict.Inconclusive("made up")));
        }
        TestPlan plan = new TestPlan(
                family, "s", "s", TestPlan.Dependence.POSITIVE, java.util.Map.of(),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        Analysis analysis =
                new Analysis("nothing", com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        return new ResearchState(List.of(new ResearchState.Round(plan, analysis, judged)));
    }
}
