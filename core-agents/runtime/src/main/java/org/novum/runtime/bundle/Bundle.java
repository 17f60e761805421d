package org.novum.runtime.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

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
     * Makes the folder for a new run.
     *
     * @throws NovumException with {@code USAGE} if it holds a run already, with {@code CANNOT_WRITE} if it cannot be made
     */
    public Bundle makeEmpty() {
        if (Files.exists(path(JOURNAL))) {
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

    /**
     * Writes a file whole or not at all.
     *
     * @throws NovumException with {@code CANNOT_WRITE}
     */
    public void write(String name, byte[] bytes) {
        Path target = path(name);
        Path part = path("." + name + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE,
                    target + ": cannot be written: " + refused.getMessage() + "; make space, then: novum resume " + folder,
                    refused);
        }
    }
}
