package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The entries of an experiment's ledger at one moment, in order. */
public record LedgerState(List<LedgerEntry> entries) {

    /** Keeps its own list. */
    public LedgerState {
        entries = List.copyOf(entries);
    }

    /** All registrations in order. */
    public List<Registration> registrations() {
        return of(LedgerRecord.Registered.class).stream()
                .map(LedgerRecord.Registered::registration)
                .toList();
    }

    /** All decisions in order. */
    public List<LedgerRecord.Decided> decisions() {
        return of(LedgerRecord.Decided.class);
    }

    /** All openings in order. */
    public List<LedgerRecord.Opened> openings() {
        return of(LedgerRecord.Opened.class);
    }

    /** The registration of that hash. */
    public Optional<Registration> registration(Digest hash) {
        return registrations().stream()
                .filter(registration -> registration.hash().equals(hash))
                .findFirst();
    }

    /** The decision on the registration of that hash. */
    public Optional<JsonNode> decision(Digest hash) {
        return decisions().stream()
                .filter(decided -> decided.registration().equals(hash))
                .map(LedgerRecord.Decided::decision)
                .findFirst();
    }

    private <R extends LedgerRecord> List<R> of(Class<R> type) {
        return entries.stream()
                .map(LedgerEntry::record)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
