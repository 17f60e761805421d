package org.novum.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DatasetCard;

/**
 * A folder of columns as Arrow files, each named by the SHA-256 of its bytes, and of the sources they are from.
 *
 * <p>Processes share it: files appear whole and never change, and what was taken away or damaged is read from its source
 * again.
 *
 * <pre>
 * objects/ab/abcdef….arrow    one column; equal columns are one file
 * sources/cd/cdef…/card.json  the card of a source, found by its {@link SourceKey}
 * sources/cd/cdef…/….json     where a column of it is
 * sources/cd/cdef…/used       made anew when the source is opened
 * new/                        files that are being written
 * </pre>
 */
public final class ArrowStore {
    /** Changes of files within this time of their storing may leave no trace in coarse time stamps. */
    private static final Duration COARSE = Duration.ofSeconds(2);

    private static final String MAKE_ROOM = "Make room there, or switch it off with NOVUM_STORE_SIZE=0";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong COUNTER = new AtomicLong();

    private final Path folder;
    private final ColumnFiles columns;
    private final StoreLimit limit;
    private final Consumer<String> complaints;

    /**
     * @param folder of the store; made when it is needed
     * @param limit of its size
     * @param complaints told in a sentence why something is not kept; the data are read all the same
     */
    public ArrowStore(Path folder, StoreLimit limit, Consumer<String> complaints) {
        this.folder = folder;
        this.columns = new ColumnFiles(folder.resolve("objects"));
        this.limit = limit;
        this.complaints = complaints;
    }

    /** A connector that opens what the store has without the source, and keeps in the store what is read. */
    public DataConnector storing(DataConnector connector) {
        return limit.isNothing() ? connector : new StoringConnector(connector, this);
    }

    /** The card of a source that is in the store. */
    Optional<DatasetCard> card(SourceKey key) {
        Path source = source(key);
        Optional<DatasetCard> card = read(source.resolve("card.json"), DatasetCard.class);
        if (card.isPresent()) {
            try {
                Files.write(source.resolve("used"), new byte[0]);
            } catch (IOException _) {
                return card; // a store that this user may only read: whoever writes it makes room by his own uses
            }
        }
        return card;
    }

    /** What one of the store's own files says, if it is there and as it was written. */
    private <T> Optional<T> read(Path file, Class<T> type) {
        try {
            if (Seal.isOn(file)) {
                return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
            }
            complain(new Damage(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            complain(e);
        }
        return Optional.empty();
    }

    /** Keeps a card, unless the files changed so lately that another change might not show. */
    void keep(SourceKey key, DatasetCard card) {
        try {
            Path fresh = newFile();
            Files.write(fresh, JSON.writeValueAsBytes(card));
            if (isSettled(key, fresh)) {
                Files.createDirectories(source(key));
                Seal.move(fresh, source(key).resolve("card.json"));
                Files.write(source(key).resolve("used"), new byte[0]);
            }
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            complain(e);
        }
    }

    /** The file's time is that of the file system, whatever the machine's clock says. */
    private static boolean isSettled(SourceKey key, Path fresh) throws IOException {
        FileTime now = Files.getLastModifiedTime(fresh);
        return key.changed().toInstant().plus(COARSE).isBefore(now.toInstant());
    }

    /** The file with a column's values. */
    Optional<Path> column(SourceKey key, ColumnName name) {
        Optional<StoredColumn> stored = read(source(key).resolve(name.fileName()), StoredColumn.class);
        try {
            return stored.isPresent() ? columns.find(stored.get()) : Optional.empty();
        } catch (IOException e) {
            complain(e);
            return Optional.empty();
        }
    }

    /** True if the store has the card of this source, so that columns of it may be kept. */
    boolean knows(SourceKey key) {
        return Files.isRegularFile(source(key).resolve("card.json"));
    }

    /** Keeps a column whose file was written. */
    void keep(SourceKey key, ColumnName name, ColumnWriter written) throws IOException {
        StoredColumn stored = written.finish();
        columns.keep(written.file(), stored);
        Path fresh = newFile();
        Files.write(fresh, JSON.writeValueAsBytes(stored));
        Seal.move(fresh, source(key).resolve(name.fileName()));
    }

    /**
     * Reads all columns, and takes away those that have not the bytes that were stored.
     *
     * @throws IOException if one cannot be read
     */
    public List<Path> removeDamaged() throws IOException {
        return columns.removeDamaged();
    }

    /** Makes room, if there is too much. */
    void makeRoom() {
        try {
            new Eviction(folder, columns, limit).run();
        } catch (IOException e) {
            complain(e);
        }
    }

    /** How many bytes a single source may take. */
    long largest() {
        return limit.bytes(folder) / 2;
    }

    /** A file of its own to write into. */
    Path newFile() throws IOException {
        Path fresh = folder.resolve("new");
        Files.createDirectories(fresh);
        return fresh.resolve(ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet());
    }

    void complain(IOException reason) {
        complaints.accept(switch (reason) {
            case Damage damage -> "the store's file " + damage.getMessage() + " changed since it was stored; the data are read from"
                    + " their sources again";
            case AccessDeniedException denied -> unusable("permission is missing for " + denied.getFile())
                    + "Change that, or switch it off with NOVUM_STORE_SIZE=0";
            case FileSystemException failed when failed.getReason() != null ->
                unusable(failed.getFile() + ": " + failed.getReason()) + MAKE_ROOM;
            default -> unusable(reason.getMessage()) + MAKE_ROOM;
        });
    }

    private String unusable(String why) {
        return "the store " + folder + " cannot be used (" + why + "); data are read from their sources. ";
    }

    private Path source(SourceKey key) {
        return folder.resolve("sources").resolve(key.digest().substring(0, 2)).resolve(key.digest());
    }
}
