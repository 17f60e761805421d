package org.novum.journal;

/**
 * One entry of an experiment's ledger.
 *
 * @param header where it stands
 * @param record what it says
 * @param previous hash of the entry before it, {@link Digest#ZERO} for the first
 * @param hash SHA-256 over every other field
 */
public record LedgerEntry(Header header, LedgerRecord record, Digest previous, Digest hash) {

    /** Position in the ledger, from 1 without gaps. */
    public long sequence() {
        return header.sequence();
    }

    /**
     * Where an entry stands.
     *
     * @param sequence position in the ledger, from 1 without gaps
     * @param experiment the experiment
     * @param recordedAt milliseconds since 1970-01-01T00:00Z by the writer's clock
     */
    public record Header(long sequence, String experiment, long recordedAt) {}
}
