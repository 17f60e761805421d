package org.novum.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blobs as files {@code ab/abcdef…} below one folder, named by their digest.
 *
 * <p>A blob is written to a temporary file beside its place, forced to disk, renamed into place and the folder forced
 * to disk, so that a file under a digest's name is always whole. The folder is made with the first blob; reading needs
 * no right to write.
 */
public final class FileBlobStore implements BlobStore {

    /** Writes a file durably; a seam for tests of full disks. */
    @FunctionalInterface
    interface DurableWrite {
        void write(Path file, byte[] bytes) throws IOException;
    }

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";
    private static final boolean FOLDERS_CAN_BE_FORCED =
            !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path root;
    private final DurableWrite durableWrite;
    private final AtomicLong unfinished = new AtomicLong();

    FileBlobStore(Path root, DurableWrite durableWrite) {
        this.root = root;
        this.durableWrite = durableWrite;
    }

    /** The store below this folder, which need not exist yet. */
    public static FileBlobStore at(Path root) {
        return new FileBlobStore(root, FileBlobStore::writeAndForce);
    }

    @Override
    public Digest put(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        Path target = path(digest);
        try {
            // One whose bytes rotted is written anew.
            if (!Files.exists(target) || !Digest.of(target).equals(digest)) {
                write(target, bytes);
            }
        } catch (IOException e) {
            throw StorageFaults.writing(target, bytes.length, e);
        }
        return digest;
    }

    private void write(Path target, byte[] bytes) throws IOException {
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            forceFolder(root);
        }
        Path part = folder.resolve("%s-%d-%d%s"
                .formatted(
                        target.getFileName(), ProcessHandle.current().pid(), unfinished.incrementAndGet(), UNFINISHED));
        try {
            durableWrite.write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException cleaning) {
                e.addSuppressed(cleaning);
            }
            throw e;
        }
        forceFolder(folder);
    }

    @Override
    public byte[] get(Digest digest) {
        Path file = path(digest);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw BlobException.missing(file.toString(), digest);
        } catch (IOException e) {
            throw new JournalException("blob %s at %s cannot be read: %s".formatted(digest, file, e), e);
        }
        Digest actual = Digest.of(bytes);
        if (!actual.equals(digest)) {
            throw BlobException.damaged(file.toString(), digest, actual);
        }
        return bytes;
    }

    @Override
    public boolean contains(Digest digest) {
        return Files.isRegularFile(path(digest));
    }

    @Override
    public List<Digest> list() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .filter(NAME.asMatchPredicate())
                .map(Digest::new)
                .sorted()
                .toList();
    }

    @Override
    public void discardUnfinished() {
        for (Path file : files()) {
            if (file.getFileName().toString().endsWith(UNFINISHED)) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new JournalException("the unfinished blob %s cannot be removed: %s".formatted(file, e), e);
                }
            }
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(root, 2)) {
            return tree.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new JournalException("the blobs at %s cannot be listed: %s".formatted(root, e), e);
        }
    }

    private Path path(Digest digest) {
        return root.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    private static void writeAndForce(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** A rename is durable once its folder is; Windows makes it durable by itself and opens no folder. */
    private static void forceFolder(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_FORCED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
