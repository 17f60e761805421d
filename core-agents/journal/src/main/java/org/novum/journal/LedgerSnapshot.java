package org.novum.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A copy of an experiment's ledger in a run's evidence bundle: one canonical JSON object per line, in order.
 *
 * @param entries as they were stored
 */
public record LedgerSnapshot(List<StoredLedgerEntry> entries) {

    /** Keeps its own list. */
    public LedgerSnapshot {
        entries = List.copyOf(entries);
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws JournalException when a line is not an entry, naming the line
     */
    public static LedgerSnapshot parse(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        StoredLedgerEntry[] entries = new StoredLedgerEntry[lines.size()];
        for (int i = 0; i < entries.length; i++) {
            try {
                entries[i] = StoredLedgerEntry.ofLine(
                        CanonicalJson.parse(lines.get(i).getBytes(StandardCharsets.UTF_8)));
            } catch (JournalException e) {
                throw new JournalException("line %d of the ledger snapshot: %s".formatted(i + 1, e.getMessage()), e);
            }
        }
        return new LedgerSnapshot(List.of(entries));
    }

    /** One canonical JSON object per entry, each ended by a line feed. */
    public byte[] bytes() {
        StringBuilder lines = new StringBuilder();
        for (StoredLedgerEntry entry : entries) {
            lines.append(new String(CanonicalJson.bytes(entry.line()), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The entries as typed values. */
    public LedgerState state() {
        return new LedgerState(entries.stream().map(StoredLedgerEntry::decode).toList());
    }

    /** Checks the snapshot as the ledger itself would be checked. */
    public Verification verify() {
        return LedgerVerifier.verify(entries);
    }
}
