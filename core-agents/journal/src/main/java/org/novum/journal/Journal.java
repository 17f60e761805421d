package org.novum.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.novum.api.ExitCode;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.journal.InDoubtResolver.Resolution;
import org.novum.journal.JournalRecord.Event;
import org.novum.journal.JournalRecord.Fact;
import org.novum.journal.JournalRecord.Failed;
import org.novum.journal.JournalRecord.Intent;
import org.novum.journal.JournalRecord.Result;
import org.novum.journal.StepOutcome.Completed;
import org.novum.journal.StepOutcome.Origin;

/**
 * The journal of a live or resumed run: recorded exactly once, executed at least once.
 *
 * <p>Of each step, the intent is committed, the work runs, the output goes to the blob store, the result is committed
 * in one transaction with the facts that come with it, and then its events are given to the listener and marked. A step
 * that states no event gets one of type {@value #STEP_COMPLETED}.
 *
 * <p>Events reach the listener one at a time in order of sequence, on the thread that completes a step; what the
 * listener throws reaches that thread's caller, and the event is given again with the next one. The listener may record
 * facts, but must not wait for another thread that uses the journal.
 */
public final class Journal implements StepRunner, AutoCloseable {

    /** Type of the event of a step that states none itself; its payload names step and output. */
    public static final String STEP_COMPLETED = "step-completed";

    private final Parts parts;
    private final RunState state;
    private final Set<String> running = new HashSet<>();
    private final ReentrantLock appending = new ReentrantLock();
    private final Outbox outbox;

    /**
     * What a journal is put together from.
     *
     * @param store where entries go
     * @param blobs where outputs go
     * @param events who is given the events
     * @param boundaries who is told of each boundary
     */
    public record Parts(JournalStore store, BlobStore blobs, EventListener events, BoundaryListener boundaries) {

        /** Without anybody listening. */
        public static Parts of(JournalStore store, BlobStore blobs) {
            return new Parts(store, blobs, EventListener.NONE, BoundaryListener.NONE);
        }

        /** The same with this listener of events. */
        public Parts publishingTo(EventListener listener) {
            return new Parts(store, blobs, listener, boundaries);
        }

        /** The same with this listener of boundaries. */
        public Parts watchedBy(BoundaryListener listener) {
            return new Parts(store, blobs, events, listener);
        }
    }

    private Journal(Parts parts) {
        this.parts = parts;
        this.state = new RunState(parts.store().entries());
        this.outbox = new Outbox(parts, this::unpublished, this::append);
    }

    /**
     * Takes up the run as the store holds it, and publishes the events whose publication is not recorded. Closing the
     * journal closes the store.
     */
    public static Journal open(Parts parts) {
        parts.blobs().discardUnfinished();
        Journal journal = new Journal(parts);
        journal.outbox.publish();
        return journal;
    }

    /** Reads what is recorded so far. Not to be closed by the caller. */
    public JournalReader reader() {
        return parts.store();
    }

    /** The blobs of the run. */
    public BlobStore blobs() {
        return parts.blobs();
    }

    @Override
    public <X extends Exception> Completed step(Step step, StepWork<X> work) throws X {
        if (step.kind() == StepKind.UNSAFE) {
            throw new JournalException(
                    ExitCode.SOFTWARE,
                    "step '%s' is UNSAFE and needs a resolver: use unsafeStep".formatted(step.name()));
        }
        claim(step);
        try {
            Optional<Completed> recorded = recorded(step);
            return recorded.isPresent() ? recorded.get() : run(step, work);
        } finally {
            release(step);
        }
    }

    @Override
    public <X extends Exception> StepOutcome unsafeStep(Step step, StepWork<X> work, InDoubtResolver resolver)
            throws X {
        if (step.kind() != StepKind.UNSAFE) {
            throw new JournalException(
                    ExitCode.SOFTWARE, "step '%s' is %s, not UNSAFE: use step".formatted(step.name(), step.kind()));
        }
        claim(step);
        try {
            Optional<Completed> recorded = recorded(step);
            if (recorded.isPresent()) {
                return recorded.get();
            }
            if (!intended(step)) {
                return run(step, work);
            }
            return switch (resolver.resolve(step)) {
                case Resolution.TookEffect(StepYield yield) -> complete(step, yield, Origin.RESOLVED);
                case Resolution.HadNoEffect() -> run(step, work);
                case Resolution.Unknown(String reason) -> new StepOutcome.InDoubt(step, reason);
            };
        } finally {
            release(step);
        }
    }

