package org.novum.texttables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novum.texttables.Written.column;
import static org.novum.texttables.Written.file;
import static org.novum.texttables.Written.open;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

class FormatsTest {
    @TempDir
    private Path folder;

    @Test
    void ecsvHasTypesUnitsAndMissingValues() {
        try (Dataset dataset = open(file(folder, "lines.ecsv", Written.ENHANCED))) {
            assertThat(dataset.card().parts().getFirst().columns())
                    .containsExactly(
                            new ColumnCard("wave", ColumnType.FLOAT64, Unit.of("Angstrom")),
                            new ColumnCard("n", ColumnType.INT64, Unit.ONE),
                            new ColumnCard("half", ColumnType.FLOAT64, Unit.ONE),
                            new ColumnCard("ok", ColumnType.INT32, Unit.ONE),
                            new ColumnCard("label", ColumnType.TEXT, Unit.ONE),
                            new ColumnCard("list", ColumnType.FLOAT64_LIST, Unit.ONE),
                            new ColumnCard("box", ColumnType.INT64_LIST, Unit.ONE),
                            new ColumnCard("any", ColumnType.TEXT, Unit.ONE));
            assertThat(column(dataset, "wave")).containsExactly(1215.67, null, Double.NEGATIVE_INFINITY);
            assertThat(column(dataset, "n")).containsExactly(1L, null, 3L);
            assertThat(column(dataset, "half")).containsExactly((double) 0.1f, Double.POSITIVE_INFINITY, null);
            assertThat(column(dataset, "ok")).containsExactly(1, 0, null);
            assertThat(column(dataset, "label")).containsExactly("a \"b\", c", null, "µ");
            assertThat(column(dataset, "list")).containsExactly(List.of(1.5, Double.NaN), List.of(), null);
            assertThat(column(dataset, "box"))
                    .containsExactly(List.of(1L, 2L, 3L, 4L), List.of(5L, 6L, 7L, 8L), List.of(0L, 0L, 0L, -1L));
            assertThat(column(dataset, "any")).containsExactly("{\"a\": 1}", null, "[]");
        }
    }

    /** One that is declared under another ending is known by its first line. */
    @Test
    void ecsvIsKnownByItsFirstLine() {
        String text = "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a b, datatype: bool}\n# - {name: c, datatype: uint8}\n"
                + "\"a b\" c\n  True   3  \n# a remark\nFalse \"\"";
        try (Dataset dataset = open(file(folder, "lines.txt", text))) {
            assertThat(column(dataset, "a b")).containsExactly(1, 0);
            assertThat(column(dataset, "c")).containsExactly(3L, null);
        }
    }

