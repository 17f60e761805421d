package org.novum.connectortemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryTable;

class ColumnTextContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new ColumnTextConnector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of(new ColumnTextConnector(1), new ColumnTextConnector(3), new ColumnTextConnector(5));
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("sunspot")
                .reals("time", Unit.of("s"), 0, 12, 24, 36, 48)
                .reals("flux", Unit.of("Mx"), 1.5e21, -2.25, 0.1, 1.7976931348623157e308, 4.9e-324);
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".coltxt"), text(table).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".coltxt.gz"), compressed(table));
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] compressed = compressed(content());
        byte[] cutOff = Arrays.copyOf(compressed, compressed.length - 12);
        return List.of(
                bad(folder, "empty.coltxt", "", "line 1"),
                bad(folder, "headless.coltxt", "0 1.5\n", "line 1"),
                bad(folder, "brackets.coltxt", "# time[s flux\n", "line 1"),
                bad(folder, "twice.coltxt", "# time time\n", "line 1"),
                bad(folder, "short.coltxt", "# time flux\n0 1\n12\n", "row 2"),
                bad(folder, "word.coltxt", "# time flux\n0 1\n12 many\n", "row 2"),
                bad(folder, "nan.coltxt", "# time flux\n0 NaN\n", "row 1"),
                new BadSource(write(folder.resolve("cut.coltxt.gz"), cutOff), List.of("cut.coltxt.gz")),
                new BadSource(
                        write(folder.resolve("plain.coltxt.gz"), text(content()).getBytes(StandardCharsets.UTF_8)),
                        List.of("plain.coltxt.gz")));
    }

    private static BadSource bad(Path folder, String name, String text, String place) {
        return new BadSource(
                write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)), List.of(name, place));
    }

    private static String text(InMemoryTable table) {
        String header = table.columns().stream()
                .map(column -> column.card().name() + "[" + column.card().unit().symbol() + "]")
                .collect(Collectors.joining(" ", "# ", "\n"));
        return header
                + IntStream.range(0, table.rows())
                        .mapToObj(row -> table.columns().stream()
                                .map(column -> column.value(row).toString())
                                .collect(Collectors.joining(" ", "", "\n")))
                        .collect(Collectors.joining());
    }

    private static byte[] compressed(InMemoryTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text(table).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return "file:" + file;
    }
}
