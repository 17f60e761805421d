package org.novum.journal;

/**
 * One entry of the journal.
 *
 * @param header where it stands
 * @param record what it says
 * @param previous hash of the entry before it, {@link Digest#ZERO} for the first
 * @param hash SHA-256 over every other field
 */
public record JournalEntry(Header header, JournalRecord record, Digest previous, Digest hash) {

    /** Position in the journal, from 1 without gaps. */
    public long sequence() {
        return header.sequence();
    }

    /**
     * Where an entry stands.
     *
     * @param sequence position in the journal, from 1 without gaps
     * @param runId the run
     * @param epoch the lease under which it was written
     * @param recordedAt milliseconds since 1970-01-01T00:00Z by the writer's clock
     */
    public record Header(long sequence, String runId, long epoch, long recordedAt) {}
}
