package org.novum.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.novum.journal.JournalException;
import org.novum.journal.JournalLockedException;
import org.novum.journal.StorageFaults;

/**
 * Marks a journal as being written by a live process: an operating system's lock on {@code journal.db.lock}, which
 * vanishes with the process however it ends. The file names the holder and is removed on close.
 *
 * <p>Locks of POSIX belong to the process and go when it closes any handle on the file, so journals that are open in
 * this process are also kept in a set, and their lock files are not touched again.
 */
final class WriterLock implements AutoCloseable {

    /** Guarded by the class. */
    private static final Set<Path> HERE = new HashSet<>();

    /** Far behind the text: a lock on Windows would keep others from reading who holds it. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** A reader that looks whether a writer is live locks for an instant, which must not turn a writer away. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path key;
    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path key, Path file, FileChannel channel) {
        this.key = key;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws JournalLockedException when a live process has it
     */
    static WriterLock acquire(Path journal, String holder) {
        synchronized (WriterLock.class) {
            Path key = key(journal);
            if (HERE.contains(key)) {
                throw new JournalLockedException(journal.toString(), "this one");
            }
            try {
                WriterLock lock = lock(journal, key, holder);
                HERE.add(key);
                return lock;
            } catch (IOException e) {
                throw StorageFaults.writing(file(journal), 1, e);
            }
        }
    }

    /** Whether a live process writes the journal; needs no right to write. */
    static boolean isHeld(Path journal) {
        synchronized (WriterLock.class) {
            if (HERE.contains(key(journal))) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file(journal), StandardOpenOption.READ);
                    FileLock lock = channel.tryLock(LOCKED_BYTE, 1, true)) {
                return lock == null;
            } catch (NoSuchFileException e) {
                return false;
            } catch (IOException e) {
                throw new JournalException("%s cannot be read: %s".formatted(file(journal), e), e);
            }
        }
    }

    private static WriterLock lock(Path journal, Path key, String holder) throws IOException {
        Path file = file(journal);
        for (int attempt = 1; ; attempt++) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                    if (attempt == ATTEMPTS) {
                        throw new JournalLockedException(journal.toString(), Files.readString(file));
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                } else if (isStill(file, channel, holder)) {
                    return new WriterLock(key, file, channel);
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            // Held for an instant, or removed by its last holder after we opened it: look again.
            channel.close();
        }
    }

    /** Whether the locked file is the one under the path; writing the holder into it makes that visible. */
    private static boolean isStill(Path file, FileChannel channel, String holder) throws IOException {
        String mark = "%s, process %d".formatted(holder, ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
        try {
            return Files.readString(file).equals(mark);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Path file(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".lock");
    }

    private static Path key(Path journal) {
        return journal.toAbsolutePath().normalize();
    }

    /** Removes the file while it is still locked, so that nobody's lock is on a file without a name unnoticed. */
    @Override
    public void close() {
        synchronized (WriterLock.class) {
            try (channel) {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new JournalException("%s cannot be removed: %s".formatted(file, e), e);
            } finally {
                HERE.remove(key);
            }
        }
    }
}
