package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novum.journal.ChainChecks.Link;

/** Proves an experiment's ledger, or a snapshot of it, from its own bytes. */
public final class LedgerVerifier {

    /** Every entry reads as what it claims to be, and all belong to one experiment. */
    public static final String ENTRIES = "entries";
    /** No registration and no decision stands twice. */
    public static final String ONCE = "once per registration";
    /** Every decision follows its registration. */
    public static final String DECISIONS = "registration before decision";

    private LedgerVerifier() {}

    /** Runs all checks; those on the meaning of entries are left out when an entry cannot be read. */
    public static Verification verify(List<StoredLedgerEntry> stored) {
        List<Link> links = stored.stream()
                .map(entry ->
                        new Link(entry.header().sequence(), entry.previousHash(), entry.hash(), entry::expectedHash))
                .toList();
        List<Check> checks = new ArrayList<>(List.of(ChainChecks.sequence(links), ChainChecks.hashes(links)));
        List<LedgerEntry> entries = new ArrayList<>();
        Check readable = decode(stored, entries);
        checks.add(readable);
        if (readable.ok()) {
            checks.add(once(stored));
            checks.add(decisions(entries));
        }
        return new Verification(checks, ChainChecks.head(links));
    }

    private static Check decode(List<StoredLedgerEntry> stored, List<LedgerEntry> entries) {
        for (StoredLedgerEntry entry : stored) {
            String experiment = stored.getFirst().header().experiment();
            if (!entry.header().experiment().equals(experiment)) {
                return Check.failed(
                        ENTRIES,
                        entries.size() + 1,
                        "ledger entry %d belongs to experiment %s, not to %s"
                                .formatted(
                                        entry.header().sequence(),
                                        entry.header().experiment(),
                                        experiment));
            }
            try {
                entries.add(entry.decode());
            } catch (JournalException e) {
                return Check.failed(ENTRIES, entries.size() + 1, String.valueOf(e.getMessage()));
            }
        }
        return Check.passed(ENTRIES, entries.size());
    }

    private static Check once(List<StoredLedgerEntry> stored) {
        Set<String> seen = new HashSet<>();
        for (StoredLedgerEntry entry : stored) {
            if (!seen.add(entry.content().kind() + " " + entry.content().subject())) {
                return Check.failed(
                        ONCE,
                        seen.size() + 1,
                        "ledger entry %d: %s stands a second time for %s"
                                .formatted(
                                        entry.header().sequence(),
                                        entry.content().kind(),
                                        entry.content().subject()));
            }
        }
        return Check.passed(ONCE, seen.size());
    }

    private static Check decisions(List<LedgerEntry> entries) {
        Set<Digest> registered = new HashSet<>();
        long examined = 0;
        for (LedgerEntry entry : entries) {
            switch (entry.record()) {
                case LedgerRecord.Registered(Registration registration) -> registered.add(registration.hash());
                case LedgerRecord.Opened _ -> {}
                case LedgerRecord.Decided(Digest registration, JsonNode _) -> {
                    examined++;
                    if (!registered.contains(registration)) {
                        return Check.failed(
                                DECISIONS,
                                examined,
                                "ledger entry %d decides %s, which was not registered before"
                                        .formatted(entry.sequence(), registration));
                    }
                }
            }
        }
        return Check.passed(DECISIONS, examined);
    }
}
