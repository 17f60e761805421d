package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;

/** What an entry of an experiment's ledger says. */
public sealed interface LedgerRecord {

    /** A family was registered. */
    record Registered(Registration registration) implements LedgerRecord {}

    /**
     * A registered family was decided.
     *
     * @param registration hash of the registration
     * @param decision the decision
     */
    record Decided(Digest registration, JsonNode decision) implements LedgerRecord {}

    /**
     * A confirmation partition was opened.
     *
     * @param partition digest that identifies the partition
     * @param requester who opened it
     * @param payload for what and how
     */
    record Opened(Digest partition, Registration.Requester requester, JsonNode payload) implements LedgerRecord {}
}
