package org.novum.root;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.root.column.Chunk;
import org.novum.root.column.RootColumn;
import org.novum.root.column.Sink;
import org.novum.root.file.Source;

/**
 * Reads columns of a tree or ntuple in batches of some ten thousand rows.
 *
 * <p>Of each column one basket, or its share of one cluster, is in memory at a time. A batch ends early where lists are
 * long.
 */
final class RootBatches implements Batches {
    /** Rows of a batch at most. */
    static final int ROWS = 1 << 16;

    private static final int ITEMS = 1 << 20;

    private final RootPart part;
    private final Source source;
    private final int batchRows;
    private final VectorSchemaRoot root;
    private final List<Lane> lanes = new ArrayList<>();
    private long row;

    /**
     * What to read.
     *
     * @param names of the columns, as plugins know them
     * @param columns of the file
     * @param batchRows rows of a batch at most
     */
    record Request(RootPart part, List<String> names, List<RootColumn> columns, int batchRows) {}

    private RootBatches(Request request, Source source, BufferAllocator allocator) {
        this.part = request.part;
        this.source = source;
        this.batchRows = request.batchRows;
        this.root = VectorSchemaRoot.create(
                new Schema(IntStream.range(0, request.names.size())
                        .mapToObj(i -> request.columns.get(i).type().field(request.names.get(i)))
                        .toList()),
                allocator);
        for (int i = 0; i < request.names.size(); i++) {
            lanes.add(new Lane(request.columns.get(i), root.getVector(i), part.place().label()));
        }
    }

    static RootBatches open(Request request, BufferAllocator allocator) {
        RootPart part = request.part;
        part.state().requireUnchanged(part.place());
        return new RootBatches(request, Source.open(part.place().path(), part.place().label()), allocator);
    }

    /** One column on its way from the file to its vector. */
    private final class Lane {
        private final RootColumn column;
        private final Sink sink;
        private @Nullable Chunk chunk;

        Lane(RootColumn column, FieldVector vector, String label) {
            this.column = column;
            this.sink = new Sink(vector, label + ", column " + vector.getName());
        }

        /** The chunk that holds the current row. */
        Chunk current() {
            Chunk held = chunk;
            if (held == null || row >= held.end()) {
                chunk = null; // let go of before the next is read
                held = column.chunk(source, row);
                chunk = held;
            }
            return held;
        }
    }

    @Override
    public boolean next() {
        int most = (int) Math.min(batchRows, part.table().rows() - row);
        if (most == 0) {
            part.state().requireUnchanged(part.place());
            root.clear();
            return false;
        }
        lanes.forEach(lane -> lane.sink.begin(most));
        int filled = 0;
        while (filled < most && lanes.stream().noneMatch(lane -> lane.sink.items() >= ITEMS)) {
            int step = most - filled;
            for (Lane lane : lanes) {
                step = (int) Math.min(step, lane.current().end() - row);
            }
            for (Lane lane : lanes) {
                Chunk chunk = lane.current();
                chunk.copy((int) (row - chunk.first()), step, lane.sink);
            }
            row += step;
            filled += step;
        }
        lanes.forEach(lane -> lane.sink.finish());
        root.setRowCount(filled);
        return true;
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        root.close();
        source.close();
    }
}
