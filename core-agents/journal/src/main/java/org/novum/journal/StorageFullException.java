package org.novum.journal;

import java.nio.file.Path;
import org.novum.api.ExitCode;

/**
 * The storage under a journal, ledger or blob store is full or fails; nothing was half-written.
 *
 * <p>A run that meets this parks: it stops with this message, and resuming it after space has been made continues where
 * it stood.
 */
public final class StorageFullException extends JournalException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;

    /** Names the file that could not be written; {@code symptom} is what the system said. */
    public StorageFullException(Path path, String symptom, Throwable cause) {
        super(
                ExitCode.CANNOT_WRITE,
                "%s: %s. Nothing was half-written; make space (or repair the disk) and resume the run."
                        .formatted(path, symptom),
                cause);
        this.path = path;
    }

    /** The file that could not be written. */
    public Path path() {
        return path;
    }
}
