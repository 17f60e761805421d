package org.novum.pluginsdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Copies of small files in compressed form, under their own names. */
final class Compressed {
    private static final int ZSTD_MAGIC = 0xFD2FB528;
    private static final int LARGEST_BLOCK = 1 << 17;

    private Compressed() {}

    static Path gzip(Path file, Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written(file, folder, bytes.toByteArray());
    }

    /**
     * A frame of Zstandard of raw blocks (RFC 8878, section 3.1.1): four bytes state the size, and each block has a header of
     * three bytes, of which the lowest bit marks the last and the upper 21 are its size.
     */
    static Path zstd(Path file, Path folder) {
        try {
            byte[] content = Files.readAllBytes(file);
            int blocks = Math.max(1, (content.length + LARGEST_BLOCK - 1) / LARGEST_BLOCK);
            ByteBuffer frame = ByteBuffer.allocate(9 + 3 * blocks + content.length).order(ByteOrder.LITTLE_ENDIAN);
            frame.putInt(ZSTD_MAGIC).put((byte) 0xA0).putInt(content.length);
            for (int block = 0; block < blocks; block++) {
                int from = block * LARGEST_BLOCK;
                int size = Math.min(LARGEST_BLOCK, content.length - from);
                int header = size << 3 | (block == blocks - 1 ? 1 : 0);
                frame.put((byte) header).put((byte) (header >> 8)).put((byte) (header >> 16)).put(content, from, size);
            }
            return written(file, folder, frame.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Path file, Path folder, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(file.getFileName()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
