package org.novum.tabular.benchmark;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.TabularConnector;

/** Table of two muons' four-vectors to the histogram of their invariant mass, 300 bins from 8 to 12 GeV. */
final class MassHistogram {
    static final List<String> COLUMNS = List.of("E1", "px1", "py1", "pz1", "E2", "px2", "py2", "pz2");
    static final int BINS = 300;
    static final double LOWEST = 8;
    static final double HIGHEST = 12;

    private final long[] counts = new long[BINS];

    /** Opens the file, reads eight columns and fills the histogram. */
    static MassHistogram of(Path file, BufferAllocator allocator) {
        MassHistogram histogram = new MassHistogram();
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()))) {
            DataPart part = dataset.card().parts().getFirst();
            try (Batches batches = dataset.read(allocator, part.name(), COLUMNS)) {
                while (batches.next()) {
                    histogram.add(batches.root());
                }
            }
        }
        return histogram;
    }

    private void add(VectorSchemaRoot root) {
        int rows = root.getRowCount();
        MemorySegment[] v = root.getFieldVectors().stream()
                .map(vector -> MemorySegment.ofBuffer(vector.getDataBuffer().nioBuffer(0, rows * Double.BYTES)))
                .toArray(MemorySegment[]::new);
        for (int i = 0; i < rows; i++) {
            double energy = at(v[0], i) + at(v[4], i);
            double x = at(v[1], i) + at(v[5], i);
            double y = at(v[2], i) + at(v[6], i);
            double z = at(v[3], i) + at(v[7], i);
            double mass = Math.sqrt(energy * energy - x * x - y * y - z * z);
            if (mass >= LOWEST && mass <= HIGHEST) {
                counts[Math.min(BINS - 1, (int) ((mass - LOWEST) * (BINS / (HIGHEST - LOWEST))))]++;
            }
        }
    }

    private static double at(MemorySegment column, int row) {
        return column.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, row);
    }

    /** All entries. */
    long entries() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The sum of bin number times count: a checksum of the histogram. */
    long weighted() {
        long sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += bin * counts[bin];
        }
        return sum;
    }
}
