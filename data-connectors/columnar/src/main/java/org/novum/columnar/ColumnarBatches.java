package org.novum.columnar;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.files.Guard;
import org.novum.tabular.TableFile;

/** The answer of a query, batch by batch. */
final class ColumnarBatches implements Batches {
    private final TableFile file;
    private final Duck duck;
    private final DuckStream stream;

    /** Makes the query of a file. */
    @FunctionalInterface
    interface Query {
        PreparedStatement on(Duck duck) throws SQLException;
    }

    ColumnarBatches(BufferAllocator allocator, TableFile file, Query query, int batchRows) {
        this.file = file;
        this.duck = Duck.inOrder(allocator, file);
        this.stream = Guard.call(() -> new DuckStream(allocator, query.on(duck), batchRows), duck::refused);
    }

    @Override
    public boolean next() {
        return Guard.call(stream::next, broken -> {
            duck.note(broken);
            return Duck.broken(file, broken);
        });
    }

    @Override
    public VectorSchemaRoot root() {
        return stream.root();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException | SQLException stuck) {
            throw new IllegalStateException("a query in memory cannot be closed", stuck);
        } finally {
            duck.close();
        }
    }
}
