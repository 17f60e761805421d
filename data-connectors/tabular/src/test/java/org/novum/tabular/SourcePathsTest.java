package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

class SourcePathsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void files() {
        Stream.of("a.csv", "b.csv.gz", "2011/4mu.csv", "2012/4mu.csv", "2012/deep/x.csv", "with space.csv", "o[dd].csv")
                .forEach(name -> Tables.write(folder, name, "k\n1\n"));
        Stream.of(".hidden.csv", "._b.csv", "notes.txt", "2012/readme.md", ".git/c.csv")
                .forEach(name -> Tables.write(folder, name, "k\n1\n"));
    }

    private List<String> parts(String... uris) {
        try (Dataset dataset = new TabularConnector(folder).open(DataSource.of(uris))) {
            return dataset.card().parts().stream().map(DataPart::name).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv|a",
                "file:a.csv|a",
                "./a.csv|a",
                "file:*.csv|a with space o[dd]",
                "file:*|a b with space o[dd]",
                "file:*.csv.gz|b",
                "file:*/*.csv|2011-4mu 2012-4mu",
                "file:**/*.csv|a 2011-4mu 2012-4mu x with space o[dd]",
                "file:**|a b 2011-4mu 2012-4mu x with space o[dd]",
                "file:201[12]/4mu.csv|2011-4mu 2012-4mu",
                "file:{a,b}.csv*|a b",
                "file:2012/**/*.csv|4mu x",
                "file:with%20space.csv|with space",
                "file:with space.csv|with space",
                "file:o[dd].csv|o[dd]",
                "file:2011/../a.csv|a"
            })
    void expands(String uri, String names) {
        List<String> expected = Stream.of(names.replace("with space", "with_space").split(" "))
                .map(name -> name.replace('_', ' '))
                .toList();
        assertThat(parts(uri)).containsExactlyInAnyOrderElementsOf(expected).isSorted();
    }

    @Test
    void takesAbsolutePathsAndUris() {
        assertThat(parts(folder.resolve("a.csv").toString())).containsExactly("a");
        assertThat(parts(folder.resolve("a.csv").toUri().toString())).containsExactly("a");
        assertThat(parts("file:" + folder + "/*.csv.gz")).containsExactly("b");
    }

    @Test
    void takesAFileNamedTwiceOnce() {
        assertThat(parts("a.csv", "file:*.csv", folder.resolve("a.csv").toString()))
                .containsExactly("a", "o[dd]", "with space");
    }

    @Test
    void namesPartsApart() {
        Tables.write(folder, "x/2012/4mu.csv", "k\n1\n");
        Tables.write(folder, "2012/4mu.csv.gz", "k\n1\n");
        String name = folder.getFileName().toString();
        assertThat(parts("file:2012/4mu.csv", "x/2012/4mu.csv")).containsExactlyInAnyOrder(name + "-2012-4mu", "x-2012-4mu");
        assertThat(parts("file:2012/4mu.*", "a.csv"))
                .containsExactlyInAnyOrder("2012-4mu.csv", "2012-4mu.csv.gz", "a");
    }

    @Test
    void statesUrisAsTheyWereAskedFor() {
        try (Dataset dataset = new TabularConnector(folder).open(DataSource.of("file:2011/*.csv"))) {
            assertThat(dataset.card().parts().getFirst().uri()).isEqualTo("file:" + folder + "/2011/4mu.csv");
        }
    }
}
