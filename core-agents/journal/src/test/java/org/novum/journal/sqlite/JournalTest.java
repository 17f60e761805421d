package org.novum.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novum.journal.sqlite.RunFolder.bytes;
import static org.novum.journal.sqlite.RunFolder.digest;
import static org.novum.journal.sqlite.RunFolder.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.journal.Digest;
import org.novum.journal.InDoubtResolver;
import org.novum.journal.InDoubtResolver.Resolution;
import org.novum.journal.Journal;
import org.novum.journal.JournalException;
import org.novum.journal.JournalRecord;
import org.novum.journal.JournalRecord.Event;
import org.novum.journal.JournalRecord.Opened;
import org.novum.journal.JournalRecord.Purpose;
import org.novum.journal.JournalRecord.Registered;
import org.novum.journal.Step;
import org.novum.journal.StepKind;
import org.novum.journal.StepOutcome;
import org.novum.journal.StepOutcome.Origin;
import org.novum.journal.StepWork;
import org.novum.journal.StepYield;

class JournalTest {

    private static final Digest INPUT = digest("input");
    private static final InDoubtResolver NEVER_ASKED = step -> {
        throw new AssertionError("nobody is in doubt");
    };

    @TempDir
    private Path path;

    private RunFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new RunFolder(path);
    }

    @Test
    void recordsIntentThenResultWithEventThenPublication() {
        List<String> boundaries = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        Journal.Parts parts = folder.parts("first")
                .publishingTo((sequence, event) -> events.add(event))
                .watchedBy((boundary, subject) -> boundaries.add(boundary + " " + subject));
        try (Journal journal = Journal.open(parts)) {
            journal.record(new JournalRecord.RunStarted(json("study", "omega")));
            StepOutcome.Completed outcome = journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass")));

            assertThat(outcome.origin()).isEqualTo(Origin.EXECUTED);
            assertThat(outcome.digest()).isEqualTo(digest("mass"));
            assertThat(journal.reader().entries())
                    .extracting(entry -> entry.record().getClass().getSimpleName())
                    .containsExactly("LeaseTaken", "RunStarted", "Intent", "Result", "Event", "Published");
            assertThat(journal.reader().records(JournalRecord.Intent.class))
                    .containsExactly(new JournalRecord.Intent(new Step("fit", StepKind.PURE, INPUT)));
            assertThat(journal.reader().records(JournalRecord.Result.class))
                    .containsExactly(new JournalRecord.Result("fit", INPUT, digest("mass")));
            assertThat(journal.blobs().get(outcome.digest())).isEqualTo(bytes("mass"));
        }
        assertThat(events).extracting(Event::type).containsExactly(Journal.STEP_COMPLETED);
        assertThat(boundaries)
                .containsExactly(
                        "BEFORE_INTENT fit",
                        "AFTER_INTENT fit",
                        "AFTER_RUN fit",
                        "AFTER_BLOB fit",
                        "BEFORE_RESULT_COMMIT fit",
                        "AFTER_RESULT_COMMIT fit",
                        "BEFORE_PUBLISH 5",
                        "AFTER_PUBLISH 5");
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void resumedRunTakesRecordedOutputWithoutRunning() {
        try (Journal journal = folder.open("first")) {
            journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass")));
        }
        try (Journal journal = folder.open("second")) {
            StepOutcome.Completed outcome = journal.step(Step.pure("fit", INPUT), mustNotRun());

            assertThat(outcome.origin()).isEqualTo(Origin.RECORDED);
            assertThat(outcome.output()).isEqualTo(bytes("mass"));
        }
    }

    @Test
    void resumedRunWithAnotherInputIsAnError() {
        try (Journal journal = folder.open("first")) {
            journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass")));
        }
        try (Journal journal = folder.open("second")) {
            assertThatThrownBy(() -> journal.step(Step.pure("fit", digest("other")), mustNotRun()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("'fit'")
                    .hasMessageContaining(INPUT.toString())
                    .hasMessageContaining(digest("other").toString());
            assertThatThrownBy(() -> journal.step(Step.idempotent("fit", INPUT), mustNotRun()))
                    .hasMessageContaining("recorded as PURE");
        }
    }

    @Test
    void failureIsRecordedAndTheStepMayBeTriedAgain() {
        try (Journal journal = folder.open("first")) {
            assertThatThrownBy(() -> journal.step(Step.idempotent("fetch", INPUT), () -> {
                        throw new IOException("connection reset");
                    }))
                    .isInstanceOf(IOException.class);
            StepOutcome.Completed outcome =
                    journal.step(Step.idempotent("fetch", INPUT), () -> StepYield.of(bytes("data")));

            assertThat(outcome.origin()).isEqualTo(Origin.EXECUTED);
            assertThat(journal.reader().records(JournalRecord.Failed.class))
                    .containsExactly(new JournalRecord.Failed("fetch", "java.io.IOException: connection reset"));
            assertThat(journal.reader().records(JournalRecord.Intent.class)).hasSize(1);
        }
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void unsafeStepRunsOnceAndIsThenTakenFromTheRecord() {
        try (Journal journal = folder.open("first")) {
            assertThat(journal.unsafeStep(
                            Step.unsafe("slew", INPUT), () -> StepYield.of(bytes("on target")), NEVER_ASKED))
                    .isInstanceOfSatisfying(
                            StepOutcome.Completed.class,
                            done -> assertThat(done.origin()).isEqualTo(Origin.EXECUTED));
            assertThat(journal.unsafeStep(Step.unsafe("slew", INPUT), mustNotRun(), NEVER_ASKED))
                    .isInstanceOfSatisfying(
                            StepOutcome.Completed.class,
                            done -> assertThat(done.origin()).isEqualTo(Origin.RECORDED));
            assertThatThrownBy(() -> journal.step(Step.unsafe("slew", INPUT), mustNotRun()))
                    .hasMessageContaining("unsafeStep");
            assertThatThrownBy(() -> journal.unsafeStep(Step.pure("fit", INPUT), mustNotRun(), NEVER_ASKED))
                    .hasMessageContaining("not UNSAFE");
        }
    }

    @Test
    void interruptedUnsafeStepIsInDoubtAndNeverRunUnasked() {
        Step slew = Step.unsafe("slew", INPUT);
        try (Journal journal = folder.open("first")) {
            assertThatThrownBy(() -> journal.unsafeStep(
                            slew,
                            () -> {
                                throw new IllegalStateException("mount does not answer");
                            },
                            NEVER_ASKED))
                    .isInstanceOf(IllegalStateException.class);
        }
        try (Journal journal = folder.open("second")) {
            assertThat(journal.unsafeStep(slew, mustNotRun(), step -> new Resolution.Unknown("mount is off")))
                    .isEqualTo(new StepOutcome.InDoubt(slew, "mount is off"));
            assertThat(journal.reader().records(JournalRecord.Result.class)).isEmpty();
            assertThat(journal.unsafeStep(
                            slew, mustNotRun(), step -> new Resolution.TookEffect(StepYield.of(bytes("on target")))))
                    .isInstanceOfSatisfying(StepOutcome.Completed.class, done -> {
                        assertThat(done.origin()).isEqualTo(Origin.RESOLVED);
                        assertThat(done.output()).isEqualTo(bytes("on target"));
                    });
        }
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void unsafeStepThatHadNoEffectRunsAgain() {
        Step slew = Step.unsafe("slew", INPUT);
        try (Journal journal = folder.open("first")) {
            assertThatThrownBy(() -> journal.unsafeStep(
                            slew,
                            () -> {
                                throw new IllegalStateException("refused");
                            },
                            NEVER_ASKED))
                    .hasMessage("refused");
            assertThat(journal.unsafeStep(
                            slew, () -> StepYield.of(bytes("on target")), step -> new Resolution.HadNoEffect()))
                    .isInstanceOfSatisfying(
                            StepOutcome.Completed.class,
                            done -> assertThat(done.origin()).isEqualTo(Origin.EXECUTED));
        }
    }

    @Test
    void factsOfAStepComeInOneTransactionWithItsResult() {
        Registered registered =
                new Registered(digest("plan"), json("plan", digest("plan text").blobReference()));
        Event event = new Event("registered", json("plan", "1"));
        try (Journal journal = folder.open("first")) {
            journal.blobs().put(bytes("plan text"));
            journal.step(Step.pure("register", INPUT), () -> StepYield.of(bytes("done"), registered, event));

            assertThat(journal.reader().records(JournalRecord.Fact.class)).containsExactly(registered, event);
        }
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void factIsRecordedOnce() {
        JournalRecord.RunStarted started = new JournalRecord.RunStarted(json("study", "omega"));
        try (Journal journal = folder.open("first")) {
            assertThat(journal.record(started)).isEqualTo(journal.record(started));
        }
        try (Journal journal = folder.open("second")) {
            journal.record(started);
            journal.record(new JournalRecord.RunFinished(json("end", "budget spent")));
            assertThat(journal.reader().records(JournalRecord.RunStarted.class)).containsExactly(started);
        }
    }

    @Test
    void confirmationIsNotOpenedBeforeItsPlanIsRegistered() {
        Opened opening = new Opened(digest("rows"), new Purpose.Confirmation(digest("plan")), json("by", "test"));
        try (Journal journal = folder.open("first")) {
            journal.record(new Opened(digest("rows"), new Purpose.Exploration(), json("by", "analysis")));
            assertThatThrownBy(() -> journal.record(opening))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(digest("plan").toString())
                    .hasMessageContaining("not registered");
            assertThatThrownBy(() -> journal.step(Step.pure("peek", INPUT), () -> StepYield.of(bytes("x"), opening)))
                    .hasMessageContaining("not registered");
            journal.record(new Registered(digest("plan"), json("members", "1")));
            journal.record(opening);

            assertThat(journal.reader().records(Opened.class)).hasSize(2);
            assertThat(journal.reader().records(JournalRecord.Result.class)).isEmpty();
        }
    }

    @Test
    void listenerThatFailsGetsTheEventAgain() {
        List<Long> seen = new ArrayList<>();
        AtomicInteger failures = new AtomicInteger(1);
        try (Journal journal = Journal.open(folder.parts("first").publishingTo((sequence, event) -> {
            seen.add(sequence);
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("bus closed");
            }
        }))) {
            assertThatThrownBy(() -> journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass"))))
                    .hasMessage("bus closed");
            assertThat(journal.step(Step.pure("fit", INPUT), mustNotRun()).origin())
                    .isEqualTo(Origin.RECORDED);
        }
        try (Journal journal =
                Journal.open(folder.parts("second").publishingTo((sequence, event) -> seen.add(sequence)))) {
            assertThat(seen).containsExactly(4L, 4L);
            assertThat(journal.reader().records(JournalRecord.Published.class))
                    .containsExactly(new JournalRecord.Published(4));
        }
    }

    @Test
    void listenerMayRecordFacts() {
        List<String> types = new ArrayList<>();
        Journal[] holder = new Journal[1];
        Journal.Parts parts = folder.parts("first").publishingTo((sequence, event) -> {
            types.add(event.type());
            if (event.type().equals("first")) {
                holder[0].record(new Event("second", json("because", "first")));
            }
        });
        try (Journal journal = Journal.open(parts)) {
            holder[0] = journal;
            journal.record(new Event("first", json("number", "1")));
        }
        assertThat(types).containsExactly("first", "second");
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void manyThreadsGetOneResultEachAndEventsInOrder() {
        List<Long> sequences = Collections.synchronizedList(new ArrayList<>());
        try (Journal journal =
                Journal.open(folder.parts("first").publishingTo((sequence, event) -> sequences.add(sequence)))) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 60)
                        .forEach(i -> threads.submit(() ->
                                journal.step(Step.pure("step-" + i, INPUT), () -> StepYield.of(bytes("output " + i)))));
            }
            assertThat(journal.reader().records(JournalRecord.Result.class)).hasSize(60);
            assertThat(journal.reader().entries())
                    .extracting(entry -> entry.sequence())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 241).boxed().toList());
        }
        assertThat(sequences).hasSize(60).isSorted();
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void stepThatIsRunningCannotBeStartedAgain() {
        try (Journal journal = folder.open("first")) {
            assertThatThrownBy(() -> journal.step(Step.pure("fit", INPUT), () -> {
                        journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("inner")));
                        return StepYield.of(bytes("outer"));
                    }))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("running already");
        }
    }

    private static StepWork<RuntimeException> mustNotRun() {
        return () -> {
            throw new AssertionError("a step with a result was run");
        };
    }
}
