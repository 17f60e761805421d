package org.novum.tabular;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.util.OversizedAllocationException;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.files.OrderedWork;
import org.novum.tabular.BlockParser.ColumnPart;

/**
 * Reads a scanned table in batches of about 65,000 rows.
 *
 * <p>Where each block's rows begin is known from the scan, so all cores write into the batch at once and the result does
 * not depend on which was faster. No more text than a few blocks is in memory.
 */
final class TableBatches implements Batches {
    /** A batch ends with the block that reaches this many rows. */
    static final int ROWS = 1 << 16;

    private final TableFile file;
    private final TableScan scan;
    private final BlockParser parser;
    private final BlockReader reader;
    private final List<FieldVector> vectors = new ArrayList<>();
    private final VectorSchemaRoot root;
    private int nextBlock;
    private long nextRow;

    TableBatches(BufferAllocator allocator, TableFile file, TableScan scan, List<ColumnPlan> plans) {
        this.file = file;
        this.scan = scan;
        this.parser = new BlockParser(file.label(), scan.header(), scan.filter(), plans);
        requireUnchanged();
        this.reader = BlockReader.again(
                SourceBytes.open(file.path(), file.label()), file.label(), scan.quotes());
        for (ColumnPlan plan : plans) {
            String name = plan.card().name();
            vectors.add(
                    switch (plan.card().type()) {
                        case FLOAT64 -> new Float8Vector(name, allocator);
                        case INT64 -> new BigIntVector(name, allocator);
                        case TEXT -> new VarCharVector(name, allocator);
                        case INT32, FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST ->
                            throw new IllegalStateException("no field of a text table is a " + plan.card().type());
                    });
        }
        this.root = new VectorSchemaRoot(vectors);
    }

    @Override
    public boolean next() {
        root.clear();
        int first = nextBlock;
        int rows = 0;
        while (nextBlock < scan.kept().length && rows < ROWS) {
            rows += scan.kept()[nextBlock++];
        }
        if (rows == 0) {
            requireUnchanged();
            return false;
        }
        try {
            fill(first, nextBlock, rows);
        } catch (FieldFault fault) {
            throw fault.among(DamagedRows.of(file, scan, parser.plans()));
        }
        root.setRowCount(rows);
        return true;
    }

    private void fill(int firstBlock, int endBlock, int rows) {
        List<@Nullable MemorySegment> numbers = new ArrayList<>();
        for (FieldVector vector : vectors) {
            numbers.add(vector instanceof BaseFixedWidthVector fixed ? allocate(fixed, rows) : null);
        }
        List<List<ColumnPart>> texts = new ArrayList<>();
        try (OrderedWork<Parsed> work = new OrderedWork<>(parsed -> {
            texts.add(parsed.texts);
            reader.release(parsed.block);
        })) {
            int offset = 0;
            for (int i = firstBlock; i < endBlock; i++) {
                Block block = nextBlockOfText(i);
                var target = new BlockParser.Target(nextRow, offset, scan.kept()[i], numbers);
                work.give(() -> new Parsed(block, parser.parse(block, target)));
                offset += scan.kept()[i];
                nextRow += scan.rows()[i];
            }
            work.finish();
        }
        for (int column = 0; column < vectors.size(); column++) {
            if (vectors.get(column) instanceof VarCharVector vector) {
                fillText(vector, texts, column, rows);
            } else {
                for (List<ColumnPart> block : texts) {
                    for (int row : block.get(column).gaps()) {
                        BitVectorHelper.unsetBit(vectors.get(column).getValidityBuffer(), row);
                    }
                }
            }
        }
    }

    private record Parsed(Block block, List<ColumnPart> texts) {}

    private Block nextBlockOfText(int index) {
        Block block = reader.next();
        if (block == null) {
            throw BlockParser.changed(file.label());
        }
        if (index == 0) {
            Header.take(block, file.label());
        }
        return block;
    }

    private static MemorySegment allocate(BaseFixedWidthVector vector, int rows) {
        vector.allocateNew(rows);
        vector.getValidityBuffer().setOne(0, (rows + 7) / 8);
        return MemorySegment.ofBuffer(vector.getDataBuffer().nioBuffer(0, rows * Long.BYTES));
    }

    private void fillText(VarCharVector vector, List<List<ColumnPart>> texts, int column, int rows) {
        long bytes = texts.stream().mapToLong(block -> block.get(column).size()).sum();
        try {
            vector.allocateNew(bytes, rows);
        } catch (OversizedAllocationException e) {
            throw new DataException(
                    file.label() + ", column " + vector.getName(),
                    "its text takes more than 2 GiB in " + rows + " rows",
                    "shorten the text, or leave the column out",
                    e);
        }
        int row = 0;
        int start = 0;
        for (List<ColumnPart> block : texts) {
            ColumnPart text = block.get(column);
            vector.getDataBuffer().setBytes(start, text.bytes(), 0, text.size());
            for (int i = 0; i < text.rows(); i++) {
                row++;
                vector.getOffsetBuffer().setInt((long) row * Integer.BYTES, start + text.end(i));
            }
            start += text.size();
        }
        vector.getOffsetBuffer().setInt(0, 0);
        vector.getValidityBuffer().setOne(0, (rows + 7) / 8);
        vector.setLastSet(rows - 1);
        vector.setValueCount(rows);
    }

    private void requireUnchanged() {
        if (!scan.version().equals(TableScan.Version.of(file.path(), file.label()))) {
            throw BlockParser.changed(file.label());
        }
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        root.close();
        reader.close();
    }
}
