package org.novum.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.ipc.message.ArrowFooter;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.novum.api.data.ColumnType;

/**
 * A column's Arrow IPC file, mapped into memory: its values are read where they lie, nothing is copied.
 *
 * <p>The layout is that of the Arrow IPC file format: {@code ARROW1}, messages, footer, length of the footer,
 * {@code ARROW1}.
 */
final class MappedColumn implements AutoCloseable {
    private static final byte[] MAGIC = {'A', 'R', 'R', 'O', 'W', '1'};
    private static final int TAIL = MAGIC.length + Integer.BYTES;

    /** The mark and the length that stand before a message. */
    private static final int PREFIX = 2 * Integer.BYTES;

    private final MemorySegment memory;
    private final ArrowBuf whole;
    private final List<ArrowBlock> blocks;
    private final VectorSchemaRoot root;
    private final VectorLoader loader;

    /**
     * @param file that a {@link ColumnWriter} made
     * @param name of the column that the values become
     * @throws IOException if the file cannot be mapped or is none
     */
    MappedColumn(BufferAllocator allocator, Path file, String name, ColumnType type) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            blocks = new ArrowFooter(footer(file)).getRecordBatches();
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
        whole = allocator.wrapForeignAllocation(new ForeignAllocation(memory.byteSize(), memory.address()) {
            @Override
            protected void release0() {
                arena.close();
            }
        });
        FieldVector vector = type.field(name).createVector(allocator);
        root = new VectorSchemaRoot(List.of(vector));
        loader = new VectorLoader(root);
    }

    private Footer footer(Path file) throws IOException {
        long size = memory.byteSize();
        if (size < TAIL + MAGIC.length
                || memory.asSlice(size - MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) >= 0) {
            throw new IOException(file + " is no Arrow file");
        }
        int length = memory.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), size - TAIL);
        if (length <= 0 || length > size - TAIL - MAGIC.length) {
            throw new IOException(file + " is no Arrow file");
        }
        return Footer.getRootAsFooter(bytes(size - TAIL - length, length));
    }

    private ByteBuffer bytes(long offset, long length) {
        return memory.asSlice(offset, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many batches there are. */
    int batches() {
        return blocks.size();
    }

    /** Points the vector at a batch's values; says how many rows it has. */
    int load(int batch) throws IOException {
        ArrowBlock block = blocks.get(batch);
        Message message =
                Message.getRootAsMessage(bytes(block.getOffset() + PREFIX, block.getMetadataLength() - PREFIX));
        ArrowBuf body = whole.slice(block.getOffset() + block.getMetadataLength(), block.getBodyLength());
        body.getReferenceManager().retain(); // the batch gives this reference back
        try (ArrowRecordBatch values = MessageSerializer.deserializeRecordBatch(message, body)) {
            loader.load(values);
        }
        return root.getRowCount();
    }

    /** The vector that {@link #load} points at values. */
    FieldVector vector() {
        return root.getVector(0);
    }

    @Override
    public void close() {
        root.close();
        whole.close();
    }
}
