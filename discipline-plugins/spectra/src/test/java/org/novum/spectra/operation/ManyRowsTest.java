package org.novum.spectra.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.StepContext;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.spectrum.RawSpectrum;

/** A batch goes when the next one comes: memory grows by the rows of the result alone. */
@Tag("slow")
class ManyRowsTest {
    private static final int BATCH = 100;
    private static final long ROWS = 100_000;

    /** What a row of the result may keep, in bytes; a spectrum of 3,800 pixels is some 100,000. */
    private static final double PER_ROW = 3000;

    /** All pixels, of which so few carry information that the answer is quick. */
    private static RawSpectrum brief(int row) {
        RawSpectrum whole = SyntheticSky.noise("folder/" + row + ".fits", row);
        double[] ivar = whole.ivar().clone();
        java.util.Arrays.fill(ivar, 60, ivar.length, 0);
        return new RawSpectrum(
                whole.file(), 0, null, whole.wavelength(), whole.flux(), ivar, whole.mask(), null);
    }

    @Test
    void memoryDoesNotGrowWithTheSpectra() {
        InMemoryDataset few = InMemoryDataset.of(
                "few", SyntheticSky.table("spectra", IntStream.range(0, BATCH).mapToObj(ManyRowsTest::brief).toList()));
        DataPart part = few.card().parts().getFirst();
        DatasetCard card = new DatasetCard(
                "many", List.of(new DataPart(part.name(), part.uri(), ROWS, part.sha256(), part.columns())));
        Map<Long, Long> heap = new TreeMap<>();
        try (BufferAllocator allocator = new RootAllocator()) {
            OperationResult result = new RedshiftOperation()
                    .run(
                            new RedshiftOperation.Input(Optional.empty(), Optional.empty(), Optional.empty()),
                            repeated(few, card, allocator),
                            context(allocator, heap));
            assertThat(((OperationResult.Table) result).rows()).hasSize((int) ROWS);
        }
        double growth = (double) (heap.get(ROWS) - heap.get(ROWS / 5)) / (ROWS - ROWS / 5);
        assertThat(growth).isLessThan(PER_ROW);
    }

    private static DataHandle repeated(InMemoryDataset few, DatasetCard card, BufferAllocator allocator) {
        return new DataHandle() {
            @Override
            public DatasetCard card() {
                return card;
            }

            @Override
            public String partition() {
                return "all";
            }

            @Override
            public Batches read(String part, List<String> columns) {
                Batches one = few.read(allocator, part, columns);
                one.next();
                return new Batches() {
                    private long given;

                    @Override
                    public boolean next() {
                        given += BATCH;
                        return given <= ROWS;
                    }

                    @Override
                    public VectorSchemaRoot root() {
                        return one.root();
                    }

                    @Override
                    public void close() {
                        one.close();
                    }
                };
            }
        };
    }

    private static StepContext context(BufferAllocator allocator, Map<Long, Long> heap) {
        return new StepContext() {
            @Override
            public BufferAllocator allocator() {
                return allocator;
            }

            @Override
            public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
                List<R> results = new ArrayList<>();
                items.forEach(item -> results.add(function.apply(item)));
                return results;
            }

            @Override
            public void progress(String what, long done, long total) {
                if (done == ROWS / 5 || done == ROWS) {
                    System.gc();
                    heap.put(done, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
                }
            }
        };
    }
}
