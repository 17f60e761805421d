package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Several tables of one document, each with columns of its own. */
class TableChoiceTest {
    @TempDir
    private Path folder;

    private String uri = "";

    @BeforeEach
    void write() throws IOException {
        String first = Documents.table(List.of("<FIELD name=\"x\" datatype=\"int\"/>"), List.of(List.of("1")));
        String second = Documents.table(List.of("<FIELD name=\"y\" datatype=\"int\"/>"), List.of(List.of("2"), List.of("3")));
        uri = store("two.vot", first.replace("<TABLE>", "<TABLE name=\"A\">") + second.replace("<TABLE>", "<TABLE ID=\"B 2\">"));
    }

    private String store(String name, String tables) throws IOException {
        return "file:" + Files.writeString(folder.resolve(name), Documents.document(tables));
    }

    private static Dataset open(String... uris) {
        VotableConnector connector = new VotableConnector();
        assertThat(uris).allMatch(connector::accepts);
        assertThat(connector.files(DataSource.of(uris))).hasValueSatisfying(files -> assertThat(files).allMatch(Files::isRegularFile));
        return connector.open(DataSource.of(uris));
    }

    private static List<String> columns(Dataset dataset) {
        return dataset.card().parts().stream().flatMap(part -> part.columns().stream()).map(ColumnCard::name).toList();
    }

    @Test
    void byNumberNameAndId() {
        for (String choice : List.of("#2", "#B 2")) {
            try (Dataset dataset = open(uri + choice)) {
                DataPart part = dataset.card().parts().getFirst();
                assertThat(part.name()).isEqualTo("two-2");
                assertThat(part.uri()).isEqualTo(uri + choice);
                assertThat(columns(dataset)).containsExactly("y");
                assertThat(Rows.of(dataset, "y")).containsExactly(2L, 3L);
            }
        }
        try (Dataset dataset = open(uri + "#B 2", uri + "#A")) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("two-1", "two-2");
        }
        try (Dataset dataset = open(uri)) {
            assertThat(columns(dataset)).containsExactly("x", "y");
        }
    }

    @Test
    void whatIsNotThereIsTold() {
        for (String choice : List.of("0", "3", "C", "99999999999")) {
            assertThatThrownBy(() -> open(uri + "#" + choice).close())
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("two.vot")
                    .hasMessageContaining("it has no table " + choice + "; the tables are 1 A, 2 B 2");
        }
    }

    @Test
    void aSpectrumCanBeReadAsATable() throws IOException {
        String spectrum = store("s.vot", Documents.spectrum("nm", "Jy", ""));
        try (Dataset dataset = open(spectrum + "#1")) {
            assertThat(columns(dataset)).containsExactly("w", "f", "e", "q");
            assertThat(dataset.card().parts().getFirst().name()).isEqualTo("s");
        }
    }

    @Test
    void namesOfFilesMayHaveTheMark() throws IOException {
        String odd = store("a#b.vot", Documents.table(List.of("<FIELD name=\"z\" datatype=\"int\"/>"), List.of(List.of("1"))));
        try (Dataset whole = open(odd); Dataset table = open(odd + "#1")) {
            assertThat(columns(whole)).containsExactly("z");
            assertThat(columns(table)).containsExactly("z");
        }
    }
}
