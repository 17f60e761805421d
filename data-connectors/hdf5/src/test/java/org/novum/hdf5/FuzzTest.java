package org.novum.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged HDF5 files, contiguous and in chunks, of the newest and the oldest layout. */
class FuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new Hdf5Connector();
    }

    @Override
    public List<FuzzSeed> seeds() {
        byte[] flat = written(file -> {
            file.putDataset("E", new double[] {1.5, -2.5, 0.25}).putAttribute("units", "GeV");
            file.putDataset("n", new int[] {1, 2, 3});
            file.putDataset("type", new String[] {"G", "T", "µ"});
        });
        byte[] nested = written(file -> {
            WritableGroup events = file.putGroup("events");
            events.putDataset("charge", new byte[] {1, -1, 1});
            events.putDataset("hits", new float[][] {{1, 2}, {3, 4}, {5, 6}});
            events.putGroup("inner").putDataset("time", new long[] {1, 2});
            file.putGroup("other").putDataset("time", new short[] {1, 2});
        });
        byte[] chunked = written(file -> {
            DatasetCreationOptions options =
                    DatasetCreationOptions.builder().chunkDimensions(16).shuffle().deflate().build();
            double[] values = new double[50];
            java.util.Arrays.setAll(values, i -> i / 8.0);
            file.putDataset("x", values, options);
            file.putDataset("y", values, DatasetCreationOptions.builder().chunkDimensions(50).deflate().build());
        });
        return List.of(
                FuzzSeed.of("flat.h5", flat),
                FuzzSeed.of("nested.hdf5", nested).choosing("#/events"),
                FuzzSeed.of("chunked.h5", chunked),
                FuzzSeed.of("earliest.h5", OldestLayoutTest.earliest()).choosing("#/"),
                FuzzSeed.of("lists.h5", KindsTest.kinds()).choosing("#/lists"),
                FuzzSeed.of("packed.h5", KindsTest.kinds()).choosing("#/packed"),
                FuzzSeed.of("structure.h5", OldestLayoutTest.earliest()).choosing("#/group/events"));
    }

    static byte[] written(Consumer<WritableHdfFile> content) {
        try {
            Path file = Files.createTempFile("sample", ".h5");
            try (WritableHdfFile writing = HdfFile.write(file)) {
                content.accept(writing);
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
