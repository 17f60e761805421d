package org.novum.tabular;

import org.jspecify.annotations.Nullable;

/** Says what is wrong with a block whose rows do not all have the header's number of fields. */
final class Fields {
    private Fields() {}

    /**
     * A row whose number of fields is not that of the header; its index is within the block.
     *
     * @param row of the first
     * @param problem of the first
     * @param count of such rows in the block
     */
    record Ragged(int row, String problem, long count) {}

    /** The first such row of a block, and how many there are. */
    static @Nullable Ragged ragged(Block block, Header header) {
        int columns = header.names().size();
        boolean inside = false;
        @Nullable Ragged first = null;
        long count = 0;
        int row = 0;
        int fields = 1;
        int start = block.start;
        for (int at = block.start; at < block.end; at++) {
            byte value = block.bytes[at];
            if (value == '"') {
                inside = !inside;
            } else if (!inside && value == header.delimiter()) {
                fields++;
            } else if (!inside && value == '\n') {
                boolean blank = isBlank(block.bytes, start, at);
                if (fields != columns || blank) {
                    String found = fields == 1 ? "1 field" : fields + " fields";
                    String problem = blank ? "the row is blank" : found + " where the header has " + columns;
                    first = first == null ? new Ragged(row, problem, 1) : first;
                    count++;
                }
                row++;
                fields = 1;
                start = at + 1;
            }
        }
        if (inside) {
            first = first == null ? new Ragged(row, "a quote is opened and never closed", 1) : first;
            count++;
        }
        return first == null ? null : new Ragged(first.row, first.problem, count);
    }

    /** True if a line has nothing in it. */
    static boolean isBlank(byte[] bytes, int start, int end) {
        return end == start || end == start + 1 && bytes[start] == '\r';
    }
}
