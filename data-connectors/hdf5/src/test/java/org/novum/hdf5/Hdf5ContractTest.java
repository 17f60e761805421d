package org.novum.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The contract on groups of datasets. */
class Hdf5ContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new Hdf5Connector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of(new Hdf5Connector(Path.of(""), 2), new Hdf5Connector(Path.of(""), 1));
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("muons")
                .reals("E", Unit.ONE, 1.5, -2.25, 0.1, 1.7976931348623157e308, 4.9e-324)
                .wholes("event", Unit.ONE, 1, 2, Long.MAX_VALUE, Long.MIN_VALUE, 1)
                .texts("type", "G", "a,b", "say \"T\"", "x", "y");
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        Path file = folder.resolve(table.name() + ".h5");
        try (WritableHdfFile writing = HdfFile.write(file)) {
            for (InMemoryColumn column : table.columns()) {
                var dataset = writing.putDataset(column.card().name(), values(column));
                if (!column.card().unit().equals(Unit.ONE)) {
                    dataset.putAttribute("units", column.card().unit().symbol());
                }
            }
        }
        return "file:" + file;
    }

    private static Object values(InMemoryColumn column) {
        int rows = column.rows();
        return switch (column.card().type()) {
            case FLOAT64 -> {
                double[] values = new double[rows];
                Arrays.setAll(values, row -> ((Number) column.value(row)).doubleValue());
                yield values;
            }
            case INT64 -> {
                long[] values = new long[rows];
                Arrays.setAll(values, row -> ((Number) column.value(row)).longValue());
                yield values;
            }
            case INT32 -> {
                int[] values = new int[rows];
                Arrays.setAll(values, row -> ((Number) column.value(row)).intValue());
                yield values;
            }
            case TEXT -> {
                String[] values = new String[rows];
                Arrays.setAll(values, row -> column.value(row).toString());
                yield values;
            }
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST ->
                throw new IllegalArgumentException(ColumnType.FLOAT64_LIST + " is not written here");
        };
    }

    @Override
    public String glob(Path folder) {
        return "file:" + folder + "/*.h5";
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        try {
            byte[] whole = Files.readAllBytes(Path.of(store(content(), folder).substring("file:".length())));
            return List.of(
                    bad(folder, "empty.h5", new byte[0]),
                    bad(folder, "page.h5", "<html></html>".getBytes(StandardCharsets.UTF_8)),
                    bad(folder, "cut.h5", Arrays.copyOf(whole, whole.length / 3)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BadSource bad(Path folder, String name, byte[] content) throws IOException {
        return new BadSource("file:" + Files.write(folder.resolve(name), content), List.of(name));
    }
}
