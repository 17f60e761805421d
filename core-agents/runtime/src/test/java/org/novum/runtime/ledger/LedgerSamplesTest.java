package org.novum.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novum.runtime.ledger.Registrations.ALL;
import static org.novum.runtime.ledger.Registrations.KEYED;
import static org.novum.runtime.ledger.Registrations.WHOLE;
import static org.novum.runtime.ledger.Registrations.assertRefused;
import static org.novum.runtime.ledger.Registrations.files;
import static org.novum.runtime.ledger.Registrations.plan;
import static org.novum.runtime.ledger.Registrations.request;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Budget;
import org.novum.journal.Digest;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.Registration.Requester;
import org.novum.runtime.content.ContentSketch;
import org.novum.runtime.content.Contents;
import org.novum.runtime.partition.Slices;

/** Which rows a registration may use, and which registrations share a budget because they share rows. */
class LedgerSamplesTest {
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
    void overlappingFilesShareOneStreamAndDisjointOnesDoNot() {
        assertThat(ledger.register(request("one", files("a", "b"))).level()).isEqualTo(0.025);
        assertThat(ledger.register(request("two", files("c"))).level()).isEqualTo(0.025);
        assertThat(ledger.register(request("three", files("b", "d"))).level()).isEqualTo(0.0125);
        // Reaches "a" and "b" through "d".
        assertThat(ledger.register(request("four", files("d"))).level()).isCloseTo(0.00625, within(1e-15));
        // Joins both streams, which together have spent all of one promise.
        assertRefused(() -> ledger.register(request("five", files("a", "c"))), "budget of this experiment is spent");
        assertThat(ledger.register(request("six", files("e"))).level()).isEqualTo(0.025);
    }

    @Test
    void exploredRowsCanNeverConfirm() {
        RegistrationRequest.Sample explored = new RegistrationRequest.Sample(files("a", "b"), KEYED, Slices.EXPLORATION);
        Requester explorer = new Requester("explorer", "run-1");
        ledger.fixPartition(explored, explorer);
        ledger.explored(new RegistrationRequest.Sample(files("a", "b"), KEYED, "confirmation-1"), explorer);
        TestPlan plan = plan("one", 1, TestPlan.Dependence.POSITIVE);

        for (String slice : List.of(Slices.EXPLORATION, "confirmation-1")) {
            assertRefused(
                    () -> ledger.register(request(plan, new RegistrationRequest.Sample(files("a"), KEYED, slice), ALL)),
                    "rows of " + slice + " were explored by run run-1 of study explorer");
        }
        assertRefused(
                () -> ledger.register(request(plan, new RegistrationRequest.Sample(files("b"), WHOLE, Slices.ALL), ALL)),
                "explored rows cannot confirm");
        assertThat(store.state().registrations()).isEmpty();
        assertThat(ledger.register(request(plan, new RegistrationRequest.Sample(files("a"), KEYED, "confirmation-2"), ALL))
                        .level())
                .isEqualTo(0.05);
        assertThat(ledger.register(request(plan, new RegistrationRequest.Sample(files("c"), WHOLE, Slices.ALL), ALL)).level())
                .isEqualTo(0.05);
    }

    @Test
    void theVeryRegistrationThatWasExploredLaterIsStillAnswered() {
        RegistrationRequest.Sample slice = new RegistrationRequest.Sample(files("a"), KEYED, "confirmation-1");
        TestPlan plan = plan("one", 1, TestPlan.Dependence.POSITIVE);
        RegistrationRequest request = request(plan, slice, ALL);
        Enrolment first = ledger.register(request);
        ledger.explored(slice, new Requester("s", "r"));
        assertThat(ledger.register(request)).isEqualTo(first);
    }

