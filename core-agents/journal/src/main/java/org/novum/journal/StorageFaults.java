package org.novum.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.novum.api.ExitCode;

/** Tells a full disk from other failures of a write; for implementations of stores. */
public final class StorageFaults {

    private static final List<String> FULL =
            List.of("no space left", "disk quota exceeded", "not enough space", "disk full");

    private StorageFaults() {}

    /** A failed write of that many bytes to the file, as the exception that says what to do about it. */
    public static JournalException writing(Path file, long bytes, IOException cause) {
        if (saysFull(cause) || leavesNoRoom(file, bytes)) {
            return new StorageFullException(file, "the disk is full", cause);
        }
        return new JournalException(
                ExitCode.CANNOT_WRITE,
                "%s cannot be written: %s. Check the disk and the permissions, then resume the run."
                        .formatted(file, cause),
                cause);
    }

    private static boolean saysFull(IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(text::contains);
    }

    /** Where the system speaks another language than English, the room that is left tells. */
    private static boolean leavesNoRoom(Path file, long bytes) {
        for (Path folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder)) {
                try {
                    return Files.getFileStore(folder).getUsableSpace() < bytes;
                } catch (IOException e) {
                    // The write has failed already and is reported; how much room there is stays unknown.
                    return false;
                }
            }
        }
        return false;
    }
}
