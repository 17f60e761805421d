package org.novum.fits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.table.FitsTableConnector;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The contract on binary tables. */
class FitsTableContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new FitsTableConnector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of();
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("muons")
                .wholes("event", Unit.ONE, 1, 2, Long.MAX_VALUE, Long.MIN_VALUE, 1)
                .texts("type", "G", "a,b", "say \"T\"", "", "T")
                .reals("E", Unit.GEV, 1.5, -2.25, 0.1, 1.7976931348623157e308, 4.9e-324);
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".fits"), bytes(table)) + "#muons";
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".fits.gz"), Packed.gzip(bytes(table))) + "#1";
    }

    @Override
    public String glob(Path folder) {
        return "file:" + folder + "/*.fits#1";
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] whole = bytes(content());
        return List.of(
                new BadSource(write(folder.resolve("cut.fits"), Arrays.copyOf(whole, whole.length / 2)) + "#1", List.of("cut.fits", "truncated")),
                new BadSource(write(folder.resolve("empty.fits"), new byte[0]) + "#1", List.of("empty.fits")),
                new BadSource(write(folder.resolve("whole.fits"), whole) + "#7", List.of("whole.fits", "no unit 7", "1 MUONS")),
                new BadSource(write(folder.resolve("none.fits"), whole) + "#0", List.of("none.fits", "neither a table nor an image")));
    }

    private static byte[] bytes(InMemoryTable table) {
        List<Column> columns = new ArrayList<>();
        for (InMemoryColumn column : table.columns()) {
            List<?> cells = IntStream.range(0, column.rows()).mapToObj(column::value).toList();
            String form = switch (column.card().type()) {
                case INT64 -> "1K";
                case TEXT -> "8A";
                default -> "1D";
            };
            Column written = Column.of(column.card().name(), form, cells);
            columns.add(column.card().unit().equals(Unit.ONE) ? written : written.in(column.card().unit().symbol()));
        }
        return FitsBuilder.primary(Map.of())
                .table("MUONS", columns.toArray(Column[]::new))
                .bytes();
    }

    private static String write(Path file, byte[] content) {
        try {
            Files.write(file, content);
            return "file:" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
