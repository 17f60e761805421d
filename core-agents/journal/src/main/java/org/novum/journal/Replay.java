package org.novum.journal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.novum.api.ExitCode;
import org.novum.journal.JournalRecord.Fact;
import org.novum.journal.JournalRecord.Result;
import org.novum.journal.StepOutcome.Completed;
import org.novum.journal.StepOutcome.Origin;

/**
 * Runs a recorded run again without a model, an instrument or a writable journal: pure steps are recomputed and must
 * give the recorded digest, other steps give their recorded output, and every fact must be one that was recorded.
 */
public final class Replay implements StepRunner {

    private final JournalReader journal;
    private final BlobStore blobs;
    private final RunState state;
    private final Set<String> visited = ConcurrentHashMap.newKeySet();

    /** Replays what the journal holds now. */
    public Replay(JournalReader journal, BlobStore blobs) {
        this.journal = journal;
        this.blobs = blobs;
        this.state = new RunState(journal.entries());
    }

    @Override
    public <X extends Exception> Completed step(Step step, StepWork<X> work) throws X {
        Result recorded = recorded(step)
                .orElseThrow(() -> new JournalException(
                        ExitCode.CHECK_FAILED,
                        "step '%s' has no result in %s, so it cannot be replayed; resume the run instead"
                                .formatted(step.name(), journal.location())));
        return switch (step.kind()) {
            case PURE -> recompute(recorded, work);
            case IDEMPOTENT -> fromRecord(recorded);
            case UNSAFE ->
                throw new JournalException(
                        ExitCode.SOFTWARE,
                        "step '%s' is UNSAFE and needs a resolver: use unsafeStep".formatted(step.name()));
        };
    }

    @Override
    public <X extends Exception> StepOutcome unsafeStep(Step step, StepWork<X> work, InDoubtResolver resolver) {
        Optional<Result> recorded = recorded(step);
        return recorded.isPresent()
                ? fromRecord(recorded.get())
                : new StepOutcome.InDoubt(step, "it has no result in " + journal.location());
    }

    @Override
    public JournalEntry record(Fact fact) {
        return state.entryOf(fact)
                .orElseThrow(() -> new JournalException(
                        ExitCode.CHECK_FAILED,
                        "the replay states what %s does not hold: %s"
                                .formatted(journal.location(), RecordCodec.encode(fact))));
    }

    /** Steps that have a result in the journal but were not asked for in this replay, in order of name. */
    public Set<String> unvisited() {
        Set<String> left = new HashSet<>(state.stepsWithResult());
        left.removeAll(visited);
        return new TreeSet<>(left);
    }

    private <X extends Exception> Completed recompute(Result recorded, StepWork<X> work) throws X {
        StepYield yield = work.run();
        Digest output = Digest.of(yield.output());
        if (!output.equals(recorded.output())) {
            throw new JournalException(
                    ExitCode.CHECK_FAILED,
                    ("step '%s' gave %s in the replay but %s in the run; if the method was changed since, raise the version"
                                    + " of its discipline and replay with the one that ran")
                            .formatted(recorded.step(), output, recorded.output()));
        }
        yield.facts().forEach(this::record);
        return new Completed(output, yield.output(), Origin.EXECUTED);
    }

    private Completed fromRecord(Result recorded) {
        return new Completed(recorded.output(), blobs.get(recorded.output()), Origin.RECORDED);
    }

    private Optional<Result> recorded(Step step) {
        visited.add(step.name());
        return state.intended(step) ? state.result(step) : Optional.empty();
    }
}
