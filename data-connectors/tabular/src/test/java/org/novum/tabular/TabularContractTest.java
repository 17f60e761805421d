package org.novum.tabular;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

class TabularContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new TabularConnector();
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("muons")
                .wholes("event", Unit.ONE, 1, 2, Long.MAX_VALUE, Long.MIN_VALUE, 1)
                .texts("type", "G", "a,b", "say \"T\"", "", "µ")
                .reals("E", Unit.ONE, 1.5, -2.25, 0.1, 1.7976931348623157e308, 4.9e-324);
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        Path file = folder.resolve(table.name() + ".csv");
        try (CsvWriter writer = CsvWriter.to(
                file, table.columns().stream().map(column -> column.card().name()).toList())) {
            for (int row = 0; row < table.rows(); row++) {
                int each = row;
                writer.row(table.columns().stream().map((InMemoryColumn column) -> column.value(each)).toList());
            }
        }
        return "file:" + file;
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        Path plain = Path.of(store(table, folder).substring("file:".length()));
        Path compressed = Tables.write(folder, table.name() + ".csv.gz", Tables.gzip(Tables.bytes(plain)));
        return "file:" + compressed;
    }

    @Override
    public String storeZstd(InMemoryTable table, Path folder) {
        Path plain = Path.of(store(table, folder).substring("file:".length()));
        return "file:" + Tables.write(folder, table.name() + ".csv.zst", Tables.zstd(Tables.bytes(plain)));
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] whole = Tables.gzip("a,b\n" + "1.5,2.5\n".repeat(1000));
        byte[] zstd = Tables.zstd(bytes("a,b\n" + "1.5,2.5\n".repeat(1000)));
        return List.of(
                bad(folder, "empty.csv", new byte[0]),
                bad(folder, "page.csv", bytes("<html></html>")),
                bad(folder, "cut.csv.gz", Arrays.copyOf(whole, 40)),
                bad(folder, "cut.csv.zst", Arrays.copyOf(zstd, zstd.length - 5), "zstd"),
                bad(folder, "ragged.csv", bytes("a,b\n1,2\n3\n"), "row 3"),
                bad(folder, "word.csv", bytes("a,b\n1,2\n3,many\n4,5\n"), "row 3", "column b", "many"),
                bad(folder, "nan.csv", bytes("a,b\n1,2\n3,NaN\n4,5\n"), "row 3", "column b"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BadSource bad(Path folder, String name, byte[] content, String... places) {
        List<String> named = new ArrayList<>(List.of(places));
        named.add(name);
        return new BadSource("file:" + Tables.write(folder, name, content), named);
    }
}
