package org.novum.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.novum.api.data.ColumnType;

/**
 * Writes one column as an Arrow IPC file.
 *
 * <p>The file's bytes follow from the values alone: batches have the same number of rows however the values came, and what
 * lies behind missing values is zero.
 */
final class ColumnWriter implements AutoCloseable {
    private final Path file;
    private final int batchRows;
    private final VectorSchemaRoot root;
    private final ColumnCopy copy;
    private final DigestingChannel channel;
    private final ArrowFileWriter writer;
    private int filled;
    private long rows;

    /**
     * @param file that is made
     * @param type of the values
     * @param batchRows rows of a batch
     */
    ColumnWriter(BufferAllocator allocator, Path file, ColumnType type, int batchRows) throws IOException {
        this.file = file;
        this.batchRows = batchRows;
        channel = new DigestingChannel(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        FieldVector vector = type.field("values").createVector(allocator);
        root = new VectorSchemaRoot(List.of(vector));
        copy = ColumnCopy.into(vector);
        writer = new ArrowFileWriter(root, null, channel);
        writer.start();
    }

    /** True if the writer takes vectors of this kind, as every connector gives them for the type. */
    static boolean takes(ColumnType type, FieldVector vector) {
        Field expected = type.field("");
        Field given = vector.getField();
        return given.getType().equals(expected.getType())
                && types(given.getChildren()).equals(types(expected.getChildren()));
    }

    private static List<ArrowType> types(List<Field> fields) {
        return fields.stream().map(Field::getType).toList();
    }

    /** Appends the first rows of a vector. */
    void append(FieldVector source, int count) throws IOException {
        int from = 0;
        while (from < count) {
            int some = Math.min(count - from, batchRows - filled);
            copy.rows(source, from, filled, some);
            filled += some;
            from += some;
            rows += some;
            if (filled == batchRows) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        copy.finish(filled);
        root.setRowCount(filled);
        writer.writeBatch();
        copy.clear();
        filled = 0;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return channel.bytes();
    }

    /** Ends the file. */
    StoredColumn finish() throws IOException {
        if (filled > 0) {
            flush();
        }
        writer.end();
        return new StoredColumn(channel.finish(), channel.bytes());
    }

    Path file() {
        return file;
    }

    /** Takes the file away, if nobody has moved it to its place. */
    @Override
    public void close() throws IOException {
        writer.close();
        root.close();
        channel.close();
        Files.deleteIfExists(file);
    }
}
