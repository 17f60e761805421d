package org.novum.journal;

import java.util.List;

/**
 * Stores the journal of one run durably. Opening one takes the lease with the next epoch and records
 * {@link JournalRecord.LeaseTaken}. Implementations are safe for use by many threads of one process.
 */
public interface JournalStore extends JournalReader {

    /** The lease under which this store writes. */
    Lease lease();

    /**
     * Appends the records in one transaction and returns when they are durable. The store numbers them, stamps them
     * with its clock and seals them with {@link StoredEntry#seal}. It refuses a second intent and a second result of a
     * step.
     *
     * @throws StaleLeaseException when somebody else took the lease since; nothing was written
     * @throws StorageFullException when there is no space; nothing was written
     */
    List<JournalEntry> append(List<? extends JournalRecord> records);
}
