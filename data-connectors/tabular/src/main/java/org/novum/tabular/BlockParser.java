package org.novum.tabular;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.tabular.NumberText.Shape;

/**
 * Turns the asked-for fields of a block into values, written straight to their place in the batch.
 *
 * @param label what messages call the file
 * @param header of the table
 * @param filter that keeps rows
 * @param plans the columns
 */
record BlockParser(String label, Header header, RowFilter filter, List<ColumnPlan> plans) {
    private static final int NO_FAULT = Integer.MAX_VALUE;

    /**
     * Where a block's values go.
     *
     * @param firstRow index in the file of the block's first row
     * @param offset of the block's first kept row in the batch
     * @param kept rows that the scan counted
     * @param numbers one segment a column, of the batch's 8-byte values; null for a column of text
     */
    record Target(long firstRow, int offset, int kept, List<@Nullable MemorySegment> numbers) {}

    /** What a column of a block has that is not written in its place: its text, all values one after the other, or its gaps. */
    static final class ColumnPart {
        private byte[] bytes = new byte[256];
        private int[] ends = new int[64];
        private int rows;
        private int[] missing = {};
        private int gaps;

        private void append(FieldCursor group, int field) {
            int start = group.separators[field] + 1;
            int end = group.separators[field + 1];
            int size = size();
            if (size + end - start > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + end - start));
            }
            if (rows == ends.length) {
                ends = Arrays.copyOf(ends, 2 * rows);
            }
            ends[rows++] = FieldText.append(group.block.bytes, start, end, bytes, size);
        }

        private void addGap(int row) {
            if (gaps == missing.length) {
                missing = Arrays.copyOf(missing, Math.max(64, 2 * gaps));
            }
            missing[gaps++] = row;
        }

        /** Rows of the batch whose number is missing. */
        int[] gaps() {
            return Arrays.copyOf(missing, gaps);
        }

        byte[] bytes() {
            return bytes;
        }

        int size() {
            return rows == 0 ? 0 : ends[rows - 1];
        }

        int rows() {
            return rows;
        }

        int end(int row) {
            return ends[row];
        }
    }

    /** A group of rows and where its values go. */
    private record Group(FieldCursor cursor, int[] rows, int offset) {}

    /**
     * Parses a block.
     *
     * @return one for each plan, without text where it is of numbers
     * @throws FieldFault naming the first wrong field
     */
    List<ColumnPart> parse(Block block, Target target) {
        List<ColumnPart> texts =
                plans.stream().map(plan -> new ColumnPart()).toList();
        FieldCursor cursor = new FieldCursor(block, header);
        int offset = target.offset;
        for (int rows = cursor.next(); rows > 0; rows = cursor.next()) {
            int[] kept = filter.conditions().isEmpty() ? all(rows) : filter.kept(cursor, rows);
            if (offset + kept.length > target.offset + target.kept) {
                throw changed(label);
            }
            parse(new Group(cursor, kept, offset), target, texts);
            offset += kept.length;
        }
        if (cursor.isRagged() || offset != target.offset + target.kept) {
            throw changed(label);
        }
        return texts;
    }

    private static int[] all(int rows) {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        return all;
    }

    private void parse(Group group, Target target, List<ColumnPart> texts) {
        int firstFault = NO_FAULT;
        ColumnPlan faulty = plans.getFirst();
        for (int i = 0; i < plans.size(); i++) {
            MemorySegment values = target.numbers.get(i);
            ColumnPlan plan = plans.get(i);
            int fault = values == null
                    ? text(group, plan.index(), texts.get(i))
                    : switch (plan.card().type()) {
                        case FLOAT64 -> decimals(group, plan.index(), values, texts.get(i));
                        case INT64 -> integers(group, plan.index(), values, texts.get(i));
                        case TEXT, INT32, FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST ->
                            throw new IllegalStateException("a " + plan.card().type() + " has no segment");
                    };
            if (fault < firstFault) {
                firstFault = fault;
                faulty = plan;
            }
        }
        if (firstFault != NO_FAULT) {
            throw fault(group.cursor, faulty, firstFault, target.firstRow);
        }
    }

    private static int decimals(Group group, int column, MemorySegment values, ColumnPart part) {
        byte[] bytes = group.cursor.block.bytes;
        int[] separators = group.cursor.separators;
        int columns = group.cursor.columns;
        int[] rows = group.rows;
        double[] parsed = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int field = rows[i] * columns + column;
            double value = NumberText.decimal(bytes, separators[field] + 1, separators[field + 1]);
            if (value == value) {
                parsed[i] = value;
            } else if (isMissing(bytes, separators[field] + 1, separators[field + 1])) {
                part.addGap(group.offset + i);
            } else {
                return rows[i];
            }
        }
        MemorySegment.copy(parsed, 0, values, ValueLayout.JAVA_DOUBLE_UNALIGNED, 8L * group.offset, rows.length);
        return NO_FAULT;
    }

    private static int integers(Group group, int column, MemorySegment values, ColumnPart part) {
        byte[] bytes = group.cursor.block.bytes;
        int[] separators = group.cursor.separators;
        int columns = group.cursor.columns;
        int[] rows = group.rows;
        long[] parsed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int field = rows[i] * columns + column;
            int start = separators[field] + 1;
            long value = NumberText.integer(bytes, start, separators[field + 1]);
            if (value != Long.MIN_VALUE || GeneralNumber.isMinimum(bytes, start, separators[field + 1])) {
                parsed[i] = value;
            } else if (isMissing(bytes, start, separators[field + 1])) {
                part.addGap(group.offset + i);
            } else {
                return rows[i];
            }
        }
        MemorySegment.copy(parsed, 0, values, ValueLayout.JAVA_LONG_UNALIGNED, 8L * group.offset, rows.length);
        return NO_FAULT;
    }

    /** Whether a field of a column of numbers holds nothing: there is no value, which is no damage. */
    static boolean isMissing(byte[] bytes, int start, int end) {
        return GeneralNumber.shape(bytes, start, end) == Shape.BLANK;
    }

    private static int text(Group group, int column, ColumnPart target) {
        for (int row : group.rows) {
            int start = target.size();
            target.append(group.cursor, row * group.cursor.columns + column);
            if (!Utf8.is(target.bytes(), start, target.size())) {
                return row;
            }
        }
        return NO_FAULT;
    }

    private FieldFault fault(FieldCursor group, ColumnPlan plan, int row, long firstRow) {
        int field = row * header.names().size() + plan.index();
        byte[] bytes = group.block.bytes;
        int start = group.separators[field] + 1;
        int end = group.separators[field + 1];
        String place = Place.field(label, firstRow + group.firstRow() + row, plan.label());
        return FieldFault.of(
                place, plan.card().type(), FieldText.of(bytes, start, end).strip(), GeneralNumber.shape(bytes, start, end));
    }

    /** The message for a file that is not the one that was opened. */
    static DataException changed(String label) {
        return new DataException(
                label, "the file changed after it was opened", "leave data alone while they are read, and start again");
    }
}
