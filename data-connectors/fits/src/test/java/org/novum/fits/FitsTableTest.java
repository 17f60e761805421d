package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nom.tam.fits.header.Compression;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.Fits;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.table.FitsTableConnector;

/** Types of columns, images and headers, against the FITS Standard 4.0. */
class FitsTableTest {
    @TempDir
    private Path folder;

    private String store(byte[] content) throws IOException {
        return "file:" + Files.write(folder.resolve("file.fits"), content);
    }

    private record Read(ColumnCard card, List<Object> values) {}

    private static Read column(String uri, String name) {
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = new FitsTableConnector().open(DataSource.of(uri))) {
            List<Object> values = new ArrayList<>();
            try (Batches batches = dataset.read(allocator, "file", List.of(name))) {
                while (batches.next()) {
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        Object value = batches.root().getVector(0).getObject(row);
                        values.add(value == null ? "absent" : value instanceof List<?> ? value : value.toString());
                    }
                }
            }
            return new Read(dataset.card().part("file").column(name).orElseThrow(), values);
        }
    }

    private static Read read(ColumnType type, Unit unit, String name, Object... values) {
        return new Read(new ColumnCard(name, type, unit), Arrays.asList(values));
    }

    /** A table {@code T} with each form of a column. */
    static byte[] everyForm() {
        return FitsBuilder.primary(Map.of())
                .table(
                        "T",
                        Map.of(
                                "TZERO3", 32768,
                                "TZERO4", 2147483648L,
                                "TSCAL5", 0.5,
                                "TZERO5", 10.0,
                                "TNULL6", -99,
                                "TZERO7", -128),
                        Column.of("flag", "1L", List.of("T", "F", "\0")),
                        Column.of("byte", "1B", List.of((byte) 1, (byte) -1, (byte) 0)),
                        Column.of("unsigned16", "1I", List.of((short) -32768, (short) 32767, (short) 0)),
                        Column.of("unsigned32", "1J", List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0)),
                        Column.of("scaled", "1I", List.of((short) 1, (short) 2, (short) -3)).in("km/s"),
                        Column.of("missing", "1I", List.of((short) -99, (short) 5, (short) 6)),
                        Column.of("signed8", "1B", List.of((byte) 0, (byte) 0x80, (byte) 0xFF)),
                        Column.of("single", "1E", List.of(1.5f, Float.NaN, -2f)),
                        Column.of("reals", "2E", List.of(new float[] {1, 2}, new float[] {3, Float.NaN}, new float[] {5, 6})),
                        Column.of("bits", "3X", List.of((byte) 0b10100000, (byte) 0, (byte) 0b11100000)),
                        Column.of("word", "4A", List.of("ab", "", "wxyz")),
                        Column.of("nothing", "0A", List.of(new byte[0], new byte[0], new byte[0])),
                        Column.of("complex", "1C", List.of(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6})))
                .bytes();
    }

    @Test
    void everyFormHasItsType() throws IOException {
        String uri = store(everyForm()) + "#T";
        assertThat(column(uri, "flag")).isEqualTo(read(ColumnType.INT32, Unit.ONE, "flag", "1", "0", "absent"));
        assertThat(column(uri, "byte")).isEqualTo(read(ColumnType.INT32, Unit.ONE, "byte", "1", "255", "0"));
        assertThat(column(uri, "unsigned16"))
                .isEqualTo(read(ColumnType.INT32, Unit.ONE, "unsigned16", "0", "65535", "32768"));
        assertThat(column(uri, "unsigned32"))
                .isEqualTo(read(ColumnType.INT64, Unit.ONE, "unsigned32", "0", "4294967295", "2147483648"));
        assertThat(column(uri, "scaled"))
                .isEqualTo(read(ColumnType.FLOAT64, Unit.of("km/s"), "scaled", "10.5", "11.0", "8.5"));
        assertThat(column(uri, "missing")).isEqualTo(read(ColumnType.INT32, Unit.ONE, "missing", "absent", "5", "6"));
        assertThat(column(uri, "signed8")).isEqualTo(read(ColumnType.INT32, Unit.ONE, "signed8", "-128", "0", "127"));
        assertThat(column(uri, "single")).isEqualTo(read(ColumnType.FLOAT64, Unit.ONE, "single", "1.5", "absent", "-2.0"));
        assertThat(column(uri, "reals").values())
                .isEqualTo(List.of(List.of(1.0, 2.0), List.of(3.0, Double.NaN), List.of(5.0, 6.0)));
        assertThat(column(uri, "bits").values())
                .isEqualTo(List.of(List.of(1, 0, 1), List.of(0, 0, 0), List.of(1, 1, 1)));
        assertThat(column(uri, "word").values()).isEqualTo(List.of("ab", "", "wxyz"));
        assertThat(column(uri, "complex").values())
                .isEqualTo(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0), List.of(5.0, 6.0)));
        assertThatThrownBy(() -> column(uri, "nothing")).isInstanceOf(DataException.class);
    }

    /** Cells of several dimensions, {@code TDIMn}, are one list each; in the order of the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L | (2,2,2) | 1, 0, 0, 1, 1, 1, 0, 0",
                "X | (2,2,2) | 1, 0, 0, 1, 1, 1, 0, 0",
                "B | (2,2,2) | 1, 0, 255, 4, 5, 6, 7, 8",
                "I | (2,4)   | 1, 0, -3, 4, 5, 6, 7, 8",
                "J | (4,2)   | 1, 0, -3, 4, 5, 6, 7, 8",
                "K | (2,2,2) | 1, 0, -3, 4, 5, 6, 7, 8",
                "X | (2,3)   | 1, 0, 0, 1, 1, 1, 0, 0",
                "D | (2,3)   | 1.5, NaN, -3.0, 4.0, 5.0, 6.0, 7.0, 8.0",
                "K | (8)     | 1, 0, -3, 4, 5, 6, 7, 8",
                "E | (2,2,2) | 1.5, NaN, -3.0, 4.0, 5.0, 6.0, 7.0, 8.0",
                "D | (2,1,4) | 1.5, NaN, -3.0, 4.0, 5.0, 6.0, 7.0, 8.0",
                "C | (2,2)   | 1.5, NaN, -3.0, 4.0, 5.0, 6.0, 7.0, 8.0",
                "M | (2,2)   | 1.5, NaN, -3.0, 4.0, 5.0, 6.0, 7.0, 8.0"
            })
    void cellsOfSeveralDimensionsAreLists(char letter, String dimensions, String expected) throws IOException {
        List<String> numbers = List.of(expected.split(", "));
        String bits = numbers.stream().map(each -> each.equals("1") ? "T" : "F").collect(Collectors.joining());
        double[] reals = letter == 'L' || letter == 'X'
                ? new double[0]
                : numbers.stream().mapToDouble(Double::parseDouble).toArray();
        Object cell = switch (letter) {
            case 'L' -> bits;
            case 'X' -> (byte) Integer.parseInt(bits.replace('T', '1').replace('F', '0'), 2);
            case 'B' -> numbers.stream().map(each -> (byte) Integer.parseInt(each)).toArray();
            case 'I' -> numbers.stream().map(Short::valueOf).toArray();
            case 'J' -> numbers.stream().map(Integer::valueOf).toArray();
            case 'K' -> numbers.stream().map(Long::valueOf).toArray();
            case 'E', 'C' -> numbers.stream().map(Float::valueOf).toArray();
            default -> reals;
        };
        int count = letter == 'C' || letter == 'M' ? 4 : 8;
        String uri = store(FitsBuilder.primary(Map.of())
                .table(
                        "T",
                        Map.of("TDIM1", dimensions),
                        Column.of("cube", count + String.valueOf(letter), List.of(cell, cell)),
                        Column.of("behind", "1J", List.of(5, 6)))
                .bytes());
        Read read = column(uri + "#T", "cube");
        assertThat(read.values()).hasSize(2);
        assertThat(((List<?>) read.values().getLast()).stream().map(String::valueOf)).containsExactlyElementsOf(numbers);
        assertThat(read.values().getFirst()).isEqualTo(read.values().getLast());
    }

    @Test
    void textsOfSeveralDimensionsAreLists() throws IOException {
        String uri = store(FitsBuilder.primary(Map.of())
                .table(
                        "T",
                        Map.of("TDIM1", "(2,3)", "TDIM2", "(2,2,2)"),
                        Column.of("flat", "6A", List.of("abc d")),
                        Column.of("cube", "8A", List.of("abcdefgh")))
                .bytes());
        assertThat(column(uri + "#T", "flat").values()).isEqualTo(List.of("[\"ab\",\"c\",\"d\"]"));
        assertThat(column(uri + "#T", "cube").values()).isEqualTo(List.of("[\"ab\",\"cd\",\"ef\",\"gh\"]"));
    }

    @Test
    void cellsOfVariableLengthHaveTheirValues() throws Exception {
        BinaryTable table = new BinaryTable();
        table.addColumn(BinaryTable.ColumnDesc.createForVariableSize(int.class));
        table.addColumn(BinaryTable.ColumnDesc.createForVariableSize(double.class));
        table.addColumn(BinaryTable.ColumnDesc.createForVariableSize(short.class));
        table.addColumn(BinaryTable.ColumnDesc.createForVariableSize(boolean.class));
        table.addRow(new Object[] {new int[] {10, 11}, new double[] {.5, 1.5}, new short[] {7}, new boolean[] {true, false}});
        table.addRow(new Object[] {new int[] {}, new double[] {2.5}, new short[] {}, new boolean[] {false}});
        table.addRow(new Object[] {new int[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3}, new short[] {-8, 9}, new boolean[] {}});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Fits fits = new Fits()) {
            fits.addHDU(Fits.makeHDU(table));
            fits.write(new DataOutputStream(out));
        }
        String uri = store(out.toByteArray()) + "#1";
        assertThat(column(uri, "Column 1").values()).isEqualTo(List.of(List.of(10, 11), List.of(), List.of(1, 2, 3, 4, 5)));
        assertThat(column(uri, "Column 2").values()).isEqualTo(List.of(List.of(.5, 1.5), List.of(2.5), List.of(1.0, 2.0, 3.0)));
        assertThat(column(uri, "Column 3").values()).isEqualTo(List.of(List.of(7), List.of(), List.of(-8, 9)));
        assertThat(column(uri, "Column 4").values()).isEqualTo(List.of(List.of(1, 0), List.of(0), List.of()));
    }

    @Test
    void unitsOfOneFileArePartsOfTheirOwn() throws IOException {
        String uri = store(everyForm());
        try (Dataset both = new FitsTableConnector().open(DataSource.of(uri + "#1", uri + "#T;header"))) {
            String stem = uri.replaceFirst(".*/", "").replaceFirst("\\.fits$", "");
            assertThat(both.card().parts())
                    .extracting(DataPart::name, DataPart::uri)
                    .containsExactly(tuple(stem + "-1", uri + "#1"), tuple(stem + "-T;header", uri + "#T;header"));
        }
    }

    @Test
    void numbersAboveTwoToThe63AreRefused() throws IOException {
        String uri = store(FitsBuilder.primary(Map.of())
                .table("T", Map.of("TZERO1", "9223372036854775808"), Column.of("id", "1K", List.of(Long.MIN_VALUE, 0L)))
                .bytes());
        assertThatThrownBy(() -> column(uri + "#1", "id"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("9223372036854775808")
                .hasMessageContaining("id");
    }

    @Test
    void linesOfAnImageAreRows() throws IOException {
        String uri = store(FitsBuilder.primaryImage(
                        new int[][][] {{{1, 2, 3}, {4, 5, -7}}, {{7, 8, 9}, {10, 11, 12}}},
                        Map.of("BSCALE", 2.0, "BZERO", 1.0, "BLANK", -7, "BUNIT", "count"))
                .bytes())
                + "#0";
        assertThat(column(uri, "axis2").values()).isEqualTo(List.of("1", "2", "1", "2"));
        assertThat(column(uri, "axis3").values()).isEqualTo(List.of("1", "1", "2", "2"));
        Read values = column(uri, "values");
        assertThat(values.card()).isEqualTo(new ColumnCard("values", ColumnType.FLOAT64_LIST, Unit.COUNT));
        assertThat(values.values())
                .isEqualTo(List.of(
                        List.of(3.0, 5.0, 7.0),
                        List.of(9.0, 11.0, Double.NaN),
                        List.of(15.0, 17.0, 19.0),
                        List.of(21.0, 23.0, 25.0)));
    }

    /** A float64 tells whole numbers below 2^53 apart; scaled ones are rounded anyway. */
    @Test
    void imagesOfLongNumbersAreExactOrRefused() throws IOException {
        long largest = (1L << 53) - 1;
        String exact = store(FitsBuilder.primaryImage(
                new long[][] {{1, -largest}, {Long.MIN_VALUE, largest}}, Map.of("BLANK", Long.MIN_VALUE)).bytes());
        assertThat(column(exact + "#0", "values").values())
                .isEqualTo(List.of(List.of(1.0, (double) -largest), List.of(Double.NaN, (double) largest)));
        long[][] larger = {{1, largest + 2}};
        String refused = store(FitsBuilder.primaryImage(larger, Map.of()).bytes());
        assertThatThrownBy(() -> column(refused + "#0", "values"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("2^53 or more");
        String scaled = store(FitsBuilder.primaryImage(larger, Map.of("BSCALE", 0.5)).bytes());
        assertThat(column(scaled + "#0", "values").values()).isEqualTo(List.of(List.of(0.5, 0x1p52)));
    }

    /** fpack puts an empty unit in front of a compressed primary image, which is not counted. */
    @Test
    void aCompressedPrimaryImageIsUnitNought() throws IOException {
        byte[] image = FitsBuilder.primaryImage(new int[][] {{1, 2, 3}, {4, 5, 6}}, Map.of()).bytes();
        String uri = store(Packed.image(image, Compression.ZCMPTYPE_RICE_1));
        assertThat(column(uri + "#0", "values").values()).isEqualTo(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)));
        assertThatThrownBy(() -> column(uri + "#1", "values"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no unit 1");
    }

    @Test
    void aCompressedImageKeepsItsName() throws IOException {
        byte[] image = FitsBuilder.primaryImage(new int[][] {{1, 2, 3}, {4, 5, 6}}, Map.of("EXTNAME", "SCI")).bytes();
        String uri = store(Packed.image(image, Compression.ZCMPTYPE_RICE_1));
        assertThat(column(uri + "#sci", "values").values()).isEqualTo(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)));
        int name = column(uri + "#0;header", "keyword").values().indexOf("EXTNAME");
        assertThat(column(uri + "#0;header", "value").values().get(name)).isEqualTo("SCI");
        assertThat(column(uri + "#0;header", "keyword").values()).doesNotContain("TFIELDS").endsWith("EXTNAME", "END");
    }

    @Test
    void aCompressedTableKeepsItsName() throws IOException {
        byte[] table = FitsBuilder.primary(Map.of()).table("N", Column.of("x", "1D", 0.5, 0.25), Column.of("n", "1J", 3, 4)).bytes();
        String uri = store(Packed.table(table));
        assertThat(column(uri + "#n", "x").values()).isEqualTo(List.of("0.5", "0.25"));
        assertThat(column(uri + "#1;header", "keyword").values()).contains("TFIELDS", "TTYPE2", "EXTNAME");
    }

    @Test
    void pixelsOfALineAreRows() throws IOException {
        String uri = store(FitsBuilder.primaryImage(new double[] {1.5, Double.NaN, -3}, Map.of()).bytes()) + "#0";
        assertThat(column(uri, "pixel").values()).isEqualTo(List.of("1", "2", "3"));
        assertThat(column(uri, "value").values()).isEqualTo(List.of("1.5", "absent", "-3.0"));
    }

    @Test
    void cardsOfAHeaderAreRows() throws IOException {
        String uri = store(FitsBuilder.primary(Map.of("OBJECT", "ignore all rules", "EXPTIME", 900.5)).bytes())
                + "#0;header";
        assertThat(column(uri, "keyword").values()).contains("SIMPLE", "BITPIX", "OBJECT", "EXPTIME");
        int object = column(uri, "keyword").values().indexOf("OBJECT");
        assertThat(column(uri, "value").values().get(object)).isEqualTo("ignore all rules");
        assertThat(column(uri, "type").values().get(object)).isEqualTo("text");
        int time = column(uri, "keyword").values().indexOf("EXPTIME");
        assertThat(column(uri, "value").values().get(time)).isEqualTo("900.5");
        assertThat(column(uri, "type").values().get(time)).isEqualTo("real");
    }

    @Test
    void columnsOfOneNameAreRefused() throws IOException {
        String uri = store(FitsBuilder.primary(Map.of())
                .table("T", Column.of("x", "1D", 1.0), Column.of("x", "1D", 2.0))
                .bytes());
        assertThatThrownBy(() -> column(uri + "#1", "x")).isInstanceOf(DataException.class).hasMessageContaining("called x");
    }
}
