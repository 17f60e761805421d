package org.novum.tabular;

import java.util.List;

/** Counts, once a field was found to be no value of its column, all rows of the file that have such a field. */
final class DamagedRows {
    private DamagedRows() {}

    /** Rows that the filter keeps and that have a field which is neither a number nor empty where the column is of numbers, or no text. */
    static long of(TableFile file, TableScan scan, List<ColumnPlan> plans) {
        long damaged = 0;
        try (BlockReader reader =
                BlockReader.again(SourceBytes.open(file.path(), file.label()), file.label(), scan.quotes())) {
            Block block = reader.next();
            if (block != null) {
                Header.take(block, file.label());
            }
            for (; block != null; block = reader.next()) {
                damaged += inBlock(block, scan, plans);
                reader.release(block);
            }
        }
        return damaged;
    }

    private static long inBlock(Block block, TableScan scan, List<ColumnPlan> plans) {
        long damaged = 0;
        FieldCursor cursor = new FieldCursor(block, scan.header());
        for (int rows = cursor.next(); rows > 0; rows = cursor.next()) {
            if (scan.filter().conditions().isEmpty()) {
                for (int row = 0; row < rows; row++) {
                    damaged += damaged(cursor, row, plans) ? 1 : 0;
                }
            } else {
                for (int row : scan.filter().kept(cursor, rows)) {
                    damaged += damaged(cursor, row, plans) ? 1 : 0;
                }
            }
        }
        return damaged;
    }

    private static boolean damaged(FieldCursor cursor, int row, List<ColumnPlan> plans) {
        byte[] bytes = cursor.block.bytes;
        for (ColumnPlan plan : plans) {
            int field = row * cursor.columns + plan.index();
            int start = cursor.separators[field] + 1;
            int end = cursor.separators[field + 1];
            boolean wrong =
                    switch (plan.card().type()) {
                        case TEXT -> !Utf8.is(bytes, start, end);
                        case INT32, FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> false;
                        case FLOAT64 -> Double.isNaN(NumberText.decimal(bytes, start, end));
                        case INT64 ->
                            NumberText.integer(bytes, start, end) == Long.MIN_VALUE
                                    && !GeneralNumber.isMinimum(bytes, start, end);
                    };
            if (wrong && !BlockParser.isMissing(bytes, start, end)) {
                return true;
            }
        }
        return false;
    }
}
