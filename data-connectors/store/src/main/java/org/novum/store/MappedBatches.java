package org.novum.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;

/** Columns of a store side by side; all of one source have batches of the same rows. */
final class MappedBatches implements Batches {
    private final List<MappedColumn> columns;
    private final VectorSchemaRoot root;
    private int next;

    private MappedBatches(List<MappedColumn> columns) {
        this.columns = columns;
        this.root = new VectorSchemaRoot(columns.stream().map(MappedColumn::vector).toList());
    }

    /**
     * Maps files.
     *
     * @param names of the columns in them, in the same order
     * @throws IOException if one cannot be mapped, or they do not belong together
     */
    static MappedBatches open(BufferAllocator allocator, List<Path> files, List<ColumnName> names) throws IOException {
        List<MappedColumn> columns = new ArrayList<>();
        try {
            for (int i = 0; i < files.size(); i++) {
                ColumnName name = names.get(i);
                columns.add(new MappedColumn(
                        allocator, files.get(i), name.column().name(), name.column().type()));
            }
            if (columns.stream().mapToInt(MappedColumn::batches).distinct().count() != 1) {
                throw new IOException("the columns " + files + " have batches of different rows");
            }
            return new MappedBatches(columns);
        } catch (IOException | RuntimeException e) {
            columns.forEach(MappedColumn::close);
            throw e;
        }
    }

    @Override
    public boolean next() {
        if (next == columns.getFirst().batches()) {
            return false;
        }
        try {
            int rows = -1;
            for (MappedColumn column : columns) {
                int loaded = column.load(next);
                if (rows >= 0 && loaded != rows) {
                    throw new IllegalStateException("columns of one source are stored in batches of different rows");
                }
                rows = loaded;
            }
            root.setRowCount(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored column is damaged; delete the store", e);
        }
        next++;
        return true;
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        for (FieldVector vector : root.getFieldVectors()) {
            vector.clear();
        }
        columns.forEach(MappedColumn::close);
    }
}
