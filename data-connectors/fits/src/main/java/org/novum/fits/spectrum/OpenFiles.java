package org.novum.fits.spectrum;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.novum.files.Guard;

/**
 * Opens files by what is in them, and keeps those opened first open while they are small together: headers need not be read
 * again where a few hundred spectra are opened and then read. A file that is kept is with one reader at a time.
 */
final class OpenFiles {
    /** Bytes of all files that are kept, and of their headers: 128 MB, or an eighth of a small memory. */
    private static final long MOST = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    /** Bytes in memory to a byte of a file, whose cards and columns have objects of their own. */
    private static final int SIZE = 2;

    private final Formats formats;
    private final Map<FileSource, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong left = new AtomicLong(MOST);

    OpenFiles(Formats formats) {
        this.formats = formats;
    }

    /**
     * A file and the version that it was read in.
     *
     * @param bytes decompressed
     */
    record Kept(SpectrumFile file, FileContent.Version version, long bytes) {}

    /**
     * Opens a file.
     *
     * @param content all bytes of it, decompressed
     * @throws SpectrumException if it is of no known format, or cannot be read
     */
    SpectrumFile open(FileSource source, byte[] content) {
        return Guard.call(
                () -> {
                    SpectrumFile file = formats.open(content);
                    return switch (source.asked()) {
                        case COMBINED -> file;
                        case EXPOSURES -> file.exposures();
                        case MODELS -> file.models();
                    };
                },
                SpectrumException::damaged);
    }

    /** Keeps a file for the next reader, if there is room; not one whose rows a reader may still ask for. */
    void keep(FileSource source, Kept file) {
        if (file.file().size() > Rows.FEW) {
            return;
        }
        if (left.addAndGet(-SIZE * file.bytes()) >= 0 && kept.putIfAbsent(source, file) == null) {
            return;
        }
        left.addAndGet(SIZE * file.bytes());
    }

    /** A file that was kept in this version; nobody else has it until it is kept again. */
    Optional<Kept> take(FileSource source, FileContent.Version version) {
        return letGo(source).filter(file -> file.version().equals(version));
    }

    /** Lets go of all files. */
    void clear() {
        kept.keySet().forEach(this::letGo);
    }

    private Optional<Kept> letGo(FileSource source) {
        Optional<Kept> held = Optional.ofNullable(kept.remove(source));
        held.ifPresent(file -> left.addAndGet(SIZE * file.bytes()));
        return held;
    }
}