    @Test
    void eachStructureOfAParameterFileIsAPart() {
        Path file = file(folder, "run.par", Written.PARAMETERS);
        try (Dataset dataset = open(file)) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("run-LINE", "run-other");
            assertThat(column(dataset, "run-LINE", "lambda")).containsExactly(1215.67, 6562.8);
            assertThat(column(dataset, "run-LINE", "name")).containsExactly("Ly alpha # 1", "");
            assertThat(column(dataset, "run-LINE", "weight"))
                    .containsExactly(List.of((double) 0.1f, Double.NaN), List.of(1.0, -2.0));
            assertThat(column(dataset, "run-LINE", "counts")).containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L, -6L));
            assertThat(column(dataset, "run-LINE", "quality")).containsExactly("GOOD", "BAD");
            assertThat(column(dataset, "run-other", "words")).containsExactly("{a \"b c\"}");
        }
        try (Dataset dataset = new TextTablesConnector().open(DataSource.of("file:" + file + "#other"))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("run");
            assertThat(column(dataset, "n")).containsExactly(7L);
        }
        assertThatThrownBy(() -> new TextTablesConnector().open(DataSource.of(file + "#none")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("run.par#none")
                .hasMessageContaining("LINE, other");
        assertThatThrownBy(() -> new TextTablesConnector().open(DataSource.of(file + "#other", file + "#LINE")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one by one");
    }

    @Test
    void summariesOfRegionsHaveThreeParts() {
        Path file = file(folder, "0306SRS.txt", Written.SUMMARY);
        try (Dataset dataset = open(file)) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("0306SRS-I", "0306SRS-IA", "0306SRS-II");
            assertThat(column(dataset, "0306SRS-I", "issued")).containsOnly("2015-03-06T00:30Z");
            assertThat(column(dataset, "0306SRS-I", "region")).containsExactly(2293L, 2295L);
            assertThat(column(dataset, "0306SRS-I", "location")).containsExactly("N05W53", "S08E03");
            assertThat(column(dataset, "0306SRS-I", "latitude")).containsExactly(5.0, -8.0);
            assertThat(column(dataset, "0306SRS-I", "longitude")).containsExactly(53.0, -3.0);
            assertThat(column(dataset, "0306SRS-I", "carrington_longitude")).containsExactly(342.0, 286.0);
            assertThat(column(dataset, "0306SRS-I", "area")).containsExactly(65.0, 10.0);
            assertThat(column(dataset, "0306SRS-I", "mcintosh")).containsExactly("Cao", "Bxo");
            assertThat(column(dataset, "0306SRS-I", "extent")).containsExactly(10.0, 2.0);
            assertThat(column(dataset, "0306SRS-I", "spots")).containsExactly(9L, 2L);
            assertThat(column(dataset, "0306SRS-I", "magnetic_type")).containsExactly("Beta", "Beta-Gamma");
            assertThat(column(dataset, "0306SRS-IA", "latitude")).containsExactly(0.0);
            assertThat(column(dataset, "0306SRS-II", "latitude")).containsExactly(-8.0);
            assertThat(dataset.card().part("0306SRS-II").column("longitude")).isEmpty();
            assertThat(dataset.card().part("0306SRS-I").column("area").orElseThrow().unit().symbol()).isEqualTo("uSH");
        }
        String quiet = Written.SUMMARY.replaceAll("(?m)^22[0-9]{2} .*$", "None");
        file(folder, "0307SRS.txt", quiet);
        try (Dataset dataset = new TextTablesConnector().open(DataSource.of(folder + "/*SRS.txt#I"))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("0306SRS", "0307SRS");
            assertThat(dataset.card().parts()).extracting(DataPart::rows).containsExactly(2L, 0L);
            assertThat(column(dataset, "0307SRS", "region")).isEmpty();
        }
    }

    @Test
    void aRowForEachParticleNumber() {
        try (Dataset dataset = open(file(folder, "particles.txt", Written.PARTICLES))) {
            assertThat(column(dataset, "id")).containsExactly(21L, 12L, 2112L, 2212L);
            assertThat(column(dataset, "mass")).containsExactly(0.0, null, 0.93957, 0.93957);
            assertThat(column(dataset, "mass_error_minus")).containsExactly(-0.0, null, -5e-9, -5e-9);
            assertThat(column(dataset, "width")).containsExactly(0.0, null, null, null);
            assertThat(column(dataset, "name")).containsExactly("g", "nu(e)", "N(x) y", "N(x) y");
            assertThat(column(dataset, "charge")).containsExactly("0", "0", "0", "+");
            assertThat(dataset.card().parts().getFirst().column("width_error_plus").orElseThrow().unit()).isEqualTo(Unit.GEV);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2.5 x\\n3 4 y            | col1 col2 col3
            # a b c\\n1 2.5 x\\n3 4 y  | a b c
            a b c\\n\\n1 2.5 x\\n3 4 y | a b c
            #a b c\\na b c\\n1 2.5 x   | a b c
            # by me\\n1 2.5 x          | col1 col2 col3
            # 1 2 3\\n1 2.5 x          | col1 col2 col3
            # a b c\\n# d e f\\n1 2 x  | d e f
            # a b c\\nx y z\\nu v w\\n1 2 3\\n4 5 6\\n7 8 9\\n4 5 6 | a b c
            # a a c\\n1 2.5 x          | col1 col2 col3
            \uFEFFa b c\\n1 2.5 x      | a b c
            """)
    void namesOfColumns(String text, String names) {
        try (Dataset dataset = open(file(folder, "table.dat", text.replace("\\n", "\r\n")))) {
            assertThat(dataset.card().parts().getFirst().columns()).extracting(ColumnCard::name).containsExactly(names.split(" "));
        }
    }

    /** A field cannot be left empty between blanks. */
    @Test
    void wordsForMissingNumbersAreMissing() {
        try (Dataset dataset = open(file(folder, "table.txt", "1 NaN 007 NaN a\n--- 2.5 008 NA b\nN/A nan 009 null NaN\n"))) {
            assertThat(dataset.card().parts().getFirst().columns())
                    .extracting(ColumnCard::type)
                    .containsExactly(ColumnType.INT64, ColumnType.FLOAT64, ColumnType.INT64, ColumnType.FLOAT64, ColumnType.TEXT);
            assertThat(column(dataset, "col1")).containsExactly(1L, null, null);
            assertThat(column(dataset, "col2")).containsExactly(null, 2.5, null);
            assertThat(column(dataset, "col3")).containsExactly(7L, 8L, 9L);
            assertThat(column(dataset, "col4")).containsOnlyNulls();
            assertThat(column(dataset, "col5")).containsExactly("a", "b", "NaN");
            try (RootAllocator allocator = new RootAllocator();
                    Batches written = dataset.asWritten(allocator, "table", "col3").orElseThrow()) {
                assertThat(Written.values(written)).containsExactly("007", "008", "009");
            }
        }
    }

    @Test
    void aValueThatNobodyReadsDoesNoHarm() {
        try (Dataset dataset = open(file(folder, "table.txt", "1 1\n2 inf\n3 3\n"))) {
            assertThat(column(dataset, "col1")).containsExactly(1L, 2L, 3L);
            assertThatThrownBy(() -> column(dataset, "col2")).hasMessageContaining("line 2, column col2");
        }
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        Path file = file(folder, "table.txt", "1 caf\u00e9\n2 b\n".getBytes(StandardCharsets.ISO_8859_1));
        try (Dataset dataset = open(file)) {
            assertThatThrownBy(() -> column(dataset, "col2")).hasMessageContaining("line 1, column col2").hasMessageContaining("UTF-8");
        }
    }

    @Test
    void rowsAreSelectedByEqualNumbersAndTexts() {
        Path file = file(folder, "table.txt", "1.0 a 1\n1 b 2\n2 a 3\n");
        try (Dataset dataset = new TextTablesConnector()
                .open(new DataSource(List.of(file.toString()), Map.of("x", "col1"), Map.of("x", "GeV"), Map.of("x", "1", "col2", "b")))) {
            assertThat(column(dataset, "col3")).containsExactly(2L);
            assertThat(dataset.card().parts().getFirst().column("x").orElseThrow().unit()).isEqualTo(Unit.GEV);
        }
        assertThatThrownBy(() -> new TextTablesConnector()
                        .open(new DataSource(List.of(file.toString()), Map.of(), Map.of(), Map.of("col1", "9"))))
                .hasMessageContaining("keeps no row");
    }

    /** Lone quotes are letters, and a line of them is looked through once. */
    @Test
    @Timeout(60)
    void loneQuotes() {
        try (Dataset dataset = open(file(folder, "table.txt", "1 \"a b\" \"c\n2 5' d\"\n"))) {
            assertThat(column(dataset, "col2")).containsExactly("a b", "5'");
            assertThat(column(dataset, "col3")).containsExactly("\"c", "d\"");
        }
        String line = "\"a ".repeat(500_000);
        assertThatThrownBy(() -> open(file(folder, "long.txt", line + "\n" + line))).hasMessageContaining("long.txt, line 1: there are more than");
    }

    /** No room is made for millions of columns. */
    @Test
    void linesOfMillionsOfFields() {
        String many = "1 ".repeat(70_000) + "\n";
        String row = "nan,,inf,False,,[],\"[[5,6],[7,8]]\",\n";
        assertThatThrownBy(() -> open(file(folder, "many.txt", many))).hasMessageContaining("many.txt, line 1: there are more than");
        assertThatThrownBy(() -> open(file(folder, "many.ecsv", Written.ENHANCED.replace(row, many.replace(' ', ',')))))
                .hasMessageContaining("there are more than 65536 fields");
        assertThatThrownBy(() -> open(file(folder, "many.par", Written.PARAMETERS + "LINE " + many)))
                .hasMessageContaining("many.par, line 19: there are more than");
    }

    /** A text without end is not read on. */
    @Test
    void aFileIsRefusedThatGrowsBeyondTheBound() {
        byte[] digits = new byte[TextFile.MOST / 4 * 5];
        Arrays.fill(digits, (byte) '1');
        byte[] bomb = Written.gzip(digits);
        assertThat(bomb.length).isLessThan(digits.length / 500);
        assertThatThrownBy(() -> open(file(folder, "bomb.txt.gz", bomb)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bomb.txt.gz")
                .hasMessageContaining("64 MiB");
    }
}
