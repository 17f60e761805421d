package org.novum.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.novum.api.event.RunEvent;
import org.novum.journal.JournalReader;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.model.Doubts;

/** What a run that was killed in the middle of calls of models may have paid for nothing, as a person reads it. */
final class DoubtText {
    private DoubtText() {}

    /** A line about all interrupted calls of a run, in whatever process; empty where there are none. */
    static Optional<String> of(Path folder) {
        try (JournalReader journal = SqliteJournalReader.open(folder.resolve(Bundle.JOURNAL))) {
            List<RunEvent.ModelInDoubt> doubts = Doubts.recorded(journal);
            return doubts.isEmpty() ? Optional.empty() : Optional.of(line(doubts));
        }
    }

    static String line(List<RunEvent.ModelInDoubt> doubts) {
        long charged = doubts.stream().filter(doubt -> doubt.tokens() > 0).count();
        String calls = "killed in the middle of " + calls(doubts.size()) + "; ";
        if (charged == 0) {
            return calls + "the provider honours keys (honoursKeys), so nothing is charged twice";
        }
        double money = doubts.stream().mapToDouble(RunEvent.ModelInDoubt::money).sum();
        return calls
                + String.format(
                        Locale.ROOT,
                        "the bill may be higher by %s, at most %,d tokens%s, which the budget counts (see honoursKeys in docs/models.md)",
                        calls(charged),
                        doubts.stream().mapToLong(RunEvent.ModelInDoubt::tokens).sum(),
                        money == 0 ? "" : String.format(Locale.ROOT, " or %.2f in money", money));
    }

    private static String calls(long count) {
        return count == 1 ? "one call" : String.format(Locale.ROOT, "%,d calls", count);
    }
}
