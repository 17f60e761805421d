package org.novum.hdf5;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * An HDF5 file, mapped into memory.
 *
 * <p>The library's own reading of files makes room for whatever length a file states, and near the file's end reads the same
 * bytes again and again until it has so many; a slice of mapped memory cannot be longer than the file. Of files that one buffer
 * cannot hold, room for up to 2 GiB may still be made before that is seen.
 */
final class OpenFile implements AutoCloseable {
    private final HdfFile content;
    private final Closing closing;

    /** Gives back what an open file holds. */
    @FunctionalInterface
    private interface Closing {
        void close() throws IOException;
    }

    private OpenFile(HdfFile content, Closing closing) {
        this.content = content;
        this.closing = closing;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read
     */
    static OpenFile of(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return channel.size() > Integer.MAX_VALUE ? large(channel) : small(channel);
        }
    }

    private static OpenFile small(FileChannel channel) throws IOException {
        Arena mapping = Arena.ofShared();
        try {
            HdfFile content = HdfFile.fromByteBuffer(
                    channel.map(MapMode.READ_ONLY, 0, channel.size(), mapping).asByteBuffer());
            return new OpenFile(content, () -> {
                content.close();
                mapping.close();
            });
        } catch (Throwable broken) {
            mapping.close();
            throw broken;
        }
    }

    /** A file of any size; the library, which cannot close one that it did not open itself, holds nothing else. */
    static OpenFile large(FileChannel channel) throws IOException {
        MappedChannel mapped = new MappedChannel(channel);
        try {
            return new OpenFile(new HdfFile(mapped), mapped::close);
        } catch (Throwable broken) {
            mapped.close();
            throw broken;
        }
    }

    HdfFile content() {
        return content;
    }

    @Override
    public void close() {
        try {
            closing.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException("a mapped file cannot be closed", stuck);
        }
    }
}
