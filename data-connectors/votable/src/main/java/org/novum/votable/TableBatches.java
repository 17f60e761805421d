package org.novum.votable;

import java.io.IOException;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.files.Guard;
import uk.ac.starlink.table.RowSequence;

/** Rows of a VOTable in batches. */
final class TableBatches implements Batches {
    private static final int ROWS = 1 << 14;

    private final VotableTable table;
    private final int[] places;
    private final VectorSchemaRoot root;
    private final RowSequence rows;
    private boolean ended;

    TableBatches(VotableTable table, BufferAllocator allocator, List<String> columns) {
        this.table = table;
        this.places = columns.stream().mapToInt(table::index).toArray();
        this.rows = Guard.call(() -> table.table().getRowSequence(), table::damaged);
        this.root = VectorSchemaRoot.create(
                new Schema(columns.stream()
                        .map(column -> table.columns().get(table.index(column)).card())
                        .map(card -> card.type().field(card.name()))
                        .toList()),
                allocator);
    }

    @Override
    public boolean next() {
        root.getFieldVectors().forEach(FieldVector::reset);
        int filled = Guard.call(this::fill, table::damaged);
        root.setRowCount(filled);
        return filled > 0;
    }

    private int fill() throws IOException {
        int slot = 0;
        while (!ended && slot < ROWS) {
            if (!rows.next()) {
                ended = true;
                break;
            }
            for (int i = 0; i < places.length; i++) {
                table.columns().get(places[i]).write(root.getVector(i), slot, rows.getCell(places[i]));
            }
            slot++;
        }
        return slot;
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        root.close();
        try {
            rows.close();
        } catch (IOException e) {
            throw new DataException(table.label(), "it cannot be closed", "try again", e);
        }
    }
}
