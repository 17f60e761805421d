package org.novum.runtime.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.runtime.files.WholeFile;

/**
 * Where things lie in the evidence bundle of a run.
 *
 * @param folder of the bundle
 */
public record Bundle(Path folder) {
    /** File of the findings. */
    public static final String FINDINGS = "findings.json";

    /** File of the ledger's snapshot. */
    public static final String LEDGER = "ledger.csv";

    /** File of the report page. */
    public static final String REPORT = "report.html";

    /** File of the research object's metadata. */
    public static final String CRATE = "ro-crate-metadata.json";

    /** File of the study as it was run. */
    public static final String STUDY = "study.json";

    /** File that lists every call of a model; there only where one was asked. */
    public static final String MODELS = "models.json";

    /** Every call of a foreign tool, where any was called. */
    public static final String TOOLS = "tools.json";

    /** File of the journal. */
    public static final String JOURNAL = "journal.db";

    /** Folder of the blobs. */
    public static final String BLOBS = "blobs";

    /** The path of one of the files. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /**
     * Refuses a folder that holds no run.
     *
     * @throws NovumException with {@code NO_INPUT}
     */
    public Bundle requireRun() {
        if (!Files.isRegularFile(path(JOURNAL))) {
            throw new NovumException(
                    ExitCode.NO_INPUT, folder + ": holds no run (no " + JOURNAL + "); give the folder that a run wrote");
        }
        return this;
    }

    /**
     * Makes the folder for a new run; the remains of one that was interrupted before it was recorded are taken over.
     *
     * @throws NovumException with {@code USAGE} if it holds a run already, with {@code CANNOT_WRITE} if it cannot be made
     */
    public Bundle makeEmpty() {
        if (Files.isRegularFile(path(JOURNAL)) && holdsRun()) {
            throw new NovumException(
                    ExitCode.USAGE,
                    folder + ": holds a run already; continue it with: novum resume " + folder
                            + ", or choose another folder with --out");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE, folder + ": cannot be made: " + refused.getMessage(), refused);
        }
        return this;
    }

    /** Removes a run that has registered nothing; a folder that holds nothing else goes with it. */
    public void discardUnlessRegistered() {
        try (JournalReader journal = SqliteJournalReader.open(path(JOURNAL))) {
            if (!journal.entries(JournalRecord.Registered.class).isEmpty()) {
                return;
            }
        }
        try {
            Files.deleteIfExists(path(JOURNAL));
            removeTree(path(BLOBS));
            if (isEmpty(folder)) {
                Files.delete(folder);
            }
        } catch (IOException kept) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE, folder + ": a fruitless run cannot be removed: " + kept.getMessage(), kept);
        }
    }

    private static void removeTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private boolean holdsRun() {
        try (JournalReader journal = SqliteJournalReader.open(path(JOURNAL))) {
            return !journal.entries(JournalRecord.RunStarted.class).isEmpty();
        }
    }

    /**
     * Writes a file whole or not at all.
     *
     * @throws NovumException with {@code CANNOT_WRITE}
     */
    public void write(String name, byte[] bytes) {
        Path target = path(name);
        try {
            WholeFile.write(target, bytes);
        } catch (IOException refused) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE,
                    target + ": cannot be written: " + refused.getMessage() + "; make space, then write it again with: novum"
                            + " resume " + folder,
                    refused);
        }
    }
}
