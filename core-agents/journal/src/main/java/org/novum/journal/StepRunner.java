package org.novum.journal;

/**
 * Runs the steps of a run under the journal: {@link Journal} for a live or resumed run, {@link Replay} for a replayed
 * one. Code that does the steps is the same for both. Safe for use by many threads; a step name may be used once.
 */
public interface StepRunner {

    /**
     * Gives the output of a pure or idempotent step, running the work only where it has to be run.
     *
     * @throws X what the work throws, after the failure was recorded
     * @throws JournalException when the recorded input differs, or the step is {@link StepKind#UNSAFE}
     */
    <X extends Exception> StepOutcome.Completed step(Step step, StepWork<X> work) throws X;

    /**
     * Gives the outcome of an unsafe step; one that was interrupted is put to the resolver and never run unasked.
     *
     * @throws X what the work throws, after the failure was recorded
     * @throws JournalException when the recorded input differs, or the step is not {@link StepKind#UNSAFE}
     */
    <X extends Exception> StepOutcome unsafeStep(Step step, StepWork<X> work, InDoubtResolver resolver) throws X;

    /**
     * Records a fact and, if it is an event, publishes it. A fact's content is its identity: one that is recorded
     * already is not recorded again, so that a resumed run can simply state it again. Where the same thing can happen
     * twice, its payload must say which time it was.
     *
     * @return the entry that holds the fact
     * @throws JournalException when a confirmation partition is opened under a plan that was not registered before
     */
    JournalEntry record(JournalRecord.Fact fact);
}
