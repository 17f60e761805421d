package org.novum.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Lines of JSON, arrays of objects, and what is written in them. */
class JsonTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> rows(DataSource source) {
        try (Dataset dataset = new JsonConnector(folder, 100).open(source)) {
            return Rows.of(dataset);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[{\"a\": 1, \"b\": \"x\"},\n {\"a\": 2}]\n",
        " [ {\"a\": 1, \"b\": \"x\"}, {\"a\": 2} ]",
        "\uFEFF[{\"a\": 1, \"b\": \"x\"}, {\"a\": 2}]",
        "{\"a\": 1, \"b\": \"x\"}\n{\"a\": 2}\n",
        "{\n\"a\": 1,\n\"b\": \"x\"\n}\n{\"a\": 2}"
    })
    void arraysAndObjects(String text) throws IOException {
        Path file = write("rows.json", text);
        Files.write(folder.resolve("packed.json.gz"), Samples.gzip(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(rows(DataSource.of(file.toString()))).containsExactly("1|x", "2|null");
        assertThat(rows(DataSource.of(folder.resolve("packed.json.gz").toString()))).containsExactly("1|x", "2|null");
    }

    @Test
    void textStaysAsItIsWritten() throws IOException {
        Path file = write(
                "texts.jsonl",
                "{\"time\": \"2022-09-26T08:48:00Z\", \"day\": \"2024-02-29\", \"hour\": \"12:30\","
                        + " \"id\": \"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11\", \"code\": \"007\","
                        + " \"times\": [\"2024-01-01T00:00\"], \"deep\": {\"date\": \"2024-01-01T00:00\", \"n\": 12345678901234567890123}}\n");
        assertThat(rows(DataSource.of(file.toString())))
                .containsExactly("2022-09-26T08:48:00Z|2024-02-29|12:30|A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11|007|"
                        + "[\"2024-01-01T00:00\"]|{\"date\":\"2024-01-01T00:00\",\"n\":12345678901234567890123}");
    }

    @Test
    void textsAndNumbersSelectRows() throws IOException {
        Path file = write(
                "flares.json",
                "[{\"time\": \"2022-09-26T08:48:00Z\", \"n\": 1}, {\"time\": \"2022-09-26T08:49:00Z\", \"n\": 2},"
                        + " {\"time\": \"2022-09-26T08:49:00Z\", \"n\": 3}]");
        DataSource source = DataSource.of(file.toString());
        DataSource selected = new DataSource(
                source.uris(), Map.of(), Map.of(), Map.of("time", "2022-09-26T08:49:00Z", "n", "3.0"));
        assertThat(rows(selected)).containsExactly("2022-09-26T08:49:00Z|3");
    }

    @Test
    void namesThatDifferInCase() throws IOException {
        Path file = write("case.jsonl", "{\"a\": 1, \"a_1\": 3}\n{\"A\": 2}\n");
        assertThatThrownBy(() -> rows(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("case.jsonl")
                .hasMessageContaining("differ in case alone; rename one of them");
        Path good = write("numbered.jsonl", "{\"a\": 1, \"a_1\": 3}\n{\"a\": 2, \"a_1\": 4}\n");
        try (Dataset dataset = new JsonConnector(folder, 100).open(DataSource.of(good.toString()))) {
            assertThat(dataset.card().parts().getFirst().columns().stream().map(ColumnCard::name)).containsExactly("a", "a_1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "[{\"a\": 1}, ~ line 1: it is no JSON",
        "[{\"a\": 1},{\"a\" ~ line 1: it is no JSON",
        "[{\"a\": 1}] x ~ line 1: it is no JSON",
        "[{\"a\": 1}] [{\"a\": 2}] ~ line 1: here is something else than an object; give an array of objects",
        "[1, 2] ~ line 1: here is something else than an object",
        "\"x\" ~ line 1: here is something else than an object",
        "<html></html> ~ line 1: it is no JSON",
        "[] ~ it has no rows"
    })
    void whatIsNoTable(String text, String message) throws IOException {
        Path file = write("bad.json", text);
        assertThatThrownBy(() -> rows(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bad")
                .hasMessageContaining(message);
    }
}
