package org.novum.columnar;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;
import org.novum.api.data.Batches;
import org.novum.tabular.TableFile;

/** The answer of a query, batch by batch. */
final class ColumnarBatches implements Batches {
    private final TableFile file;
    private final Duck duck;
    private final PreparedStatement statement;
    private final DuckDBResultSet answer;
    private final ArrowReader reader;
    private final VectorSchemaRoot root;

    /** Makes the query of a file. */
    @FunctionalInterface
    interface Query {
        PreparedStatement on(Duck duck) throws SQLException;
    }

    ColumnarBatches(BufferAllocator allocator, TableFile file, Query query, int batchRows) {
        this.file = file;
        this.duck = Duck.open(allocator, file);
        try {
            this.statement = query.on(duck);
            this.answer = statement.executeQuery().unwrap(DuckDBResultSet.class);
            this.reader = (ArrowReader) answer.arrowExportStream(allocator, batchRows);
            this.root = reader.getVectorSchemaRoot();
        } catch (SQLException | IOException | RuntimeException broken) {
            duck.close();
            throw Duck.broken(file, broken);
        }
    }

    @Override
    public boolean next() {
        try {
            while (reader.loadNextBatch()) {
                if (root.getRowCount() > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException broken) {
            throw Duck.broken(file, broken);
        }
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        try {
            reader.close();
            answer.close();
            statement.close();
        } catch (IOException | SQLException stuck) {
            throw new IllegalStateException("a query in memory cannot be closed", stuck);
        } finally {
            duck.close();
        }
    }
}
