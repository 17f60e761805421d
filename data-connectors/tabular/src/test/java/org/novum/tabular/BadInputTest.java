package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

class BadInputTest {
    @TempDir
    private Path folder;

    private NovumException opening(String name, byte[] content) {
        Path file = Tables.write(folder, name, content);
        NovumException thrown = catchThrowableOfType(
                NovumException.class, () -> new TabularConnector().open(DataSource.of(file.toString())).close());
        assertThat(thrown).as("opening must fail").isNotNull();
        assertThat(thrown.getMessage()).startsWith(name).doesNotContain("\n");
        return thrown;
    }

    private String opening(String content) {
        NovumException thrown = opening("x.csv", content.getBytes(StandardCharsets.UTF_8));
        assertThat(thrown.exitCode()).isEqualTo(ExitCode.DATA);
        return thrown.getMessage();
    }

    private String reading(String content, String column) {
        Path file = Tables.write(folder, "x.csv", content);
        DataException thrown =
                catchThrowableOfType(DataException.class, () -> Tables.column(file, column));
        assertThat(thrown).as("reading must fail").isNotNull();
        assertThat(thrown.getMessage()).doesNotContain("\n");
        return thrown.getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN|'NaN' is not a finite number; correct it, or leave the field empty if there is no value",
                "inf|'inf' is not a finite number; correct it, or leave the field empty if there is no value",
                "-Infinity|'-Infinity' is not a finite number; correct it, or leave the field empty if there is no value",
                "abc|'abc' is not a number; correct it, or take the row out",
                "1e999|'1e999' is too large for a 64-bit number; correct it, or use a larger unit",
                "\"3,14\"|'3,14' has a decimal comma; write it with a point in the whole file"
            })
    void namesRowAndColumnOfAWrongValue(String value, String problem) {
        String table = "E1,pt1\n1.5,2.5\n2.5,3.5\n4.5," + value + "\n5.5,6.5\n";
        assertThat(reading(table, "pt1"))
                .isEqualTo("x.csv, row 4 (the header is row 1), column pt1: " + problem);
        assertThat(Tables.column(folder.resolve("x.csv"), "E1")).containsExactly(1.5, 2.5, 4.5, 5.5);
    }

    /** An empty field of numbers is no damage: there is no value, and it stays missing. */
    @Test
    void emptyFieldsAreMissingValues() {
        StringBuilder text = new StringBuilder("x,n,word\n");
        for (int row = 0; row < 150_000; row++) {
            text.append(row % 3 == 0 ? "" : row + ".5").append(',').append(row % 5 == 0 ? row % 2 == 0 ? " " : "////" : row).append(",w\n");
        }
        Path file = Tables.write(folder, "gaps.csv", text.toString());
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()));
                RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, "gaps", List.of("n", "x"))) {
            assertThat(dataset.card().parts().getFirst().columns())
                    .extracting(ColumnCard::type)
                    .containsExactly(ColumnType.FLOAT64, ColumnType.INT64, ColumnType.TEXT);
            int row = 0;
            while (batches.next()) {
                for (int i = 0; i < batches.root().getRowCount(); i++, row++) {
                    assertThat(batches.root().getVector("x").getObject(i)).isEqualTo(row % 3 == 0 ? null : row + .5);
                    assertThat(batches.root().getVector("n").getObject(i)).isEqualTo(row % 5 == 0 ? null : (long) row);
                }
            }
            assertThat(row).isEqualTo(150_000);
        }
    }

    @Test
    void textInAnotherEncodingIsNamed() {
        byte[] latin = "a,b\nKiel,1\nK\u00f6ln,2\nM\u00fcnchen,3\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Tables.write(folder, "latin.csv", latin);
        assertThatThrownBy(() -> Tables.column(file, "a"))
                .hasMessage("latin.csv, row 3 (the header is row 1), column a: 'K?ln' is not text in UTF-8, the first of 2 damaged rows"
                        + " in this file; save the table as UTF-8, for instance by: iconv -f latin1 -t utf-8");
        byte[] header = "Gr\u00f6\u00dfe,b\n1,2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(opening("header.csv", header).getMessage()).startsWith("header.csv, header: the column names are not UTF-8 text; save");
        Path right = Tables.write(folder, "right.csv", "a,b\nK\u00f6ln,2\n".getBytes(StandardCharsets.UTF_8));
        try (Dataset dataset = new TabularConnector().open(DataSource.of(right.toString()));
                RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, "right", List.of("a"))) {
            assertThat(batches.next()).isTrue();
            assertThat(batches.root().getVector("a").getObject(0)).hasToString("K\u00f6ln");
        }
    }

    /** Lists of whole numbers and names among numbers are text, while a decimal comma and a few wrong values are not. */
    @Test
    void listsAndNamesAmongNumbersAreText() {
        StringBuilder text = new StringBuilder("regions,plate,comma,shifts,few\n");
        for (int row = 0; row < 100; row++) {
            text.append(row % 4 == 0 ? "\"11073,11077\"" : 11_000 + row).append(',');
            text.append(row % 3 == 0 ? "B6212" : 3586 + row).append(',');
            text.append(row % 4 == 0 ? row : "\"" + row + ",5\"").append(',');
            text.append(row == 7 ? "0.11;0.20406;-1e3" : row + ".5").append(',');
            text.append(row == 50 ? "many" : row).append('\n');
        }
        Path file = Tables.write(folder, "x.csv", text.toString());
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()))) {
            assertThat(dataset.card().parts().getFirst().columns())
                    .extracting(ColumnCard::type)
                    .containsExactly(
                            ColumnType.TEXT, ColumnType.TEXT, ColumnType.FLOAT64, ColumnType.TEXT, ColumnType.INT64);
        }
        assertThat(reading(text.toString(), "comma")).contains("has a decimal comma");
        assertThat(reading(text.toString(), "few")).contains("row 52").contains("'many' is not a number");
    }

    @Test
    void namesTheFirstWrongValueOfSeveralInRowOrder() {
        Path file = Tables.write(folder, "x.csv", "a,b,c\n1.5,1.5,1.5\n1.5,bad,1.5\nworse,1.5,bad\n1.5,2.5,3.5\n");
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()));
                RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, "x", List.of("c", "a", "b"))) {
            assertThatThrownBy(batches::next).hasMessageStartingWith("x.csv, row 3 (the header is row 1), column b: 'bad'");
        }
    }

    @Test
    void namesTheRowOfALargeFileAndGivesAllMemoryBack() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(i == 150_000 || i == 199_999 ? ",x\n" : ",0.125\n");
        }
        Path file = Tables.write(folder, "x.csv.gz", Tables.gzip(text.toString()));
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()));
                RootAllocator allocator = new RootAllocator()) {
            try (Batches batches = dataset.read(allocator, "x", List.of("a", "b"))) {
                assertThatThrownBy(() -> {
                            while (batches.next()) {
                                assertThat(batches.root().getRowCount()).isPositive();
                            }
                        })
                        .hasMessage("x.csv.gz, row 150002 (the header is row 1), column b: 'x' is not a number, the first of"
                                + " 2 damaged rows in this file; correct it, or take the row out");
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
    }

    @Test
    void namesAnIntegerOfMoreThanSixtyFourBits() {
        assertThat(reading("id,x\n1,1\n9223372036854775808,2\n3,3\n", "id"))
                .isEqualTo("x.csv, row 3 (the header is row 1), column id: '9223372036854775808' does not fit a 64-bit "
                        + "number; shorten it, or write it with a decimal point if it need not be exact");
    }

    @Test
    void listsColumnsAndTheNearestWhenOneIsMissing() {
        assertThat(reading("Run,Event,pt1\n1,2,3\n", "ptt1"))
                .isEqualTo("x.csv, column ptt1: there is no such column among Run, Event, pt1; did you mean pt1? "
                        + "otherwise name the right one under 'columns' of the study's data");
        Path file = folder.resolve("x.csv");
        DataSource mapped = new DataSource(List.of(file.toString()), Map.of("E", "energy"), Map.of(), Map.of());
        assertThatThrownBy(() -> new TabularConnector().open(mapped))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("x.csv, column E, which the study maps to 'energy': there is no such column among "
                        + "Run, Event, pt1; ");
        DataSource unit = new DataSource(List.of(file.toString()), Map.of(), Map.of("event", "1"), Map.of());
        assertThatThrownBy(() -> new TabularConnector().open(unit)).hasMessageContaining("did you mean Event?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\n1,2\\n3\\n4,5\\n|row 3 (the header is row 1): 1 field where the header has 2; ",
                "a,b\\n1,2\\n3,4,5\\n|row 3 (the header is row 1): 3 fields where the header has 2; correct the row; "
                        + "decimal commas need semicolons",
                "a,b\\n1\\n2,3,4\\n|row 2 (the header is row 1): 1 field where the header has 2, the first of 2 damaged rows in this file; ",
                "a,b\\n1,2\\n\\n3,4\\n5\\n6,7,8\\n|row 3 (the header is row 1): the row is blank, the first of 3 damaged rows in this file; ",
                "a,b\\n1,2\\n\\n3,4\\n|row 3 (the header is row 1): the row is blank; ",
                "a\\n1\\n\\n3\\n|row 3 (the header is row 1): the row is blank; ",
                "a,b\\n1,\"2\\n3,4\\n|row 2 (the header is row 1): a quote is opened and never closed; ",
                "a;b\\n1;2\\n3;4;\\n|row 3 (the header is row 1): 3 fields where the header has 2; correct the row or",
            })
    void namesARaggedRow(String content, String problem) {
        assertThat(opening(content.replace("\\n", "\n"))).startsWith("x.csv, " + problem);
    }

    @Test
    void namesARaggedRowFarIntoTheFile() {
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i == 77_777 ? "1,2\n" : i == 77_778 ? "1,2,3,4\n" : "1.5,2.5,3.5\n");
        }
        assertThat(opening(text.toString())).startsWith("x.csv, row 77779 (the header is row 1): 2 fields where");
    }

    @Test
    void namesABlankLineWhereverBlocksEnd() {
        String row = "1.5,2.5\n";
        for (int rows = Block.SIZE / row.length() - 2; rows < Block.SIZE / row.length() + 3; rows++) {
            String table = "a,b\n" + row.repeat(rows) + "\n" + row.repeat(5);
            assertThat(opening(table)).startsWith("x.csv, row " + (rows + 2) + " (the header is row 1): the row is blank");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the file is empty; ",
                "\\n\\n|the file is empty; ",
                "a,b\\n|there are no rows below the header; ",
                "a,b|there are no rows below the header; ",
                "a,b\\n\\n\\n|there are no rows below the header; ",
                "<!DOCTYPE html>\\n<p>a,b|this is not a table but an HTML or XML page, perhaps the error page of a server; ",
                "{\"a\": [1, 2]}|this is not a table but a JSON document; ",
                "[1, 2]|this is not a table but a JSON document; ",
                "root\\u0000\\u0000|this is not a table but a ROOT file; ",
                "SIMPLE  = T|this is not a table but a FITS file; ",
                "a,b\\u0000\\n1,2|this is not a table but a binary file; ",
                "a,b\\r1,2\\r|header: a column name holds control characters, or lines end with carriage returns alone; ",
                "a,b,a\\n1,2,3\\n|header: two columns are called 'a'; give every column its own name",
                "1.5,2.5\\n3.5,4.5\\n|row 1: the first line holds numbers where column names must be; "
            })
    void refusesWhatIsNoTable(String content, String problem) {
        String text = content.replace("\\n", "\n").replace("\\r", "\r").replace("\\u0000", "\0");
        String separator = problem.startsWith("header") || problem.startsWith("row") ? ", " : ": ";
        assertThat(opening(text)).startsWith("x.csv" + separator + problem);
    }

    @Test
    void columnsMayBeCalledAsOtherFilesBegin() throws Exception {
        for (String name : List.of("rootMeanSquare", "PAR1", "ARROW1")) {
            Path file = Tables.write(folder, name + ".csv", name + ",b\n1,2\n");
            try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()))) {
                assertThat(dataset.card().parts().getFirst().columns().getFirst().name()).isEqualTo(name);
            }
        }
    }

    @Test
    void refusesBinaryAndUtf16() {
        assertThat(opening("x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)))
                .hasMessageStartingWith("x.csv: this is not a table but text in UTF-16; ");
        assertThat(opening("x.csv", new byte[] {(byte) 0xE9, ',', 'b', '\n', '1', ',', '2'}))
                .hasMessageStartingWith("x.csv, header: the column names are not UTF-8 text; ");
        assertThat(opening("x.csv.gz", Tables.gzip(new byte[5000]))).hasMessageContaining("a binary file");
        assertThat(opening("x.csv.gz", Tables.gzip(""))).hasMessageStartingWith("x.csv.gz: the file is empty; ");
    }

    @Test
    void refusesBrokenGzip() {
        byte[] whole = Tables.gzip("a,b\n" + "1.25,2.5\n".repeat(100_000));
        assertThat(opening("x.csv.gz", Arrays.copyOf(whole, whole.length / 2)))
                .hasMessage("x.csv.gz: the gzip file ends in the middle of its data; it was cut off; get it again");
        byte[] longer = Arrays.copyOf(whole, whole.length + 3);
        longer[whole.length] = 'x';
        assertThat(opening("x.csv.gz", longer)).hasMessageContaining("bytes that are not gzip follow");
    }

    @Test
    void saysThatAFileChanged() throws Exception {
        Path file = Tables.write(folder, "x.csv", "a,b\n1,2\n3,4\n");
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()))) {
            Files.writeString(file, "a,b\n1,2\n3,4\n5,6\n");
            assertThatThrownBy(() -> Tables.column(dataset, "x", "a"))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("x.csv: the file changed after it was opened; ");
        }
    }

    @Test
    void saysHowManyRowsAPartMayHave() {
        byte[] table = ("a,b\n" + "1,2\n".repeat(1001)).getBytes(StandardCharsets.UTF_8);
        assertThat(TableScan.MOST_ROWS).isEqualTo(2_147_483_647L);
        BlockReader exact = BlockReader.digesting(new ByteArrayInputStream(table), "x.csv");
        assertThat(TableScan.of(exact, "x.csv", new TableScan.Limits(1001)).keptRows()).isEqualTo(1001);
        BlockReader tooLong = BlockReader.digesting(new ByteArrayInputStream(table), "x.csv");
        assertThatThrownBy(() -> TableScan.of(tooLong, "x.csv", new TableScan.Limits(1000)))
                .isInstanceOf(DataException.class)
                .hasMessage("x.csv: there are more than 1000 rows, the most that one part may have; split the file into "
                        + "several, which are read as parts of one dataset");
    }

    @Test
    void stopsAnEndlessTableAtTheLimit() {
        BlockReader endless = BlockReader.digesting(new EndlessTable(), "x.csv");
        assertThatThrownBy(() -> TableScan.of(endless, "x.csv", new TableScan.Limits(1_000_000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 1000000 rows");
    }

    @Test
    void stopsARowThatNeverEnds() {
        String endless = "a,b\n\"" + "x".repeat(BlockReader.LONGEST_RECORD + Block.SIZE);
        assertThat(opening(endless)).startsWith("x.csv: a row is longer than 64 MiB; ");
    }

    @ParameterizedTest
    @CsvSource({
        "nothing.csv, there is no such file",
        "file:nothing/*.csv.gz, no file matches; looked for",
        "file:*.tsv, no file matches; looked for",
        "file:sub, this is a folder"
    })
    void saysWhatIsNotThere(String uri, String problem) throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        NovumException thrown = catchThrowableOfType(
                NovumException.class, () -> new TabularConnector(folder).open(DataSource.of(uri)));
        assertThat(thrown.exitCode()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(thrown).hasMessageStartingWith(uri + ": " + problem);
    }

    @Test
    void saysWhichPartsThereAre() {
        Path file = Tables.write(folder, "x.csv", "a,b\n1,2\n");
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()));
                RootAllocator allocator = new RootAllocator()) {
            assertThatThrownBy(() -> dataset.read(allocator, "y", List.of("a"))).isInstanceOf(NovumException.class);
            assertThatThrownBy(() -> dataset.read(allocator, "x", List.of())).isInstanceOf(DataException.class);
        }
    }
}
