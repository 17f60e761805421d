package org.novum.fits.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.fits.spectrum.SpectrumException;

/** Rows of a unit in batches. */
final class UnitBatches implements Batches {
    private static final int ROWS = 1 << 14;

    /** Values in the lists of a batch, from which on it is full. */
    private static final int VALUES = 1 << 20;

    private final UnitDataset.Part part;
    private final int[] places;
    private final VectorSchemaRoot root;
    private int next;

    UnitBatches(BufferAllocator allocator, UnitDataset.Part part, List<String> columns) {
        this.part = part;
        this.places = columns.stream().mapToInt(part::place).toArray();
        List<ColumnCard> cards = part.card().columns();
        this.root = VectorSchemaRoot.create(
                new Schema(columns.stream()
                        .map(column -> cards.get(part.place(column)))
                        .map(card -> card.type().field(card.name()))
                        .toList()),
                allocator);
    }

    @Override
    public boolean next() {
        root.getFieldVectors().forEach(FieldVector::reset);
        int slot = 0;
        long values = 0;
        while (next < part.rows().rows() && slot < ROWS && values < VALUES) {
            for (int i = 0; i < places.length; i++) {
                values += write(root.getVector(i), slot, cell(places[i]));
            }
            slot++;
            next++;
        }
        root.setRowCount(slot);
        return slot > 0;
    }

    private @Nullable Object cell(int place) {
        try {
            return part.rows().cell(place, next);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError broken) {
            SpectrumException damaged = SpectrumException.damaged(broken);
            throw new DataException(part.label(), String.valueOf(damaged.getMessage()), "get the file again", damaged);
        }
    }

    /** Writes a cell; says how many values of a list it has. */
    private static int write(FieldVector vector, int slot, @Nullable Object cell) {
        switch (vector) {
            case FieldVector any when cell == null -> any.setNull(slot);
            case Float8Vector reals -> reals.setSafe(slot, (Double) cell);
            case BigIntVector wholes -> wholes.setSafe(slot, (Long) cell);
            case IntVector wholes -> wholes.setSafe(slot, Math.toIntExact((Long) cell));
            case VarCharVector texts -> texts.setSafe(slot, ((String) cell).getBytes(StandardCharsets.UTF_8));
            case ListVector lists -> {
                return list(lists, slot, cell);
            }
            default -> throw new IllegalStateException("no column of a FITS file is " + vector.getField());
        }
        return 0;
    }

    private static int list(ListVector lists, int slot, Object cell) {
        int first = lists.startNewValue(slot);
        int count = 0;
        switch (cell) {
            case double[] reals -> {
                Float8Vector target = (Float8Vector) lists.getDataVector();
                for (double real : reals) {
                    target.setSafe(first + count++, real);
                }
            }
            case long[] wholes when lists.getDataVector() instanceof IntVector target -> {
                for (long whole : wholes) {
                    target.setSafe(first + count++, Math.toIntExact(whole));
                }
            }
            default -> {
                BigIntVector target = (BigIntVector) lists.getDataVector();
                for (long whole : (long[]) cell) {
                    target.setSafe(first + count++, whole);
                }
            }
        }
        lists.endValue(slot, count);
        return count;
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        root.close();
    }
}
