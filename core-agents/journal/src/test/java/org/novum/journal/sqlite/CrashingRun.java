package org.novum.journal.sqlite;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import org.novum.journal.BoundaryListener;
import org.novum.journal.FileBlobStore;
import org.novum.journal.InDoubtResolver;
import org.novum.journal.InDoubtResolver.Resolution;
import org.novum.journal.Journal;
import org.novum.journal.JournalRecord;
import org.novum.journal.Step;
import org.novum.journal.StepOutcome;
import org.novum.journal.StepYield;

/**
 * A run that acknowledges what it has done on standard output, to be killed.
 *
 * <p>Arguments: folder, number of steps, and optionally the name of a boundary and how many times to cross it before
 * halting there as a kill would. Lines: {@code done <step> <digest>} and {@code event <sequence> <step>}. Every third
 * step is unsafe: it appends its name to the file {@code instrument}, which the resolver asks.
 */
final class CrashingRun {

    static final int HALTED = 137;

    private final Path folder;
    private final PrintStream out;

    CrashingRun(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) {
        BoundaryListener boundaries = arguments.length > 2
                ? haltAt(BoundaryListener.Boundary.valueOf(arguments[2]), Integer.parseInt(arguments[3]))
                : BoundaryListener.NONE;
        new CrashingRun(Path.of(arguments[0]), System.out).run(Integer.parseInt(arguments[1]), boundaries);
    }

    private static BoundaryListener haltAt(BoundaryListener.Boundary where, int crossing) {
        int[] left = {crossing};
        return (boundary, subject) -> {
            if (boundary == where && --left[0] == 0) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }

    void run(int steps, BoundaryListener boundaries) {
        SqliteJournalStore.Writer writer = new SqliteJournalStore.Writer("child", InstantSource.system());
        Path file = folder.resolve("journal.db");
        SqliteJournalStore store = begun(file)
                ? SqliteJournalStore.resume(file, writer)
                : SqliteJournalStore.create(file, "run-1", writer);
        Journal.Parts parts = Journal.Parts.of(store, FileBlobStore.at(folder.resolve("blobs")))
                .publishingTo((sequence, event) -> say(
                        "event " + sequence + " " + event.payload().get("step").textValue()))
                .watchedBy(boundaries);
        try (Journal journal = Journal.open(parts)) {
            for (int i = 0; i < steps; i++) {
                StepOutcome outcome = step(journal, i);
                switch (outcome) {
                    case StepOutcome.Completed done -> say("done " + name(i) + " " + done.digest());
                    case StepOutcome.InDoubt doubt -> throw new AssertionError(doubt);
                }
            }
            journal.record(new JournalRecord.RunFinished(RunFolder.json("end", "done")));
        }
        say("finished");
    }

    private static boolean begun(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (SqliteJournalReader reader = SqliteJournalReader.open(file)) {
            return !reader.stored().isEmpty();
        }
    }

    private StepOutcome step(Journal journal, int number) {
        String name = name(number);
        return switch (number % 3) {
            case 0 -> journal.step(Step.pure(name, RunFolder.digest(name)), () -> StepYield.of(output(number)));
            case 1 -> journal.step(Step.idempotent(name, RunFolder.digest(name)), () -> StepYield.of(output(number)));
            default ->
                journal.unsafeStep(
                        Step.unsafe(name, RunFolder.digest(name)),
                        () -> {
                            actuate(name);
                            return StepYield.of(output(number));
                        },
                        askInstrument(number));
        };
    }

    private InDoubtResolver askInstrument(int number) {
        return step -> actions(folder).contains(step.name())
                ? new Resolution.TookEffect(StepYield.of(output(number)))
                : new Resolution.HadNoEffect();
    }

    private void actuate(String name) {
        try {
            Files.writeString(
                    folder.resolve("instrument"),
                    name + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the instrument did, in order. */
    static List<String> actions(Path folder) {
        Path instrument = folder.resolve("instrument");
        try {
            return Files.exists(instrument) ? Files.readAllLines(instrument) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(int number) {
        return "step-" + number;
    }

    /** Outputs of all sizes up to some hundred kilobytes, so that kills also hit the writing of blobs. */
    static byte[] output(int number) {
        byte[] bytes = new byte[(number * 7919) % 200_000 + 8];
        bytes[0] = (byte) number;
        bytes[1] = (byte) (number >> 8);
        return bytes;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
