package org.novum.runtime.ledger;

import java.util.List;
import org.novum.api.discipline.Strength;
import org.novum.api.finding.LedgerDecision;

/**
 * What the ledger decided of a registered family, once and for ever.
 *
 * @param discoveriesBefore rejections of the stream that the levels build on
 * @param entries one per member, in the family's order
 */
public record Ruling(int discoveriesBefore, List<Entry> entries) {
    /** Copies the list. */
    public Ruling {
        entries = List.copyOf(entries);
    }

    /**
     * One member.
     *
     * @param hypothesis its id
     * @param strength of the evidence that was judged
     * @param decision of the ledger
     */
    public record Entry(String hypothesis, Strength strength, LedgerDecision decision) {}

    /** How many were accepted. */
    public int accepted() {
        return (int) entries.stream().filter(entry -> entry.decision().accepted()).count();
    }
}
