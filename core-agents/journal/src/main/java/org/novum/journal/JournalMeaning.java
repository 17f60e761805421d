package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novum.journal.JournalRecord.Event;
import org.novum.journal.JournalRecord.Intent;
import org.novum.journal.JournalRecord.LeaseTaken;
import org.novum.journal.JournalRecord.Opened;
import org.novum.journal.JournalRecord.Published;
import org.novum.journal.JournalRecord.Purpose;
import org.novum.journal.JournalRecord.Registered;
import org.novum.journal.JournalRecord.Result;

/** The checks on what the entries of a journal say about each other. */
final class JournalMeaning {

    /** Looks at one entry after those before it; gives what is wrong with it, or nothing. */
    private interface Rule {
        Optional<String> broken(JournalEntry entry);
    }

    private JournalMeaning() {}

    static List<Check> checks(List<JournalEntry> entries) {
        return List.of(
                check(JournalVerifier.LEASES, entries, leases()),
                check(JournalVerifier.INTENTS, of(entries, Set.of(Intent.class, Result.class)), intents()),
                check(JournalVerifier.SINGLE_RESULTS, of(entries, Set.of(Result.class)), singleResults()),
                check(
                        JournalVerifier.REGISTRATIONS,
                        of(entries, Set.of(Registered.class, Opened.class)),
                        registrations()),
                check(JournalVerifier.PUBLICATIONS, of(entries, Set.of(Event.class, Published.class)), publications()));
    }

    private static List<JournalEntry> of(List<JournalEntry> entries, Set<Class<? extends JournalRecord>> types) {
        return entries.stream()
                .filter(entry -> types.contains(entry.record().getClass()))
                .toList();
    }

    private static Check check(String name, List<JournalEntry> entries, Rule rule) {
        long examined = 0;
        for (JournalEntry entry : entries) {
            examined++;
            Optional<String> broken = rule.broken(entry);
            if (broken.isPresent()) {
                return Check.failed(name, examined, "entry %d: %s".formatted(entry.sequence(), broken.get()));
            }
        }
        return Check.passed(name, examined);
    }

    private static Rule leases() {
        long[] epoch = {0};
        return entry -> {
            if (entry.record() instanceof LeaseTaken(Lease(long taken, String _))) {
                if (taken != epoch[0] + 1) {
                    return Optional.of("epoch %d was taken after epoch %d".formatted(taken, epoch[0]));
                }
                epoch[0] = taken;
            }
            return entry.header().epoch() == epoch[0]
                    ? Optional.empty()
                    : Optional.of("it was written under epoch %d while epoch %d held the lease"
                            .formatted(entry.header().epoch(), epoch[0]));
        };
    }

    private static Rule intents() {
        Map<String, Step> intents = new HashMap<>();
        return entry -> switch (entry.record()) {
            case Intent(Step step) ->
                intents.putIfAbsent(step.name(), step) == null
                        ? Optional.empty()
                        : Optional.of("step '%s' has a second intent".formatted(step.name()));
            case Result(String name, Digest input, Digest _) -> {
                Step step = intents.get(name);
                if (step == null) {
                    yield Optional.of("step '%s' has a result but no intent before it".formatted(name));
                }
                yield step.input().equals(input)
                        ? Optional.empty()
                        : Optional.of("step '%s' has a result for input %s but an intent for input %s"
                                .formatted(name, input, step.input()));
            }
            default -> Optional.empty();
        };
    }

    private static Rule singleResults() {
        Set<String> seen = new HashSet<>();
        return entry -> entry.record() instanceof Result result && !seen.add(result.step())
                ? Optional.of("step '%s' has a second result".formatted(result.step()))
                : Optional.empty();
    }

    private static Rule registrations() {
        Set<Digest> plans = new HashSet<>();
        return entry -> {
            if (entry.record() instanceof Registered registered) {
                plans.add(registered.plan());
            }
            return entry.record() instanceof Opened(Digest partition, Purpose.Confirmation(Digest plan), JsonNode _)
                            && !plans.contains(plan)
                    ? Optional.of("partition %s was opened for confirmation before plan %s was registered"
                            .formatted(partition, plan))
                    : Optional.empty();
        };
    }

    private static Rule publications() {
        Set<Long> events = new HashSet<>();
        return entry -> {
            if (entry.record() instanceof Event) {
                events.add(entry.sequence());
            }
            return entry.record() instanceof Published(long event) && !events.contains(event)
                    ? Optional.of("it marks entry %d as published, which is no event before it".formatted(event))
                    : Optional.empty();
        };
    }
}
