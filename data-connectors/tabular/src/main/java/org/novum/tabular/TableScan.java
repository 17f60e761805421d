package org.novum.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.files.OrderedWork;

/**
 * What one pass over a table's text tells: digest, header, types, and how many rows each block has.
 *
 * @param header of the table
 * @param types of the columns, in the file's order
 * @param filter that was applied
 * @param content digest of the decompressed bytes
 * @param rows of each block
 * @param kept rows of each block that the filter keeps
 * @param quotes whether there are any
 * @param version of the file that was scanned
 */
record TableScan(
        Header header,
        List<ColumnType> types,
        RowFilter filter,
        ContentDigest content,
        int[] rows,
        int[] kept,
        BlockReader.Quotes quotes,
        Version version) {
    /** The most rows that a part may have: what reads it counts them with 32 bits. */
    static final long MOST_ROWS = Integer.MAX_VALUE;

    /** Where a table's text comes from and what it may hold; tests put their own in place. */
    record Limits(long rows) {
        static final Limits USUAL = new Limits(MOST_ROWS);
    }

    /** Size and time of change of a file, to tell whether it is still the one that was scanned. */
    record Version(long size, long changed) {
        static Version of(Path file, String label) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Version(attributes.size(), attributes.lastModifiedTime().toMillis());
            } catch (IOException e) {
                throw SourceBytes.unreadable(label, e);
            }
        }
    }

    /**
     * Scans a table.
     *
     * @param file the table
     * @param filterFor makes the filter once the header is known
     * @throws DataException if it is no table, is damaged, or has no rows
     */
    static TableScan of(TableFile file, Function<Header, RowFilter> filterFor) {
        Version version = Version.of(file.path(), file.label());
        try (BlockReader reader = BlockReader.digesting(SourceBytes.open(file.path(), file.label()), file.label())) {
            return new Pass(file.label(), reader, Limits.USUAL).run(filterFor, version);
        }
    }

    /** Scans a stream that is no file; for tests of what no file should have to show. */
    static TableScan of(BlockReader reader, String label, Limits limits) {
        return new Pass(label, reader, limits).run(header -> RowFilter.ALL, new Version(0, 0));
    }

    /** Rows that the filter keeps. */
    long keptRows() {
        return Arrays.stream(kept).asLongStream().sum();
    }

    /** One block's share of the scan. */
    private record BlockScan(Block block, int rows, int kept, ColumnTally tally, Fields.@Nullable Ragged ragged) {}

    /** What to look at in one block. */
    private record BlockPass(Header header, RowFilter filter, boolean inFull) {
        BlockScan scan(Block block) {
            ColumnTally tally = new ColumnTally(header);
            FieldCursor group = new FieldCursor(block, header);
            int rows = 0;
            int kept = 0;
            for (int count = group.next(); count > 0; count = group.next()) {
                if (inFull || rows == 0) {
                    tally.addAll(group, count);
                } else {
                    tally.addUnsettled(group, count);
                }
                rows += count;
                kept += filter.count(group, count);
            }
            return new BlockScan(block, rows, kept, tally, group.isRagged() ? Fields.ragged(block, header) : null);
        }
    }

    private static final class Pass {
        private final String label;
        private final BlockReader reader;
        private final Limits limits;
        private final List<Integer> rows = new ArrayList<>();
        private final List<Integer> kept = new ArrayList<>();
        private long total;
        private long blankRow = -1;
        private Fields.@Nullable Ragged wrong;
        private long wrongRow;
        private long ragged;

        Pass(String label, BlockReader reader, Limits limits) {
            this.label = label;
            this.reader = reader;
            this.limits = limits;
        }

        TableScan run(Function<Header, RowFilter> filterFor, Version version) {
            Block first = reader.next();
            if (first == null) {
                throw Header.empty(label);
            }
            Header header = Header.take(first, label);
            int columns = header.names().size();
            RowFilter filter = filterFor.apply(header);
            ColumnTally tally = new ColumnTally(header);
            try (OrderedWork<BlockScan> work = new OrderedWork<>(scan -> merge(scan, tally))) {
                for (Block block = first; block != null; block = reader.next()) {
                    Block scanned = block;
                    boolean inFull = block == first;
                    work.give(() -> new BlockPass(header, filter, inFull).scan(scanned));
                }
                work.finish();
            }
            if (wrong != null) {
                throw ragged(wrong.problem(), header);
            }
            if (total == 0) {
                throw new DataException(
                        label, "there are no rows below the header", "give a table with rows, or leave the file out");
            }
            List<ColumnType> types = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                types.add(tally.type(column));
            }
            ContentDigest content = new ContentDigest(reader.sha256(), reader.bytes());
            return new TableScan(header, List.copyOf(types), filter, content, ints(rows), ints(kept), reader.quotes(), version);
        }

        /** Who corrects one row wants to know how many there are; from the first on only these are counted. */
        private void note(long row, Fields.Ragged other) {
            if (wrong == null) {
                wrong = other;
                wrongRow = row;
            }
            ragged += other.count();
        }

        private void merge(BlockScan scan, ColumnTally tally) {
            boolean content = scan.rows > 0 || scan.ragged != null;
            if (content && blankRow >= 0) {
                note(blankRow, new Fields.Ragged(0, "the row is blank", 1));
                blankRow = -1;
            }
            if (scan.ragged != null) {
                note(total + scan.ragged.row(), scan.ragged);
            }
            tally.add(scan.tally);
            rows.add(scan.rows);
            kept.add(scan.kept);
            total += scan.rows;
            if (scan.block.blankEnding && blankRow < 0) {
                blankRow = total;
            }
            reader.release(scan.block);
            if (total > limits.rows) {
                throw new DataException(
                        label,
                        "there are more than " + limits.rows + " rows, the most that one part may have",
                        "split the file into several, which are read as parts of one dataset");
            }
        }

        private DataException ragged(String problem, Header header) {
            String remedy = header.delimiter() == ',' && problem.contains("fields")
                    ? "correct the row; decimal commas need semicolons between the fields, and text with commas quotes"
                    : "correct the row or take it out";
            String count = ragged > 1 ? ", the first of " + ragged + " damaged rows in this file" : "";
            return new DataException(Place.row(label, wrongRow), problem + count, remedy);
        }

        private static int[] ints(List<Integer> values) {
            return values.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
