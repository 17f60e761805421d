package org.novum.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Writes columns into the store while somebody reads them.
 *
 * <p>Trouble here is told and ends the recording, never the reading. What is not read to the end is not kept.
 */
final class Recording implements AutoCloseable {
    private final StoredSource stored;
    private final List<ColumnName> names;
    private final long rows;
    private final List<ColumnWriter> writers = new ArrayList<>();
    private boolean going = true;

    /**
     * Rows of the part, and of each stored batch of it.
     *
     * @param rows that the part has
     * @param batchRows that a stored batch has
     */
    record Shape(long rows, int batchRows) {}

    Recording(BufferAllocator allocator, StoredSource stored, List<ColumnName> names, Shape shape) {
        this.stored = stored;
        this.names = names;
        this.rows = shape.rows;
        attempt(() -> {
            if (!stored.isUnchanged()) {
                going = false;
                return;
            }
            for (ColumnName name : names) {
                writers.add(new ColumnWriter(
                        allocator, stored.store().newFile(), name.column().type(), shape.batchRows));
            }
        });
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Attempt attempt) {
        if (!going) {
            return;
        }
        try {
            attempt.run();
        } catch (IOException e) {
            going = false;
            stored.store().complain(e);
        }
    }

    /** Writes a batch. */
    void add(VectorSchemaRoot batch) {
        attempt(() -> {
            if (isTooLarge(batch)) {
                going = false;
                return;
            }
            for (int i = 0; i < names.size(); i++) {
                FieldVector vector = batch.getVector(i);
                if (!ColumnWriter.takes(names.get(i).column().type(), vector)) {
                    going = false;
                    return;
                }
                writers.get(i).append(vector, batch.getRowCount());
            }
        });
    }

    /** Whether all rows, if they are like these, are too large to be worth the room. */
    private boolean isTooLarge(VectorSchemaRoot batch) {
        double bytes = 0;
        for (FieldVector vector : batch.getFieldVectors()) {
            bytes += vector.getBufferSize();
        }
        return bytes / Math.max(1, batch.getRowCount()) * rows > stored.store().largest();
    }

    /** Keeps the columns, if they are complete and the source is as it was. */
    void finish() {
        attempt(() -> {
            if (stored.isUnchanged()) {
                for (int i = 0; i < writers.size(); i++) {
                    if (writers.get(i).rows() == rows) {
                        stored.store().keep(stored.key(), names.get(i), writers.get(i));
                    }
                }
                stored.store().makeRoom();
            }
            going = false;
        });
    }

    @Override
    public void close() {
        for (ColumnWriter writer : writers) {
            try {
                writer.close();
            } catch (IOException e) {
                stored.store().complain(e);
            }
        }
    }
}
