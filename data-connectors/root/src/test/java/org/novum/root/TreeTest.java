package org.novum.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.Dataset;
import org.novum.root.written.Out;
import org.novum.root.written.Packing;
import org.novum.root.written.WrittenBranch;
import org.novum.root.written.WrittenBranch.Element;
import org.novum.root.written.WrittenBranch.Leaf;
import org.novum.root.written.WrittenFile;

/** Trees that the tests write: every type of leaf, every compression, several baskets, directories and cycles. */
class TreeTest extends WrittenTrees {
    private static final int ROWS = 100;

    @ParameterizedTest
    @EnumSource
    void readsWhatIsCompressedInAnyWay(Packing packing) {
        List<Double> values = numbers(1000);
        WrittenFile file = new WrittenFile(packing, 300).tree("events", WrittenBranch.doubles("pt", values));
        assertThat(read(file, "pt")).isEqualTo(values);
    }

    @Test
    void severalBlocksMakeOneBasket() {
        byte[] plain = new byte[100_000];
        byte[] packed = Packing.ZLIB.pack(plain, 30_000);
        assertThat(org.novum.root.file.Compression.decompress(packed, plain.length, "test")).isEqualTo(plain);
        assertThatThrownBy(() -> org.novum.root.file.Compression.decompress(packed, plain.length + 1, "test"))
                .isInstanceOf(DataException.class);
    }

    @Test
    void everyTypeOfLeafBecomesTheTypeThatHoldsIt() {
        WrittenFile file = new WrittenFile(Packing.ZLIB, 2)
                .tree(
                        "events",
                        WrittenBranch.plain("b", "TLeafB", false, Out::int8, List.of(-128, 0, 127)),
                        WrittenBranch.plain("ub", "TLeafB", true, Out::int8, List.of(255, 0, 127)),
                        WrittenBranch.plain("s", "TLeafS", false, Out::int16, List.of(-32768, 0, 1)),
                        WrittenBranch.plain("us", "TLeafS", true, Out::int16, List.of(65535, 0, 1)),
                        WrittenBranch.plain("i", "TLeafI", false, Out::int32, List.of(-5L, 0L, 1L)),
                        WrittenBranch.plain("ui", "TLeafI", true, Out::int32, List.of(4294967295L, 0L, 1L)),
                        WrittenBranch.plain("l", "TLeafL", false, Out::int64, List.of(Long.MIN_VALUE, 0L, 1L)),
                        WrittenBranch.plain("ul", "TLeafL", true, Out::int64, List.of(Long.MAX_VALUE, 0L, 1L)),
                        WrittenBranch.plain("f", "TLeafF", false, Out::real32, List.of(0.1, -0.0, Double.NaN)),
                        WrittenBranch.plain("d", "TLeafD", false, Out::real64, List.of(0.1, Double.MIN_VALUE, 1e300)),
                        WrittenBranch.plain("o", "TLeafO", false, Out::int8, List.of(1, 0, 1)),
                        WrittenBranch.texts("c", List.of("", "Grüße", "x".repeat(300))));
        try (Dataset dataset = open(file)) {
            assertThat(types(dataset))
                    .containsEntry("b", ColumnType.INT32)
                    .containsEntry("us", ColumnType.INT32)
                    .containsEntry("i", ColumnType.INT32)
                    .containsEntry("ui", ColumnType.INT64)
                    .containsEntry("ul", ColumnType.INT64)
                    .containsEntry("f", ColumnType.FLOAT64)
                    .containsEntry("o", ColumnType.INT32)
                    .containsEntry("c", ColumnType.TEXT);
            Map<String, List<Object>> rows =
                    Rows.of(dataset, "file", List.of("b", "ub", "s", "us", "i", "ui", "l", "ul", "f", "d", "o", "c"));
            assertThat(rows.get("b")).isEqualTo(List.of(-128, 0, 127));
            assertThat(rows.get("ub")).isEqualTo(List.of(255, 0, 127));
            assertThat(rows.get("s")).isEqualTo(List.of(-32768, 0, 1));
            assertThat(rows.get("us")).isEqualTo(List.of(65535, 0, 1));
            assertThat(rows.get("i")).isEqualTo(List.of(-5, 0, 1));
            assertThat(rows.get("ui")).isEqualTo(List.of(4294967295L, 0L, 1L));
            assertThat(rows.get("l")).isEqualTo(List.of(Long.MIN_VALUE, 0L, 1L));
            assertThat(rows.get("ul")).isEqualTo(List.of(Long.MAX_VALUE, 0L, 1L));
            assertThat(rows.get("f")).isEqualTo(List.of((double) 0.1f, -0.0, Double.NaN));
            assertThat(rows.get("d")).isEqualTo(List.of(0.1, Double.MIN_VALUE, 1e300));
            assertThat(rows.get("o")).isEqualTo(List.of(1, 0, 1));
            assertThat(rows.get("c")).isEqualTo(List.of("", "Grüße", "x".repeat(300)));
        }
    }

