package org.novum.columnar;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/** The answer of a query as Arrow batches; it closes its statement. */
final class DuckStream implements AutoCloseable {
    private final PreparedStatement statement;
    private final DuckDBResultSet answer;
    private final ArrowReader reader;
    private final VectorSchemaRoot root;

    /** Runs the query; it is closed here if that fails. */
    DuckStream(BufferAllocator allocator, PreparedStatement statement, int batchRows) throws SQLException, IOException {
        this.statement = statement;
        try {
            answer = statement.executeQuery().unwrap(DuckDBResultSet.class);
            reader = (ArrowReader) answer.arrowExportStream(allocator, batchRows);
            root = reader.getVectorSchemaRoot();
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            statement.close();
            throw e;
        }
    }

    /** Loads the next batch that has rows; false at the end. */
    boolean next() throws IOException {
        while (reader.loadNextBatch()) {
            if (root.getRowCount() > 0) {
                return true;
            }
        }
        return false;
    }

    VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() throws SQLException, IOException {
        reader.close();
        answer.close();
        statement.close();
    }
}
