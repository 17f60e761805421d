package org.novum.runtime.model;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.novum.api.event.RunEvent;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Journal;
import org.novum.journal.JournalEntry;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;

/** Calls that a crash interrupted: nobody knows whether the provider answered and charged them. */
public interface Doubts {
    /** A replay has none: every call it comes by is recorded with its end. */
    Doubts NONE = new Doubts() {
        @Override
        public Past of(String step) {
            return new Past(0, 0);
        }

        @Override
        public void add(String step, Most most) {
            throw new IllegalStateException("step " + step + " cannot be in doubt here");
        }
    };

    /**
     * What has become of a call so far.
     *
     * @param times that it was interrupted
     * @param seconds that the interrupted tries may have taken
     */
    record Past(int times, double seconds) {}

    /**
     * What an interrupted call may have cost.
     *
     * @param tokens beside those that are counted when it ends
     * @param money beside that
     * @param time that all its tries together can take
     */
    record Most(long tokens, double money, Duration time) {}

    /** How often a call has been interrupted so far, and for how long it had been under way. */
    Past of(String step);

    /** Records that it was interrupted once more. */
    void add(String step, Most most);

    /**
     * Doubts as facts of a journal, so that they survive the next crash.
     *
     * @param clock of the run: between the call's intent and now it has taken no longer than that
     */
    static Doubts in(Journal journal, InstantSource clock) {
        return new Doubts() {
            @Override
            public Past of(String step) {
                List<RunEvent.ModelInDoubt> doubts = recorded(journal.reader()).stream()
                        .filter(doubt -> doubt.step().equals(step))
                        .toList();
                return new Past(doubts.size(), doubts.stream().mapToDouble(RunEvent.ModelInDoubt::seconds).sum());
            }

            @Override
            public void add(String step, Most most) {
                double passed = Math.max(0, clock.millis() - begun(journal.reader(), step)) / 1000.0;
                double seconds = Math.min(passed, most.time().toMillis() / 1000.0);
                var event = CanonicalJson.tree(
                        new RunEvent.ModelInDoubt(step, of(step).times() + 1, seconds, most.tokens(), most.money()));
                journal.record(new JournalRecord.Event(event.path("type").asText(), event));
            }
        };
    }

    /** The doubts that a journal holds, in order. */
    static List<RunEvent.ModelInDoubt> recorded(JournalReader journal) {
        return journal.records(JournalRecord.Event.class).stream()
                .filter(event -> event.type().equals("model-in-doubt"))
                .map(JournalRecord.Event::payload)
                .map(doubt -> new RunEvent.ModelInDoubt(
                        doubt.path("step").asText(),
                        doubt.path("time").asInt(),
                        doubt.path("seconds").asDouble(),
                        doubt.path("tokens").asLong(),
                        doubt.path("money").asDouble()))
                .toList();
    }

    /** When the try that was interrupted last began: with the call's intent, or after the doubt before. */
    private static long begun(JournalReader journal, String step) {
        return journal.entries().stream()
                .filter(entry -> switch (entry.record()) {
                    case JournalRecord.Intent intent -> intent.step().name().equals(step);
                    case JournalRecord.Event event ->
                        event.type().equals("model-in-doubt") && event.payload().path("step").asText().equals(step);
                    default -> false;
                })
                .map(JournalEntry::header)
                .mapToLong(JournalEntry.Header::recordedAt)
                .max()
                .orElseThrow(() -> new IllegalStateException("step " + step + " is in doubt without an intent"));
    }
}
