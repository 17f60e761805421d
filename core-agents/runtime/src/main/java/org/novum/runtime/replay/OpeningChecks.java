package org.novum.runtime.replay;

import java.util.Optional;
import java.util.function.Predicate;
import org.novum.journal.Check;
import org.novum.journal.JournalEntry;
import org.novum.journal.JournalRecord;
import org.novum.runtime.agent.ResearchLoop;

/** Law 2 in the order of the journal's entries: registered, then opened, then tested. */
final class OpeningChecks {
    private OpeningChecks() {}

    static Check check(String name, RecordedRun run) {
        int examined = 0;
        for (JournalEntry entry : run.entries()) {
            Optional<String> broken =
                    switch (entry.record()) {
                        case JournalRecord.Opened(var partition, JournalRecord.Purpose.Confirmation(var plan), var _) ->
                            opening(run, entry, partition.hex(), plan.hex());
                        case JournalRecord.Intent(var step) when isTest(step.name()) -> test(run, entry, step.name());
                        default -> Optional.empty();
                    };
            examined++;
            if (broken.isPresent()) {
                return Check.failed(name, examined, "entry " + entry.sequence() + ": " + broken.get());
            }
        }
        return Check.passed(name, examined);
    }

    private static boolean isTest(String step) {
        return step.startsWith("round-") && step.endsWith("/test");
    }

    private static Optional<String> opening(RecordedRun run, JournalEntry opened, String partition, String plan) {
        return before(run, opened, round -> round.registered().plan().hex().equals(plan)
                        && round.registered().payload().path("partition").asText().equals(partition))
                ? Optional.empty()
                : Optional.of("rows " + partition + " were opened by plan " + plan + ", which was not registered for them");
    }

    private static Optional<String> test(RecordedRun run, JournalEntry intent, String step) {
        return run.rounds().stream()
                        .filter(round -> ResearchLoop.testOf(round.number()).equals(step))
                        .anyMatch(round -> openedBetween(run, round, intent))
                ? Optional.empty()
                : Optional.of("step " + step + " began before a registered plan had opened its rows");
    }

    private static boolean before(RecordedRun run, JournalEntry entry, Predicate<RecordedRun.Round> wanted) {
        return run.rounds().stream()
                .filter(round -> round.registration().sequence() < entry.sequence())
                .anyMatch(wanted);
    }

    private static boolean openedBetween(RecordedRun run, RecordedRun.Round round, JournalEntry intent) {
        return run.entries().stream()
                .filter(entry -> entry.sequence() > round.registration().sequence()
                        && entry.sequence() < intent.sequence())
                .anyMatch(entry -> entry.record() instanceof JournalRecord.Opened opened
                        && opened.purpose() instanceof JournalRecord.Purpose.Confirmation(var plan)
                        && plan.equals(round.registered().plan()));
    }
}
