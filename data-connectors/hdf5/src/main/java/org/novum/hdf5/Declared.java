package org.novum.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.novum.api.data.DataException;

/**
 * Checks what a dataset declares, before the library makes room for it: rows that were never written need no bytes, so a damaged
 * dataset may have any number of them, in chunks of any size, whose bytes are shuffled any number of times.
 */
final class Declared {
    /** What a dataset may always declare, in bytes; and how many times its file's size beyond that, the most that deflating saves. */
    private static final long USUAL_SIZE = 1L << 24;

    private static final double MOST_TIMES = 1_032;

    /** Of the filter that brings the first bytes of all values together, then the second ones (HDF5 File Format 3.0, IV.A.2.l). */
    private static final int SHUFFLE = 2;

    private Declared() {}

    /** @throws DataException if the dataset declares more than its file can hold */
    static void require(Dataset dataset) {
        int width = dataset.getDataType().getSize();
        double all = LongStream.of(dataset.getDimensionsAsLong()).asDoubleStream().reduce(width, (a, b) -> a * b);
        requireSize(dataset, "it declares", all);
        if (dataset instanceof ChunkedDataset chunked) {
            double chunk = IntStream.of(chunked.getChunkDimensions()).asDoubleStream().reduce(width, (a, b) -> a * b);
            requireSize(dataset, "a chunk of it declares", chunk);
        }
        for (PipelineFilterWithData filter : dataset.getFilters()) {
            if (filter.getId() == SHUFFLE) {
                requireSize(dataset, "a value of it declares", filter.getFilterData()[0]);
            }
        }
    }

    private static void requireSize(Dataset dataset, String what, double bytes) {
        long file = dataset.getHdfFile().size();
        if (!(bytes >= 0 && bytes <= Math.max(USUAL_SIZE, MOST_TIMES * file))) {
            throw new DataException(
                    dataset.getPath(),
                    String.format(Locale.ROOT, "%s %.0f bytes, more than a file of %d can hold", what, bytes, file),
                    "get the file again, or leave rows out that were never written");
        }
    }
}
