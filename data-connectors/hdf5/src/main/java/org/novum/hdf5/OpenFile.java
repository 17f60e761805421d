package org.novum.hdf5;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file, mapped into memory where one buffer can hold it.
 *
 * <p>The library's own reading of files makes room for whatever length a file states, and near the file's end reads the same
 * bytes again and again until it has so many; a slice of mapped memory cannot be longer than the file.
 */
final class OpenFile implements AutoCloseable {
    private final HdfFile content;
    private final @Nullable Arena mapping;

    private OpenFile(HdfFile content, @Nullable Arena mapping) {
        this.content = content;
        this.mapping = mapping;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read
     */
    static OpenFile of(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return channel.size() > Integer.MAX_VALUE ? new OpenFile(new HdfFile(path), null) : mapped(channel);
        }
    }

    private static OpenFile mapped(FileChannel channel) throws IOException {
        Arena mapping = Arena.ofShared();
        try {
            return new OpenFile(
                    HdfFile.fromByteBuffer(
                            channel.map(MapMode.READ_ONLY, 0, channel.size(), mapping).asByteBuffer()),
                    mapping);
        } catch (Throwable broken) {
            mapping.close();
            throw broken;
        }
    }

    HdfFile content() {
        return content;
    }

    @Override
    public void close() {
        content.close();
        if (mapping != null) {
            mapping.close();
        }
    }
}
