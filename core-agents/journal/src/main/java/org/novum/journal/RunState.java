package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.journal.JournalRecord.Event;
import org.novum.journal.JournalRecord.Fact;
import org.novum.journal.JournalRecord.Failed;
import org.novum.journal.JournalRecord.Intent;
import org.novum.journal.JournalRecord.LeaseTaken;
import org.novum.journal.JournalRecord.Opened;
import org.novum.journal.JournalRecord.Published;
import org.novum.journal.JournalRecord.Purpose;
import org.novum.journal.JournalRecord.Registered;
import org.novum.journal.JournalRecord.Result;

/** The state of a run as a fold over its journal. Not safe for use by many threads. */
final class RunState {

    private final Map<String, Step> intents = new HashMap<>();
    private final Map<String, Result> results = new HashMap<>();
    private final Map<StoredEntry.Content, JournalEntry> facts = new HashMap<>();
    private final Set<Digest> plans = new HashSet<>();
    private final TreeMap<Long, Event> unpublished = new TreeMap<>();

    RunState(List<JournalEntry> entries) {
        entries.forEach(this::apply);
    }

    void apply(JournalEntry entry) {
        switch (entry.record()) {
            case Intent(Step step) -> intents.put(step.name(), step);
            case Result result -> results.put(result.step(), result);
            case Published(long event) -> unpublished.remove(event);
            case Failed _, LeaseTaken _ -> {}
            case Fact fact -> applyFact(entry, fact);
        }
    }

    private void applyFact(JournalEntry entry, Fact fact) {
        facts.put(RecordCodec.encode(fact), entry);
        switch (fact) {
            case Event event -> unpublished.put(entry.sequence(), event);
            case Registered registered -> plans.add(registered.plan());
            case JournalRecord.RunStarted _, JournalRecord.RunFinished _, Opened _ -> {}
        }
    }

    Optional<JournalEntry> entryOf(Fact fact) {
        return Optional.ofNullable(facts.get(RecordCodec.encode(fact)));
    }

    /**
     * Whether the intent of this step is recorded.
     *
     * @throws JournalException when it is, with another input or kind
     */
    boolean intended(Step step) {
        Step recorded = intents.get(step.name());
        if (recorded == null) {
            return false;
        }
        if (!recorded.input().equals(step.input())) {
            throw new JournalException(
                    ExitCode.CHECK_FAILED,
                    ("step '%s' was recorded with input %s but is asked for with input %s; "
                                    + "the study, the data or the program changed since; a changed method needs a new version of its"
                                    + " discipline and a new run")
                            .formatted(step.name(), recorded.input(), step.input()));
        }
        if (recorded.kind() != step.kind()) {
            throw new JournalException(
                    ExitCode.CHECK_FAILED,
                    "step '%s' was recorded as %s but is asked for as %s; the program changed since"
                            .formatted(step.name(), recorded.kind(), step.kind()));
        }
        return true;
    }

    Optional<Result> result(Step step) {
        return Optional.ofNullable(results.get(step.name()));
    }

    Set<String> stepsWithResult() {
        return Set.copyOf(results.keySet());
    }

    /** Events whose publication is not recorded, in order of sequence. */
    Map<Long, Event> unpublished() {
        return new TreeMap<>(unpublished);
    }

    /** Law 2: what confirms a plan is opened only after the plan stands in the journal, or before it in one batch. */
    void requireRegistered(List<Fact> batch) {
        Set<Digest> known = new HashSet<>(plans);
        for (Fact fact : batch) {
            if (fact instanceof Registered registered) {
                known.add(registered.plan());
            }
            if (fact instanceof Opened(Digest partition, Purpose.Confirmation(Digest plan), JsonNode _)
                    && !known.contains(plan)) {
                throw new JournalException(
                        ExitCode.REFUSED,
                        "partition %s may not be opened for confirmation: plan %s is not registered in this run"
                                .formatted(partition, plan));
            }
        }
    }
}
