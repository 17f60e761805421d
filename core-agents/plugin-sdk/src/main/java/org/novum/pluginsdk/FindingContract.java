package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.ResearchState.Judged;
import org.novum.api.discipline.ResearchState.Round;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.finding.Figure;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.api.finding.Verdict;
import org.novum.pluginsdk.fake.SampleLedger;

/** Verdicts and measurements. */
public interface FindingContract extends DisciplineFixture {
    /** Nothing is accepted that the ledger did not accept, however strong it looks. */
    @Test
    default void verdictNeverAcceptsWhatTheLedgerRefused() {
        for (Round round : rounds()) {
            for (Judged judged : round.judged()) {
                for (TestOutcome outcome : strengthened(judged.outcome())) {
                    Verdict verdict = discipline().verdict(round.plan(), outcome, decision(false));
                    assertThat(verdict.accepted()).as(outcome + " was refused by the ledger").isFalse();
                    assertThat(verdict.reason()).isNotBlank();
                }
            }
        }
    }

    /** A smaller p-value or the ledger's acceptance never makes the verdict weaker. */
    @Test
    default void verdictIsMonotone() {
        for (Round round : rounds()) {
            for (Judged judged : round.judged()) {
                int before = 0;
                for (TestOutcome outcome : strengthened(judged.outcome())) {
                    int refused = rank(discipline().verdict(round.plan(), outcome, decision(false)));
                    int accepted = rank(discipline().verdict(round.plan(), outcome, decision(true)));
                    assertThat(accepted).as(outcome + " accepted").isGreaterThanOrEqualTo(refused);
                    assertThat(accepted).as(outcome + " against a weaker one").isGreaterThanOrEqualTo(before);
                    before = accepted;
                }
            }
        }
    }

    /** The rule gives the same verdict for an outcome that was written and read. */
    @Test
    default void verdictSurvivesTheJournal() {
        for (Round round : rounds()) {
            for (Judged judged : round.judged()) {
                TestOutcome readBack = Json.roundTrip(judged.outcome(), TestOutcome.class);
                assertThat(discipline().verdict(round.plan(), readBack, judged.decision()))
                        .isEqualTo(judged.verdict());
            }
        }
    }

    /** What the ledger accepts in the planted data is found. */
    @Test
    default void plantedEffectIsFound() {
        assertThat(rounds().stream().flatMap(round -> round.judged().stream()).map(Judged::verdict))
                .anyMatch(Verdict::accepted);
    }

    /** Measurements belong to hypotheses that were asked, name their subject and can be written to a result. */
    @Test
    default void measurementsAreComplete() {
        ResearchState state = research();
        List<Measurement> measurements = Rehearsal.of(discipline(), study(), planted()).measure(state);
        List<String> asked = state.rounds().stream()
                .flatMap(round -> round.judged().stream())
                .map(judged -> judged.hypothesis().id())
                .toList();
        assertThat(measurements).isNotEmpty();
        assertThat(measurements).extracting(Measurement::hypothesis).doesNotHaveDuplicates().isSubsetOf(asked);
        for (Measurement measurement : measurements) {
            String subject = measurement.hypothesis();
            assertThat(measurement.statement()).as(subject).isNotBlank().doesNotContain("\n");
            assertThat(measurement.attributes().has("subject") || measurement.attributes().has("channel"))
                    .as(subject + " names its subject or channel")
                    .isTrue();
            assertThat(measurement.quantities()).as(subject).isNotEmpty();
            measurement.quantities().forEach((name, quantity) -> assertThat(quantity.unit().symbol())
                    .as(subject + " " + name)
                    .isNotBlank());
            assertThat(logarithms(measurement)).as("log10 p of " + subject).allMatch(value -> value <= 0);
            measurement.figures().forEach(FindingContract::assertDrawable);
        }
        assertThat(measurements)
                .as("accepted hypotheses have a measurement")
                .extracting(Measurement::hypothesis)
                .containsAll(accepted(state));
    }

    /** Measurements do not depend on threads or batches. */
    @Test
    default void measurementsAreReproducible() {
        ResearchState state = research();
        String expected = Json.text(Rehearsal.of(discipline(), study(), planted()).measure(state));
        Rehearsal other = new Rehearsal(discipline(), study(), planted().inBatchesOf(7), 4);
        assertThat(Json.text(other.measure(state))).isEqualTo(expected);
    }

    private ResearchState research() {
        return Rehearsal.of(discipline(), study(), planted()).run(SampleLedger.BONFERRONI, maximalRounds());
    }

    private List<Round> rounds() {
        return research().rounds();
    }

    private static List<String> accepted(ResearchState state) {
        return state.rounds().stream()
                .flatMap(round -> round.judged().stream())
                .filter(judged -> judged.verdict().accepted())
                .map(judged -> judged.hypothesis().id())
                .distinct()
                .toList();
    }

    private static LedgerDecision decision(boolean accepted) {
        return new LedgerDecision("contract", 1, 0.05, accepted);
    }

    /** The outcome with the same detail and ever stronger evidence of the same kind. */
    private static List<TestOutcome> strengthened(TestOutcome outcome) {
        List<TestOutcome> all = new ArrayList<>();
        for (double log10 : new double[] {0, -1e-6, -0.3, -1, -2, -4, -8, -20, -300}) {
            Strength strength =
                    switch (outcome.strength()) {
                        case Strength.PValue _, Strength.Untested _ -> new Strength.PValue(log10);
                        case Strength.EValue _ -> new Strength.EValue(-log10);
                    };
            all.add(new TestOutcome(outcome.hypothesis(), strength, outcome.detail()));
        }
        return all;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refuted _ -> 0;
            case Verdict.Inconclusive _ -> 1;
            case Verdict.Evidence _ -> 2;
            case Verdict.Discovery _ -> 3;
        };
    }

    private static Stream<Double> logarithms(Measurement measurement) {
        Significance stated = measurement.log10p();
        return Stream.of(
                        Optional.ofNullable(stated.local()),
                        Optional.ofNullable(stated.global()),
                        Optional.ofNullable(stated.campaign()))
                .flatMap(Optional::stream);
    }

    private static void assertDrawable(Figure figure) {
        assertThat(figure.title()).isNotBlank();
        assertThat(figure.xLabel()).isNotBlank();
        assertThat(figure.panels()).isNotEmpty();
        for (Figure.Panel panel : figure.panels()) {
            assertThat(panel.yLabel()).as(figure.title()).isNotBlank();
            assertThat(panel.series()).as(figure.title()).isNotEmpty();
            for (Figure.Series series : panel.series()) {
                assertThat(series.name()).as(figure.title()).isNotBlank();
                assertThat(series.x()).as(series.name()).isSorted();
                assertThat(series.x()).as(series.name()).doesNotContain(Double.NaN);
                assertThat(series.y()).as(series.name()).doesNotContain(Double.NaN);
            }
        }
    }
}
