package org.novum.journal;

/** The journal of a live or resumed run. */
public final class Journal implements StepRunner, AutoCloseable {

    /** Where the journal, the blobs and the events go. */
    public record Parts(JournalStore store, BlobStore blobs, EventListener events, BoundaryListener boundaries) {

        /** Without anybody listening. */
        public static Parts of(JournalStore store, BlobStore blobs) {
            return new Parts(store, blobs, EventListener.NONE, BoundaryListener.NONE);
        }
    }

    private Journal() {}

    /** Takes up the run as the store holds it and publishes again the events whose publication is not recorded. */
    public static Journal open(Parts parts) {
        throw new UnsupportedOperationException("follows");
    }

    @Override
    public <X extends Exception> StepOutcome.Completed step(Step step, StepWork<X> work) throws X {
        throw new UnsupportedOperationException("follows");
    }

    @Override
    public <X extends Exception> StepOutcome unsafeStep(Step step, StepWork<X> work, InDoubtResolver resolver)
            throws X {
        throw new UnsupportedOperationException("follows");
    }

    @Override
    public JournalEntry record(JournalRecord.Fact fact) {
        throw new UnsupportedOperationException("follows");
    }

    /** What is recorded so far. */
    public JournalReader reader() {
        throw new UnsupportedOperationException("follows");
    }

    /** The blobs of the run. */
    public BlobStore blobs() {
        throw new UnsupportedOperationException("follows");
    }

    /** Closes the store, which leaves one file that can be copied. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("follows");
    }
}
