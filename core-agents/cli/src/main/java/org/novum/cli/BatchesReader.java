package org.novum.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;

/** The parts of a dataset, one after the other, as one stream of Arrow batches. */
final class BatchesReader extends ArrowReader {
    private final Dataset dataset;
    private final List<DataPart> parts;
    private final List<ColumnCard> columns;
    private final LongConsumer progress;
    private int next;
    private long done;
    private Batches open = NOTHING;
    private boolean widened;

    private static final Batches NOTHING = new Batches() {
        @Override
        public boolean next() {
            return false;
        }

        @Override
        public VectorSchemaRoot root() {
            throw new IllegalStateException("nothing is open");
        }

        @Override
        public void close() {}
    };

    /**
     * @param dataset whose parts have the columns
     * @param columns to read, of types that hold what the parts have
     * @param progress told the rows read so far
     */
    BatchesReader(BufferAllocator allocator, Dataset dataset, List<ColumnCard> columns, LongConsumer progress) {
        super(allocator);
        this.dataset = dataset;
        this.parts = dataset.card().parts();
        this.columns = columns;
        this.progress = progress;
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        while (!open.next()) {
            open.close();
            open = NOTHING;
            if (next == parts.size()) {
                return false;
            }
            DataPart part = parts.get(next++);
            widened = isWidened(part);
            open = dataset.read(allocator, part.name(), columns.stream().map(ColumnCard::name).toList());
        }
        VectorSchemaRoot read = open.root();
        if (widened) {
            widen(read);
        } else {
            try (ArrowRecordBatch batch = new VectorUnloader(read).getRecordBatch();
                    ArrowRecordBatch own = copied(batch)) {
                new VectorLoader(getVectorSchemaRoot()).load(own);
            }
        }
        done += read.getRowCount();
        progress.accept(done);
        return true;
    }

    private boolean isWidened(DataPart part) {
        Map<String, ColumnType> types = new HashMap<>();
        part.columns().forEach(column -> types.put(column.name(), column.type()));
        return columns.stream().anyMatch(column -> types.get(column.name()) != column.type());
    }

    private void widen(VectorSchemaRoot read) throws IOException {
        VectorSchemaRoot root = getVectorSchemaRoot();
        for (int column = 0; column < columns.size(); column++) {
            Widening.copy(
                    read.getVector(column), root.getVector(column), read.getRowCount(), parts.get(next - 1).name());
        }
        root.setRowCount(read.getRowCount());
    }

    /** Who reads the stream holds batches for as long as it likes, and a connector fills the same memory again. */
    private ArrowRecordBatch copied(ArrowRecordBatch batch) {
        List<ArrowBuf> copies = new ArrayList<>();
        for (ArrowBuf buffer : batch.getBuffers()) {
            ArrowBuf copy = allocator.buffer(Math.max(1, buffer.readableBytes()));
            copy.setBytes(0, buffer, buffer.readerIndex(), buffer.readableBytes());
            copy.writerIndex(buffer.readableBytes());
            copies.add(copy);
        }
        try {
            return new ArrowRecordBatch(batch.getLength(), batch.getNodes(), copies);
        } finally {
            copies.forEach(ArrowBuf::close);
        }
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    protected void closeReadSource() {
        open.close();
    }

    @Override
    protected Schema readSchema() {
        List<Field> fields = columns.stream().map(column -> column.type().field(column.name())).toList();
        return new Schema(fields);
    }
}
