package org.novum.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.root.written.Out;
import org.novum.root.written.Packing;
import org.novum.root.written.WrittenBranch;
import org.novum.root.written.WrittenFile;

/** The connector's contract, on a tree of plain, jagged and text branches in two baskets. */
class RootContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new RootConnector();
    }

    @Override
    public List<DataConnector> inOtherBatchSizes() {
        return List.of(new RootConnector(Path.of(""), 1), new RootConnector(Path.of(""), 2));
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("sample")
                .reals("M", Unit.GEV, 91.25, 3.0969, -0.0)
                .reals("eta", Unit.ONE, 1e-300, -2.5, 0.1)
                .wholes("Event", Unit.ONE, 9_007_199_254_740_993L, -1, 0)
                .texts("Type", "GT", "", "Grüße")
                .with(new InMemoryColumn.Values(
                        "pt", ColumnType.FLOAT64_LIST, Unit.ONE, List.of(List.of(1.5, 2.5), List.of(), List.of(3.0))));
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".root"), file(table));
    }

    private static byte[] file(InMemoryTable table) {
        List<WrittenBranch> branches = new ArrayList<>();
        for (InMemoryColumn column : table.columns()) {
            String name = column.card().name();
            String title = name + " [" + column.card().unit().symbol() + "]";
            branches.add(
                    switch (column.card().type()) {
                        case FLOAT64 -> WrittenBranch.doubles(name, values(column, Double.class)).titled(title);
                        case INT64 -> WrittenBranch.longs(name, values(column, Long.class)).titled(title);
                        case TEXT -> WrittenBranch.texts(name, values(column, String.class));
                        case FLOAT64_LIST -> WrittenBranch.vector(name, "double", Out::real64, lists(column));
                        default -> throw new AssertionError("the content has no " + column.card().type());
                    });
        }
        return new WrittenFile(Packing.ZLIB, 2).tree("events", branches.toArray(WrittenBranch[]::new)).bytes();
    }

    private static <T> List<T> values(InMemoryColumn column, Class<T> type) {
        List<T> values = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            values.add(type.cast(column.value(row)));
        }
        return values;
    }

    private static List<List<Double>> lists(InMemoryColumn column) {
        List<List<Double>> lists = new ArrayList<>();
        for (Object row : values(column, Object.class)) {
            lists.add(((List<?>) row).stream().map(Double.class::cast).toList());
        }
        return lists;
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] whole = file(content());
        byte[] noTree = new WrittenFile(Packing.NONE, 2).add("notes", "TObjString", 1, new byte[20]).bytes();
        byte[] flipped = whole.clone();
        int basket = 250; // in the compressed rows of the first branch, or its record
        Arrays.fill(flipped, basket, basket + 40, (byte) 0x5a);
        return List.of(
                bad(folder, "cut.root", Arrays.copyOf(whole, whole.length / 2), "cut off"),
                bad(folder, "head.root", Arrays.copyOf(whole, 30), "header"),
                bad(folder, "empty.root", new byte[0], "empty"),
                bad(folder, "text.root", "M,eta\n1,2\n".getBytes(StandardCharsets.US_ASCII), "not a ROOT file"),
                bad(folder, "notree.root", noTree, "TObjString notes"),
                bad(folder, "flipped.root", flipped, "branch M"));
    }

    private static BadSource bad(Path folder, String name, byte[] bytes, String named) {
        return new BadSource(write(folder.resolve(name), bytes), List.of(name, named));
    }

    private static String write(Path file, byte[] bytes) {
        try {
            return "file:" + Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
