package org.novum.runtime.model;

import org.novum.api.event.RunEvent;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Journal;
import org.novum.journal.JournalRecord;

/** Calls that a crash interrupted: nobody knows whether the provider answered and charged them. */
public interface Doubts {
    /** A replay has none: every call it comes by is recorded with its end. */
    Doubts NONE = new Doubts() {
        @Override
        public int of(String step) {
            return 0;
        }

        @Override
        public void add(String step) {
            throw new IllegalStateException("step " + step + " cannot be in doubt here");
        }
    };

    /** How often a call has been interrupted so far. */
    int of(String step);

    /** Records that it was interrupted once more. */
    void add(String step);

    /** Doubts as facts of a journal, so that they survive the next crash. */
    static Doubts in(Journal journal) {
        return new Doubts() {
            @Override
            public int of(String step) {
                return (int) journal.reader().records(JournalRecord.Event.class).stream()
                        .filter(event -> event.type().equals("model-in-doubt"))
                        .filter(event -> event.payload().path("step").asText().equals(step))
                        .count();
            }

            @Override
            public void add(String step) {
                var event = CanonicalJson.tree(new RunEvent.ModelInDoubt(step, of(step) + 1));
                journal.record(new JournalRecord.Event(event.path("type").asText(), event));
            }
        };
    }
}
