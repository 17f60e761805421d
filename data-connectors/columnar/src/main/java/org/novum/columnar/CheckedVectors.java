package org.novum.columnar;

import java.io.IOException;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.util.ValueVectorUtility;

/**
 * Sees that vectors of a batch lead nowhere out of their buffers. Arrow's own validation does that but for lists of a fixed size and
 * maps, which it refuses for what they are; these, and what they are in, are gone through here.
 */
final class CheckedVectors {
    private CheckedVectors() {}

    /**
     * Checks a vector and all within it.
     *
     * @throws IOException if it is damaged
     */
    static void check(FieldVector vector) throws IOException {
        if (!holdsOwn(vector)) {
            ValueVectorUtility.validateFull(vector);
            return;
        }
        int rows = vector.getValueCount();
        require(vector.getValidityBuffer().capacity() >= (rows + 7L) / Byte.SIZE, vector, "does not say which rows are missing");
        switch (vector) {
            case FixedSizeListVector lists ->
                require(
                        lists.getDataVector().getValueCount() >= (long) rows * lists.getListSize(),
                        vector,
                        "has fewer items than its lists");
            case ListVector lists -> offsets(lists, rows);
            case StructVector structs -> {
                for (FieldVector child : structs.getChildrenFromFields()) {
                    require(child.getValueCount() >= rows, vector, "has fewer values than rows");
                }
            }
            default -> throw new IOException("column " + vector.getName() + " is of the type " + vector.getField().getType());
        }
        for (FieldVector child : vector.getChildrenFromFields()) {
            check(child);
        }
    }

    private static boolean holdsOwn(FieldVector vector) {
        return vector instanceof FixedSizeListVector
                || vector instanceof MapVector
                || vector.getChildrenFromFields().stream().anyMatch(CheckedVectors::holdsOwn);
    }

    private static void offsets(ListVector lists, int rows) throws IOException {
        ArrowBuf offsets = lists.getOffsetBuffer();
        if (rows == 0) {
            return;
        }
        require(offsets.capacity() >= (rows + 1L) * Integer.BYTES, lists, "does not say where its lists end");
        int before = offsets.getInt(0);
        require(before >= 0, lists, "has a list that begins before its items");
        for (int row = 1; row <= rows; row++) {
            int end = offsets.getInt((long) row * Integer.BYTES);
            require(end >= before, lists, "has a list that ends before it begins");
            before = end;
        }
        require(before <= lists.getDataVector().getValueCount(), lists, "has a list that ends behind its items");
    }

    private static void require(boolean holds, FieldVector vector, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException("column " + vector.getName() + " " + otherwise);
        }
    }
}
