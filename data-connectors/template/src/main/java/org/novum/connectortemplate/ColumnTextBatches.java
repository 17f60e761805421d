package org.novum.connectortemplate;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;

/** Reads lines of one file into Arrow batches. */
final class ColumnTextBatches implements Batches {
    private final ColumnTextFile file;
    private final int[] places;
    private final int batchSize;
    private final VectorSchemaRoot root;
    private final BufferedReader lines;
    private long row;

    ColumnTextBatches(ColumnTextFile file, int[] places, BufferAllocator allocator, int batchSize) {
        this.file = file;
        this.places = places;
        this.batchSize = batchSize;
        this.lines = file.lines();
        this.root = VectorSchemaRoot.create(
                new Schema(Arrays.stream(places)
                        .mapToObj(place -> Field.nullable(
                                file.columns().get(place).name(),
                                new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)))
                        .toList()),
                allocator);
    }

    @Override
    public boolean next() {
        root.getFieldVectors().forEach(vector -> vector.reset());
        int count = 0;
        try {
            for (String line = nextLine(count); line != null; line = nextLine(count)) {
                row++;
                double[] numbers =
                        ColumnTextFile.numbers(file.path(), row, line, file.columns().size());
                for (int column = 0; column < places.length; column++) {
                    ((Float8Vector) root.getVector(column)).setSafe(count, numbers[places[column]]);
                }
                count++;
            }
        } catch (IOException broken) {
            throw ColumnTextFile.unreadable(file.path(), broken);
        }
        root.setRowCount(count);
        return count > 0;
    }

    private @Nullable String nextLine(int count) throws IOException {
        return count < batchSize ? lines.readLine() : null;
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        root.close();
        try {
            lines.close();
        } catch (IOException broken) {
            throw ColumnTextFile.unreadable(file.path(), broken);
        }
    }
}