    @Override
    public JournalEntry record(Fact fact) {
        JournalEntry entry;
        appending.lock();
        try {
            Optional<JournalEntry> recorded = state.entryOf(fact);
            if (recorded.isPresent()) {
                return recorded.get();
            }
            state.requireRegistered(List.of(fact));
            entry = append(List.of(fact)).getFirst();
        } finally {
            appending.unlock();
        }
        outbox.publish();
        return entry;
    }

    /** Closes the store. A SQLite store leaves one file that can be copied. */
    @Override
    public void close() {
        parts.store().close();
    }

    private <X extends Exception> Completed run(Step step, StepWork<X> work) throws X {
        if (!intended(step)) {
            reached(Boundary.BEFORE_INTENT, step.name());
            append(List.of(new Intent(step)));
            reached(Boundary.AFTER_INTENT, step.name());
        }
        StepYield yield = execute(step, work);
        reached(Boundary.AFTER_RUN, step.name());
        return complete(step, yield, Origin.EXECUTED);
    }

    private <X extends Exception> StepYield execute(Step step, StepWork<X> work) throws X {
        try {
            return work.run();
        } catch (StorageFullException e) {
            // Says nothing about the step, and there is no room to record it: the run parks.
            throw e;
        } catch (Exception e) {
            try {
                append(List.of(new Failed(step.name(), e.toString())));
            } catch (JournalException recording) {
                e.addSuppressed(recording);
            }
            throw e;
        }
    }

    private Completed complete(Step step, StepYield yield, Origin origin) {
        Digest output = parts.blobs().put(yield.output());
        reached(Boundary.AFTER_BLOB, step.name());
        appending.lock();
        try {
            state.requireRegistered(yield.facts());
            List<JournalRecord> records = new ArrayList<>();
            records.add(new Result(step.name(), step.input(), output));
            withEvent(step, output, yield.facts()).stream()
                    .filter(fact -> state.entryOf(fact).isEmpty())
                    .distinct()
                    .forEach(records::add);
            reached(Boundary.BEFORE_RESULT_COMMIT, step.name());
            append(records);
        } finally {
            appending.unlock();
        }
        reached(Boundary.AFTER_RESULT_COMMIT, step.name());
        outbox.publish();
        return new Completed(output, yield.output(), origin);
    }

    private static List<Fact> withEvent(Step step, Digest output, List<Fact> facts) {
        if (facts.stream().anyMatch(Event.class::isInstance)) {
            return facts;
        }
        List<Fact> all = new ArrayList<>(facts);
        all.add(new Event(
                STEP_COMPLETED,
                JsonNodeFactory.instance.objectNode().put("step", step.name()).put("output", output.blobReference())));
        return all;
    }

    private List<JournalEntry> append(List<? extends JournalRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        appending.lock();
        try {
            List<JournalEntry> entries = parts.store().append(records);
            entries.forEach(state::apply);
            return entries;
        } finally {
            appending.unlock();
        }
    }

    private Map<Long, Event> unpublished() {
        appending.lock();
        try {
            return state.unpublished();
        } finally {
            appending.unlock();
        }
    }

    private boolean intended(Step step) {
        appending.lock();
        try {
            return state.intended(step);
        } finally {
            appending.unlock();
        }
    }

    private Optional<Completed> recorded(Step step) {
        if (!intended(step)) {
            return Optional.empty();
        }
        Optional<Result> result;
        appending.lock();
        try {
            result = state.result(step);
        } finally {
            appending.unlock();
        }
        return result.map(found -> new Completed(found.output(), parts.blobs().get(found.output()), Origin.RECORDED));
    }

    private void claim(Step step) {
        appending.lock();
        try {
            if (!running.add(step.name())) {
                throw new JournalException(
                        ExitCode.SOFTWARE,
                        "step '%s' is running already; names are unique within a run".formatted(step.name()));
            }
        } finally {
            appending.unlock();
        }
    }

    private void release(Step step) {
        appending.lock();
        try {
            running.remove(step.name());
        } finally {
            appending.unlock();
        }
    }

    private void reached(Boundary boundary, String subject) {
        parts.boundaries().reached(boundary, subject);
    }
}
