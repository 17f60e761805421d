package org.novum.journal;

/** Receives the events of a run after they are committed. */
@FunctionalInterface
public interface EventListener {

    /** Drops every event. */
    EventListener NONE = (sequence, event) -> {};

    /**
     * An event, in ascending order of sequence; after a crash the last ones may come a second time, so a consumer
     * ignores sequence numbers it has seen.
     */
    void published(long sequence, JournalRecord.Event event);
}
