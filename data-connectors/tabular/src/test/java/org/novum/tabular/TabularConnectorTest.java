package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;

class TabularConnectorTest {
    private static final String TABLE = "Run,type1,E1,Q1\n165617,G,9.5,-1\n165618,T,0.1,1\n165619,G,7,1\n";

    @TempDir
    private Path folder;

    private static DataSource source(Path file, Map<String, String> columns, Map<String, String> select) {
        return new DataSource(List.of(file.toString()), columns, Map.of(), select);
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(DataConnector.class).stream().map(provider -> provider.get().card().name()))
                .contains("tabular");
    }

    @ParameterizedTest
    @CsvSource({
        "file:a.csv, true", "a.csv.gz, true", "/x/B.CSV, true", "file:dir/*.csv.gz, true", "file:dir/**, true",
        "dir/x*, true", "a.tsv, true", "C:/data/a.csv, true", "a.root, false", "dataset:Ymumu, false",
        "https://x.org/a.csv, false", "a.fits.gz, false"
    })
    void acceptsPathsOfTables(String uri, boolean accepted) {
        assertThat(new TabularConnector().accepts(uri)).isEqualTo(accepted);
    }

    @Test
    void describesAndReadsATable() {
        Path file = Tables.write(folder, "Zmumu.csv", TABLE);
        try (Dataset dataset = new TabularConnector().open(DataSource.of("file:" + file))) {
            DataPart part = dataset.card().part("Zmumu");
            assertThat(dataset.card().name()).isEqualTo("Zmumu");
            assertThat(part.rows()).isEqualTo(3);
            assertThat(part.sha256())
                    .isEqualTo("1f9e15a5a1a675090353966554082494a5e099cf225ae20d50f8fef8c206dfc1");
            assertThat(part.columns())
                    .extracting(ColumnCard::name, ColumnCard::type)
                    .containsExactly(
                            tuple("Run", ColumnType.INT64),
                            tuple("type1", ColumnType.TEXT),
                            tuple("E1", ColumnType.FLOAT64),
                            tuple("Q1", ColumnType.INT64));
            assertThat(Tables.column(dataset, "Zmumu", "Run")).containsExactly(165617L, 165618L, 165619L);
            assertThat(Tables.column(dataset, "Zmumu", "E1")).containsExactly(9.5, 0.1, 7.0);
            assertThat(Tables.column(dataset, "Zmumu", "type1")).containsExactly("G", "T", "G");
        }
    }

    @Test
    void fieldsOfNumbersCanBeReadAsTheyAreWritten() {
        Path file = Tables.write(folder, "a.csv", "n,x\n007,1\n+8,2\n9,3\n10.0,4\n");
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()));
                RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.asWritten(allocator, "a", "n").orElseThrow()) {
            assertThat(Tables.column(dataset, "a", "n")).containsExactly(7.0, 8.0, 9.0, 10.0);
            assertThat(batches.next()).isTrue();
            assertThat(java.util.stream.IntStream.range(0, 4)
                            .mapToObj(row -> batches.root().getVector(0).getObject(row).toString()))
                    .containsExactly("007", "+8", "9", "10.0");
        }
    }

    @Test
    void readsColumnsInTheOrderAskedFor() {
        Path file = Tables.write(folder, "a.csv", TABLE);
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()));
                RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, "a", List.of("Q1", "E1"))) {
            assertThat(batches.next()).isTrue();
            assertThat(batches.root().getSchema().getFields()).extracting("name").containsExactly("Q1", "E1");
            assertThat(batches.root().getRowCount()).isEqualTo(3);
            assertThat(batches.next()).isFalse();
        }
    }

    @Test
    void takesGzipAndPlainCopiesForTheSameData() {
        Path plain = Tables.write(folder, "plain.csv", TABLE);
        Path compressed = Tables.write(folder, "zip.csv.gz", Tables.gzip(TABLE));
        Path misnamed = Tables.write(folder, "misnamed.csv", Tables.gzip(TABLE));
        DataSource all = DataSource.of(plain.toString(), compressed.toString(), misnamed.toString());
        try (Dataset dataset = new TabularConnector().open(all)) {
            assertThat(dataset.card().parts()).extracting(DataPart::sha256).containsOnly(
                    SourceBytes.digest(plain).sha256());
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("misnamed", "plain", "zip");
            assertThat(Tables.column(dataset, "zip", "E1")).isEqualTo(Tables.column(dataset, "plain", "E1"));
        }
        assertThat(SourceBytes.digest(compressed).bytes()).isEqualTo(TABLE.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheDelimiter(String delimiter) {
        Path file = Tables.write(folder, "a.csv", TABLE.replace(",", delimiter));
        assertThat(Tables.column(file, "E1")).containsExactly(9.5, 0.1, 7.0);
    }

    @ParameterizedTest
    @CsvSource({"'\uFEFF', '\n', true", "'', '\r\n', true", "'\uFEFF', '\r\n', false", "'# made by x\n#\n', '\n', true"})
    void readsEveryWayToWriteLines(String beginning, String lineEnd, boolean endsWithLineEnd) {
        String text = beginning + TABLE.replace("\n", lineEnd);
        Path file = Tables.write(folder, "a.csv", endsWithLineEnd ? text + lineEnd + lineEnd : text.stripTrailing());
        assertThat(Tables.column(file, "Run")).containsExactly(165617L, 165618L, 165619L);
        assertThat(Tables.column(file, "Q1")).containsExactly(-1L, 1L, 1L);
    }

    @Test
    void readsQuotedFields() {
        Path file = Tables.write(
                folder, "a.csv", "\"na\"\"me\",\"x, y\",n\r\n\"a,\"\"b\"\"\nc\",\"1.5\",\"2\"\r\nplain, 2.5 ,3\r\n\"\",\"3\",4\r\n");
        assertThat(Tables.column(file, "na\"me")).containsExactly("a,\"b\"\nc", "plain", "");
        assertThat(Tables.column(file, "x, y")).containsExactly(1.5, 2.5, 3.0);
        assertThat(Tables.column(file, "n")).containsExactly(2L, 3L, 4L);
    }

    @Test
    void keepsTextOutsideAscii() {
        Path file = Tables.write(folder, "a.csv", "naïve,Größe\nµµ,1\nΥ(1S),2\n");
        assertThat(Tables.column(file, "naïve")).containsExactly("µµ", "Υ(1S)");
        assertThat(Tables.column(file, "Größe")).containsExactly(1L, 2L);
    }

    @Test
    void mapsColumnsAndStatesUnits() {
        Path file = Tables.write(folder, "a.csv", TABLE);
        DataSource source = new DataSource(
                List.of(file.toString()), Map.of("energy", "E1", "Q1", "Run"), Map.of("energy", "MeV"), Map.of());
        try (Dataset dataset = new TabularConnector().open(source)) {
            assertThat(dataset.card().part("a").columns())
                    .containsExactly(
                            new ColumnCard("Q1", ColumnType.INT64, Unit.ONE),
                            new ColumnCard("type1", ColumnType.TEXT, Unit.ONE),
                            new ColumnCard("energy", ColumnType.FLOAT64, Unit.MEV));
            assertThat(Tables.column(dataset, "a", "energy")).containsExactly(9.5, 0.1, 7.0);
            assertThat(Tables.column(dataset, "a", "Q1")).containsExactly(165617L, 165618L, 165619L);
        }
    }

    @Test
    void keepsTheRowsSelected() {
        Path file = Tables.write(folder, "a.csv", TABLE);
        DataSource good = source(file, Map.of("kind", "type1"), Map.of("kind", "G", "Q1", "1.0"));
        try (Dataset dataset = new TabularConnector().open(good)) {
            assertThat(dataset.card().rows()).isEqualTo(1);
            assertThat(Tables.column(dataset, "a", "Run")).containsExactly(165619L);
            assertThat(Tables.column(dataset, "a", "kind")).containsExactly("G");
        }
        assertThatThrownBy(() -> new TabularConnector().open(source(file, Map.of(), Map.of("type1", "X"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("{type1=X} keeps no row");
        assertThatThrownBy(() -> new TabularConnector().open(source(file, Map.of(), Map.of("typ1", "G"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.csv, column typ1: ")
                .hasMessageContaining("did you mean type1?");
    }

    @Test
    void decidesTypesFromTheWholeFile() {
        StringBuilder text = new StringBuilder("id,late,mixed,few,blank,nan,none\n");
        for (int i = 0; i < 30_000; i++) {
            String late = i == 29_999 ? "0.5" : "1";
            String mixed = i % 3 == 0 ? "7" : "x7";
            String few = i == 5 ? "x" : "3";
            text.append(i).append(',').append(late).append(',').append(mixed).append(',').append(few).append(',');
            text.append(i == 7 ? "" : "4").append(',').append(i == 8 ? "NaN" : "5").append(",\n");
        }
        Path file = Tables.write(folder, "a.csv", text.toString());
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()))) {
            assertThat(dataset.card().part("a").columns())
                    .extracting(ColumnCard::type)
                    .containsExactly(
                            ColumnType.INT64,
                            ColumnType.FLOAT64,
                            ColumnType.TEXT,
                            ColumnType.INT64,
                            ColumnType.INT64,
                            ColumnType.INT64,
                            ColumnType.TEXT);
        }
    }

    @Test
    void canBeReadAgainAndAgain() {
        Path file = Tables.write(folder, "a.csv", TABLE);
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()))) {
            assertThat(Tables.column(dataset, "a", "E1")).isEqualTo(Tables.column(dataset, "a", "E1"));
        }
    }

    @Test
    void opensFilesUnderAGivenName() {
        Path file = Tables.write(folder, "0a1b2c", TABLE);
        TableFile named = new TableFile("Ymumu", "dataset:Ymumu", "dataset:Ymumu", file);
        try (Dataset dataset = new TabularConnector().open(DataSource.of("dataset:Ymumu"), List.of(named))) {
            assertThat(dataset.card().part("Ymumu").uri()).isEqualTo("dataset:Ymumu");
            assertThatThrownBy(() -> Tables.column(dataset, "Ymumu", "E2"))
                    .hasMessageStartingWith("dataset:Ymumu, column E2: ");
        }
    }
}