    @Test
    void aSplitIsFixedOnce() {
        Requester requester = new Requester("s", "r");
        RegistrationRequest.Sample fixed = new RegistrationRequest.Sample(files("a"), KEYED, Slices.EXPLORATION);
        ledger.fixPartition(fixed, requester);
        ledger.fixPartition(fixed, requester);
        assertThat(store.state().openings()).hasSize(1);
        ledger.fixPartition(fixed, new Requester("s", "another run"));
        assertThat(store.state().openings()).hasSize(2);

        PartitionPolicy more = new PartitionPolicy.ByKey(List.of("key"), 0.6, 2);
        PartitionPolicy otherKeys = new PartitionPolicy.ByKey(List.of("run", "key"), 0.6, 2);
        for (PartitionPolicy policy : List.of(WHOLE, more, otherKeys)) {
            assertRefused(
                    () -> ledger.fixPartition(
                            new RegistrationRequest.Sample(files("a", "z"), policy, Slices.EXPLORATION), requester),
                    "keep that split");
        }
        // The same events may stand in another file with other bytes; the keys tell.
        assertRefused(
                () -> ledger.fixPartition(
                        new RegistrationRequest.Sample(files("a again"), more, Slices.EXPLORATION), requester),
                "keep that split");
        assertThat(store.state().openings()).hasSize(2);
        ledger.fixPartition(new RegistrationRequest.Sample(files("z"), otherKeys, Slices.EXPLORATION), requester);
        ledger.fixPartition(new RegistrationRequest.Sample(files("z2"), WHOLE, Slices.EXPLORATION), requester);
    }

    private static RegistrationRequest.Sample whole(String... contents) {
        return new RegistrationRequest.Sample(files(contents), WHOLE, Slices.ALL);
    }

    /** A file that holds the fingerprints from one number up to another. */
    private static RegistrationRequest.Sample holding(String file, long from, long to) {
        ContentSketch sketch = ContentSketch.of(LongStream.range(from, to).toArray());
        Contents contents = new Contents(new TreeMap<>(Map.of(Digest.of(file.getBytes()).hex(), sketch)));
        return new RegistrationRequest.Sample(files(file), WHOLE, Slices.ALL, contents);
    }

    @Test
    void filesThatOverlapShareABudgetDirectlyOrThroughOthers() {
        Requester requester = new Requester("s", "r");
        TestPlan plan = plan("one", 1, TestPlan.Dependence.POSITIVE);
        RegistrationRequest.Sample first = holding("first", 0, 100);
        RegistrationRequest.Sample bridge = holding("bridge", 90, 190);
        RegistrationRequest.Sample last = holding("last", 180, 280);
        RegistrationRequest.Sample stranger = holding("stranger", 276, 376);
        List<Double> levels = new ArrayList<>();
        for (RegistrationRequest.Sample sample : List.of(first, stranger, bridge, last)) {
            ledger.fixPartition(sample, requester);
            levels.add(ledger.register(request(plan, sample, Budget.USUAL)).level());
        }
        // "stranger" shares 4 of 100 with "last", which is below what counts as overlap.
        assertThat(levels.subList(0, 3)).containsExactly(0.025, 0.025, 0.0125);
        assertThat(levels.getLast()).isCloseTo(0.00625, within(1e-15));
        Enrolment again = ledger.register(request(plan("two", 1, TestPlan.Dependence.POSITIVE), last, Budget.USUAL));
        assertThat(again.rowsSeenBefore()).isTrue();
    }

    @Test
    void sketchesAreKeptOnce() {
        Requester requester = new Requester("s", "r");
        ledger.fixPartition(holding("a", 0, 100), requester);
        ledger.fixPartition(holding("a", 0, 100), new Requester("s", "another run"));
        assertThat(store.state().openings()).hasSize(1);
    }

    @Test
    void everyLookOfAPersonCounts() {
        RegistrationRequest.Sample look = new RegistrationRequest.Sample(files("a"), WHOLE, Slices.ALL);
        Requester person = new Requester("d.summary", "call");
        ledger.openedByPerson(new Looks.Look(look, person, "10:00"));
        ledger.openedByPerson(new Looks.Look(look, person, "10:05"));
        ledger.openedByPerson(new Looks.Look(look, person, "10:05"));
        assertThat(ledger.fixPartition(new RegistrationRequest.Sample(files("a", "b"), KEYED, Slices.EXPLORATION), person))
                .isEqualTo(2);
        assertThat(ledger.fixPartition(new RegistrationRequest.Sample(files("b"), KEYED, Slices.EXPLORATION), person))
                .isZero();
        assertThat(ledger.knows(whole("a"))).isTrue();
        assertThat(ledger.knows(whole("c"))).isFalse();
    }
}
