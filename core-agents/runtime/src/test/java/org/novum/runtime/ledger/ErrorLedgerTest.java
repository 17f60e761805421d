package org.novum.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.novum.runtime.ledger.Registrations.ALL;
import static org.novum.runtime.ledger.Registrations.KEYED;
import static org.novum.runtime.ledger.Registrations.WHOLE;
import static org.novum.runtime.ledger.Registrations.assertRefused;
import static org.novum.runtime.ledger.Registrations.files;
import static org.novum.runtime.ledger.Registrations.outcomes;
import static org.novum.runtime.ledger.Registrations.plan;
import static org.novum.runtime.ledger.Registrations.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Budget;
import org.novum.journal.Digest;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.Registration.Requester;
import org.novum.report.LedgerRow;
import org.novum.runtime.partition.Slices;

class ErrorLedgerTest {
    @TempDir
    private Path folder;

    private ExperimentLedgerStore store;
    private ErrorLedger ledger;

    @BeforeEach
    void open() {
        store = new LedgerFiles(folder, () -> Instant.EPOCH).open("trial");
        ledger = new ErrorLedger(store);
    }

    @AfterEach
    void close() {
        assertThat(store.verify().firstFailure()).isEmpty();
        store.close();
    }

    @Test
    void registrationsPayTheirShareOfWhatIsLeft() {
        DatasetCard data = files("a");
        assertThat(ledger.register(request("one", data)).level()).isEqualTo(0.025);
        assertThat(ledger.register(request("two", data)).level()).isEqualTo(0.0125);
        Enrolment third = ledger.register(request(plan("three", 4, TestPlan.Dependence.POSITIVE), data, Budget.USUAL));
        assertThat(third.level()).isCloseTo(0.00625, within(1e-15));
        assertThat(third.firstIndex()).isEqualTo(3);
        assertThat(ledger.rows()).extracting(LedgerRow::index).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void theSumOfLevelsNeverPassesThePromise() {
        SplittableRandom random = new SplittableRandom(20261122);
        double spent = 0;
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            Budget budget = new Budget(
                    random.nextBoolean() ? 0.05 : 0.2, random.nextInt(4) == 0 ? 1 : 0.1 + 0.8 * random.nextDouble(), 1);
            try {
                spent += ledger.register(request(plan("claim" + i, 1 + random.nextInt(5), TestPlan.Dependence.ARBITRARY), files("a"), i == 0 ? Budget.USUAL : budget))
                        .level();
            } catch (NovumException exhausted) {
                assertThat(exhausted.exitCode()).isEqualTo(ExitCode.REFUSED);
                refused++;
            }
            assertThat(spent).isLessThanOrEqualTo(0.05 + 1e-15);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aStricterStudyPaysFromItsOwnPromise() {
        ledger.register(request("one", files("a")));
        assertRefused(
                () -> ledger.register(
                        request(plan("two", 1, TestPlan.Dependence.POSITIVE), files("a"), new Budget(0.01, 1, 1))),
                "budget of this experiment is spent");
        assertThat(ledger.register(request(plan("two", 1, TestPlan.Dependence.POSITIVE), files("a"), new Budget(0.03, 1, 1)))
                        .level())
                .isCloseTo(0.005, within(1e-15));
    }

    @Test
    void anIdenticalRegistrationGetsTheRecordedRulingAndPaysNothing() {
        TestPlan plan = plan("one", 3, TestPlan.Dependence.POSITIVE);
        RegistrationRequest request = request(plan, files("b", "a"), ALL);
        Enrolment first = ledger.register(request);
        Ruling ruling = ledger.decide(request.hash(), outcomes(plan, 0.001, 0.5, 0.02));
        assertThat(ruling.entries()).extracting(entry -> entry.decision().accepted()).containsExactly(true, false, true);

        // Another study, run, seed, order of files and proposer: the same question.
        TestPlan again = new TestPlan(
                plan.family().stream()
                        .map(one -> new Hypothesis(one.id(), one.statement(), "a model", one.claim()))
                        .toList(),
                plan.statistic(), plan.selection(), plan.dependence(), plan.weights(), plan.design());
        RegistrationRequest other = new RegistrationRequest(
                again,
                request.discipline(),
                new RegistrationRequest.Sample(files("a", "b"), new PartitionPolicy.WholeSample("no need"), Slices.ALL),
                new Requester("other study", "other run"),
                Budget.USUAL);
        assertThat(other.hash()).isEqualTo(request.hash());
        assertThat(ledger.register(other)).isEqualTo(first);
        assertThat(ledger.decide(other.hash(), outcomes(again, 0.001, 0.5, 0.02))).isEqualTo(ruling);
        assertThat(store.state().entries()).hasSize(2);
        assertThatThrownBy(() -> ledger.decide(other.hash(), outcomes(again, 1e-9, 0.5, 0.02)))
                .isInstanceOfSatisfying(
                        NovumException.class, defect -> assertThat(defect.exitCode()).isEqualTo(ExitCode.SOFTWARE))
                .hasMessageContaining("one/0")
                .hasMessageContaining("not reproducible");
    }

    @Test
    void whateverChangesTheTestIsAnotherRegistration() {
        TestPlan plan = plan("one", 2, TestPlan.Dependence.POSITIVE);
        Digest hash = request(plan, files("a"), ALL).hash();
        assertThat(request(plan, files("b"), ALL).hash()).isNotEqualTo(hash);
        assertThat(request(plan("one", 2, TestPlan.Dependence.ARBITRARY), files("a"), ALL).hash()).isNotEqualTo(hash);
        assertThat(request(plan("one", 1, TestPlan.Dependence.POSITIVE), files("a"), ALL).hash()).isNotEqualTo(hash);
        assertThat(request(plan, new RegistrationRequest.Sample(files("a"), KEYED, "confirmation-1"), ALL).hash())
                .isNotEqualTo(hash);
        assertThat(new RegistrationRequest(
                                plan,
                                new DisciplineCard("d", "2", "", List.of(), List.of()),
                                new RegistrationRequest.Sample(files("a"), WHOLE, Slices.ALL),
                                new Requester("s", "r"),
                                ALL)
                        .hash())
                .isNotEqualTo(hash);
        TestPlan designed = new TestPlan(
                plan.family(), plan.statistic(), plan.selection(), plan.dependence(), Map.of(),
                JsonNodeFactory.instance.objectNode().put("window", 3));
        assertThat(request(designed, files("a"), ALL).hash()).isNotEqualTo(hash);
    }

    @Test
    void discoveriesOfOtherRowsRaiseTheLevelsAndThoseOfTheSameRowsDoNot() {
        RegistrationRequest.Sample first = new RegistrationRequest.Sample(files("a"), KEYED, "confirmation-1");
        RegistrationRequest.Sample second = new RegistrationRequest.Sample(files("a"), KEYED, "confirmation-2");
        TestPlan found = plan("found", 4, TestPlan.Dependence.POSITIVE);
        RegistrationRequest request = request(found, first, Budget.USUAL);
        assertThat(ledger.register(request).rowsSeenBefore()).isFalse();
        ledger.decide(request.hash(), outcomes(found, 1e-9, 1e-9, 1e-9, 1e-9));

        TestPlan asked = plan("asked", 2, TestPlan.Dependence.POSITIVE);
        RegistrationRequest unseen = request(asked, second, Budget.USUAL);
        assertThat(ledger.register(unseen).rowsSeenBefore()).isFalse();
        Ruling boosted = ledger.decide(unseen.hash(), outcomes(asked, 0.9, 0.9));
        assertThat(boosted.discoveriesBefore()).isEqualTo(4);
        // LOND over families: 0.0125 (4 + 1) / 2.
        assertThat(boosted.entries().getFirst().decision().level()).isCloseTo(0.0125 * 5 / 2, within(1e-15));

        TestPlan late = plan("late", 2, TestPlan.Dependence.POSITIVE);
        RegistrationRequest seen = request(late, first, Budget.USUAL);
        assertThat(ledger.register(seen).rowsSeenBefore()).isTrue();
        Ruling plain = ledger.decide(seen.hash(), outcomes(late, 0.9, 0.9));
        assertThat(plain.discoveriesBefore()).isZero();
        // No boost, and arbitrary dependence over all eight members: 0.00625 / 2 / H_8.
        double harmonic = DoubleStream.of(1, 2, 3, 4, 5, 6, 7, 8).map(k -> 1 / k).sum();
        assertThat(plain.entries().getFirst().decision().level()).isCloseTo(0.00625 / 2 / harmonic, within(1e-15));
    }

    @Test
    void aSingleFamilyWithTheWholeBudgetIsBenjaminiHochbergOrYekutieli() {
        double[] p = {0.001, 0.012, 0.014, 0.03, 0.2};
        TestPlan positive = plan("positive", 5, TestPlan.Dependence.POSITIVE);
        RegistrationRequest one = request(positive, files("a"), ALL);
        ledger.register(one);
        // 0.03 <= 4 x 0.05 / 5.
        assertThat(ledger.decide(one.hash(), outcomes(positive, p)).accepted()).isEqualTo(4);
        TestPlan arbitrary = plan("arbitrary", 5, TestPlan.Dependence.ARBITRARY);
        RegistrationRequest two = request(arbitrary, files("b"), ALL);
        ledger.register(two);
        // H_5 = 2.2833: 0.014 <= 3 x 0.05 / 5 / H_5 = 0.01314 fails, as do 2 and 4 members; 0.001 passes alone.
        assertThat(ledger.decide(two.hash(), outcomes(arbitrary, p)).accepted()).isEqualTo(1);
    }

    @Test
    void untestedMembersCountAsOneAndEvaluesAsTheirReciprocal() {
        TestPlan plan = plan("mixed", 3, TestPlan.Dependence.ARBITRARY);
        RegistrationRequest request = request(plan, files("a"), ALL);
        ledger.register(request);
        List<Strength> strengths =
                List.of(new Strength.EValue(3), new Strength.Untested("too few rows"), new Strength.EValue(-2));
        Ruling ruling = ledger.decide(
                request.hash(),
                IntStream.range(0, 3)
                        .mapToObj(i -> new TestOutcome(
                                plan.family().get(i).id(), strengths.get(i), JsonNodeFactory.instance.objectNode()))
                        .toList());
        assertThat(ruling.entries()).extracting(entry -> entry.decision().accepted()).containsExactly(true, false, false);
    }

    @Test
    void weightsMoveTheLevels() {
        TestPlan even = plan("weighted", 2, TestPlan.Dependence.POSITIVE);
        TestPlan plan = new TestPlan(
                even.family(), even.statistic(), even.selection(), even.dependence(),
                Map.of("weighted/0", 1.8, "weighted/1", 0.2), even.design());
        RegistrationRequest request = request(plan, files("a"), ALL);
        ledger.register(request);
        Ruling ruling = ledger.decide(request.hash(), outcomes(plan, 0.04, 0.04));
        assertThat(ruling.entries()).extracting(entry -> entry.decision().accepted()).containsExactly(true, false);
        assertThat(ruling.entries().get(0).decision().level()).isCloseTo(0.045, within(1e-15));
        assertThat(ruling.entries().get(1).decision().level()).isCloseTo(0.005, within(1e-15));
    }

    @Test
    void anUndecidedRegistrationStaysSpent() {
        ledger.register(request(plan("one", 2, TestPlan.Dependence.POSITIVE), files("a"), ALL));
        assertRefused(() -> ledger.register(request("two", files("a"))), "0.0500 of 0.0500 by 1 registrations");
        assertThat(ledger.rows())
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.accepted()).isFalse();
                    assertThat(row.spent()).isEqualTo(0.05);
                    assertThat(row.strength()).isInstanceOf(Strength.Untested.class);
                });
    }
}