    @Test
    void unsignedNumbersBeyondTheSignedOnesAreRefused() {
        WrittenFile file = new WrittenFile(Packing.NONE, 10)
                .tree("events", WrittenBranch.plain("id", "TLeafL", true, Out::int64, List.of(1L, -1L)));
        assertThatThrownBy(() -> read(file, "id"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("18446744073709551615")
                .hasMessageContaining("branch id");
    }

    @Test
    void fixedJaggedAndLeafyBranchesAreLists() {
        List<List<Double>> jagged = lists(ROWS);
        List<Long> counts = jagged.stream().map(list -> (long) list.size()).toList();
        List<byte[]> points = new ArrayList<>();
        List<byte[]> triples = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            points.add(new Out(java.nio.ByteOrder.BIG_ENDIAN).int32(i).real64(i / 2.0).bytes());
            triples.add(new Out(java.nio.ByteOrder.BIG_ENDIAN).real32(i).real32(2 * i).real32(3 * i).bytes());
        }
        List<Leaf> leaves = List.of(new Leaf("TLeafI", "x", 1, false, ""), new Leaf("TLeafD", "y", 1, false, ""));
        WrittenBranch counted =
                WrittenBranch.jagged("jet", new Leaf("TLeafD", "jet", 1, false, "n"), Out::real64, jagged);
        WrittenFile file = new WrittenFile(Packing.LZ4, 7)
                .tree(
                        "events",
                        WrittenBranch.plain("n", "TLeafI", false, Out::int32, counts),
                        counted,
                        new WrittenBranch("unplaced", "", counted.leaves(), counted.rows(), false, Element.NONE),
                        WrittenBranch.vector("vector", "double", Out::real64, jagged),
                        new WrittenBranch("point", "", leaves, points, false, Element.NONE),
                        new WrittenBranch(
                                "triple", "", List.of(new Leaf("TLeafF", "triple", 3, false, "")), triples, false, Element.NONE));
        try (Dataset dataset = open(file)) {
            Map<String, List<Object>> rows =
                    Rows.of(dataset, "file", List.of("jet", "unplaced", "vector", "point.x", "point.y", "triple"));
            assertThat(rows.get("jet")).isEqualTo(jagged);
            assertThat(rows.get("unplaced")).as("counted, where the basket does not say").isEqualTo(jagged);
            assertThat(rows.get("vector")).isEqualTo(jagged);
            assertThat(rows.get("point.x").get(41)).isEqualTo(41);
            assertThat(rows.get("point.y").get(41)).isEqualTo(20.5);
            assertThat(rows.get("triple").get(41)).isEqualTo(List.of(41.0, 82.0, 123.0));
        }
    }

    @Test
    void stringsOfTheStandardLibraryAreTextWithAndWithoutTheirHeader() {
        List<byte[]> rows = new ArrayList<>();
        rows.add(new Out(java.nio.ByteOrder.BIG_ENDIAN).text("plain").bytes());
        rows.add(new Out(java.nio.ByteOrder.BIG_ENDIAN).int32(0x4000_0000L + 9).int16(2).text("headed").bytes());
        WrittenBranch branch = new WrittenBranch(
                "name", "", List.of(new Leaf("TLeafElement", "name", 1, false, "")), rows, true, Element.whole("string"));
        assertThat(read(new WrittenFile(Packing.NONE, 10).tree("events", branch), "name"))
                .isEqualTo(List.of("plain", "headed"));
    }

    /** Objects and collections of objects that were split: each member has a branch, whose rows have no header. */
    @Test
    void membersOfSplitObjectsAreColumns() {
        List<List<Double>> lists = lists(ROWS);
        List<Leaf> leaf = List.of(new Leaf("TLeafElement", "x", 1, false, ""));
        WrittenFile file = new WrittenFile(Packing.ZSTD, 7)
                .tree(
                        "events",
                        new WrittenBranch(
                                "hits.x", "", leaf, WrittenBranch.jagged("", leaf.getFirst(), Out::real32, lists).rows(), true,
                                new Element("Hit", 0, 41, 5)),
                        new WrittenBranch(
                                "event.energy", "", leaf, WrittenBranch.doubles("", numbers(ROWS)).rows(), false,
                                new Element("Event", 0, 0, 8)),
                        new WrittenBranch(
                                "hits.map", "", leaf, WrittenBranch.doubles("", numbers(ROWS)).rows(), true,
                                new Element("Hit", 1, 41, 300)));
        try (Dataset dataset = open(file)) {
            Map<String, List<Object>> rows = Rows.of(dataset, "file", List.of("hits.x", "event.energy"));
            assertThat(rows.get("hits.x")).isEqualTo(lists);
            assertThat(rows.get("event.energy")).isEqualTo(numbers(ROWS));
            assertThatThrownBy(() -> Rows.of(dataset, "file", List.of("hits.map"))).hasMessageContaining("holds a Hit");
        }
    }

    @Test
    void whatCannotBeReadIsNamedWithClassAndBranch() {
        WrittenBranch half = WrittenBranch.plain("half", "TLeafF16", false, Out::int32, List.of(1L, 2L));
        WrittenBranch maps = WrittenBranch.vector("maps", "map<int,float>", Out::real64, List.of(List.of(), List.of()));
        WrittenFile file =
                new WrittenFile(Packing.ZLIB, 10).tree("events", WrittenBranch.ints("x", List.of(1, 2)), half, maps);
        try (Dataset dataset = open(file)) {
            assertThat(types(dataset)).containsOnlyKeys("x");
            assertThatThrownBy(() -> Rows.of(dataset, "file", List.of("half")))
                    .hasMessageContaining("column half")
                    .hasMessageContaining("TLeafF16");
            assertThatThrownBy(() -> Rows.of(dataset, "file", List.of("maps")))
                    .hasMessageContaining("column maps")
                    .hasMessageContaining("vector<map<int,float>>");
        }
    }

    @Test
    void branchesWithoutAllRowsAreLeftOut() {
        WrittenFile file = new WrittenFile(Packing.ZLIB, 10)
                .tree("events", WrittenBranch.ints("x", List.of(1, 2)), WrittenBranch.ints("late", List.of(2)));
        try (Dataset dataset = open(file)) {
            assertThat(types(dataset)).containsOnlyKeys("x");
            assertThatThrownBy(() -> Rows.of(dataset, "file", List.of("late")))
                    .hasMessageContaining("1 rows where the tree has 2");
        }
    }

    private static List<Double> numbers(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> (i % 17) / 4.0).toList();
    }

    private static List<List<Double>> lists(int rows) {
        return java.util.stream.IntStream.range(0, rows).mapToObj(i -> numbers(i * 7 % 5)).toList();
    }
}
