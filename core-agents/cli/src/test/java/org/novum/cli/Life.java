package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.report.LedgerRow;
import org.novum.runtime.Observers;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.ledger.LedgerView;
import picocli.CommandLine;

/**
 * One run of the field trial as a process: its home folder and its bundle.
 *
 * @param home folder of its ledgers
 * @param out folder of its bundle
 */
record Life(Path home, Path out) {
    static Life in(Path home) throws IOException {
        return new Life(Files.createDirectories(home), home.resolve("out"));
    }

    byte[] file(String name) {
        try {
            return Files.readAllBytes(out.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What it has written to its standard error. */
    String errors() throws IOException {
        return Files.readString(ProgramChild.errors(home));
    }

    List<LedgerRow> ledger() {
        try (ExperimentLedgerStore store =
                new LedgerFiles(home.resolve("ledgers"), InstantSource.system()).open("trial-2026")) {
            assertThat(store.verify().firstFailure()).isEmpty();
            return LedgerView.rows(store.state());
        }
    }

    /** Whether there is something to resume. */
    boolean isBegun() {
        return journal(journal -> !journal.entries(JournalRecord.RunStarted.class).isEmpty()).orElse(false);
    }

    /** The steps that have a result, in the journal's order. */
    List<String> results() {
        return journal(journal -> journal.records(JournalRecord.Result.class).stream()
                        .map(JournalRecord.Result::step)
                        .toList())
                .orElse(List.of());
    }

    /** Something of the journal, if there is one. */
    <T> Optional<T> journal(Function<JournalReader, T> reading) {
        Path file = out.resolve(Bundle.JOURNAL);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (JournalReader journal = SqliteJournalReader.open(file)) {
            return Optional.of(reading.apply(journal));
        }
    }

    /** No acknowledged result is lost, and none stands twice. */
    void requireKept(Collection<String> acknowledged) {
        assertThat(results()).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    /** Exit code of a command on the bundle, in this process. */
    int execute(String command) {
        CommandLine line = Main.commandLine(new Workbench(Observers.NONE));
        return line.setOut(new PrintWriter(Writer.nullWriter())).execute(command, out.toString());
    }
}
