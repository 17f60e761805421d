package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;

/** What an entry of the journal says. */
public sealed interface JournalRecord {

    /** What callers state themselves; everything else the journal writes on its own. */
    sealed interface Fact extends JournalRecord {}

    /** The run began; the payload holds the study, seed and versions. */
    record RunStarted(JsonNode payload) implements Fact {}

    /**
     * A test plan was registered, before any confirmation data are opened.
     *
     * @param plan digest of the frozen plan
     * @param payload the plan or a reference to its blob, and whatever else belongs to the registration
     */
    record Registered(Digest plan, JsonNode payload) implements Fact {}

    /**
     * A partition of the data is about to be opened.
     *
     * @param partition digest that identifies the partition
     * @param purpose what it is opened for
     * @param payload who opens what
     */
    record Opened(Digest partition, Purpose purpose, JsonNode payload) implements Fact {}

    /** Something happened that others want to know; published after it is committed. */
    record Event(String type, JsonNode payload) implements Fact {}

    /** The run ended; the payload holds how. */
    record RunFinished(JsonNode payload) implements Fact {}

    /** A step is about to run. */
    record Intent(Step step) implements JournalRecord {}

    /** A step gave its output, which is in the blob store. */
    record Result(String step, Digest input, Digest output) implements JournalRecord {}

    /** The work of a step failed; it may be tried again. */
    record Failed(String step, String reason) implements JournalRecord {}

    /** The listener was given the event of that sequence number. */
    record Published(long event) implements JournalRecord {}

    /** A writer took the lease. */
    record LeaseTaken(Lease lease) implements JournalRecord {}

    /** What a partition is opened for. */
    sealed interface Purpose {

        /** Looking around; needs no registration. */
        record Exploration() implements Purpose {}

        /** Testing the plan of that digest, which must have been registered before. */
        record Confirmation(Digest plan) implements Purpose {}
    }
}
