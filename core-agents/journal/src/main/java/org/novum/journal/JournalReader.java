package org.novum.journal;

import java.util.List;

/** Reads the journal of one run. */
public interface JournalReader extends AutoCloseable {

    /** Where the journal is, for messages. */
    String location();

    /** The run. */
    String runId();

    /** All entries in order, as they are stored and unchecked; for the verifier. */
    List<StoredEntry> stored();

    /**
     * All entries in order.
     *
     * @throws JournalException when an entry cannot be read as what it claims to be
     */
    default List<JournalEntry> entries() {
        return stored().stream().map(StoredEntry::decode).toList();
    }

    /** The entries that hold records of this type, which may be a sealed parent, in order. */
    default List<JournalEntry> entries(Class<? extends JournalRecord> type) {
        return entries().stream()
                .filter(entry -> type.isInstance(entry.record()))
                .toList();
    }

    /** The records of this type, which may be a sealed parent, in order. */
    default <R extends JournalRecord> List<R> records(Class<R> type) {
        return entries(type).stream().map(entry -> type.cast(entry.record())).toList();
    }

    @Override
    void close();
}
