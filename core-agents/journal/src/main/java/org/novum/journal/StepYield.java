package org.novum.journal;

import java.util.List;

/**
 * What the work of a step gives.
 *
 * @param output the bytes that go to the blob store
 * @param facts what is committed in one transaction with the result; its events are published after that
 */
public record StepYield(byte[] output, List<JournalRecord.Fact> facts) {

    /** Keeps its own list of facts. */
    public StepYield {
        facts = List.copyOf(facts);
    }

    /** Output and the facts that come with it, committed in this order. */
    public static StepYield of(byte[] output, JournalRecord.Fact... facts) {
        return new StepYield(output, List.of(facts));
    }
}
