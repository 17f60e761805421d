package org.novum.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.root.written.Packing;
import org.novum.root.written.WrittenBranch;
import org.novum.root.written.WrittenFile;

/** Which trees of a file are opened, and what of them is read. */
class TreeChoiceTest extends WrittenTrees {
    @Test
    void treesAreChosenByPathAndCycle() {
        WrittenFile file = new WrittenFile(Packing.ZLIB, 10)
                .tree("events", 1, WrittenBranch.ints("x", List.of(1)))
                .tree("events", 2, WrittenBranch.ints("x", List.of(2)))
                .tree("deep/runs", WrittenBranch.ints("x", List.of(3)));
        String uri = write(file);
        assertThatThrownBy(() -> new RootConnector().open(DataSource.of(uri)).close())
                .hasMessageContaining("several trees; there are events, deep/runs")
                .hasMessageContaining("file.root#events");
        assertThat(first(uri + "#events")).isEqualTo(2);
        assertThat(first(uri + "#events;1")).isEqualTo(1);
        assertThat(first(uri + "#deep/runs")).isEqualTo(3);
        assertThatThrownBy(() -> first(uri + "#other")).hasMessageContaining("there is no tree other");
    }

    @Test
    void twoTreesOfOneFileAreTwoParts() {
        String uri = write(new WrittenFile(Packing.ZLIB, 10)
                .tree("events", WrittenBranch.ints("x", List.of(2)))
                .tree("deep/runs", WrittenBranch.ints("x", List.of(3))));
        try (Dataset dataset = new RootConnector().open(DataSource.of(uri + "#events", uri + "#deep/runs"))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("file-deep-runs", "file-events");
        }
    }

    @Test
    void unitsComeFromTitles() {
        WrittenFile file = new WrittenFile(Packing.ZLIB, 10)
                .tree(
                        "events",
                        WrittenBranch.doubles("pt", List.of(1.0)).titled("transverse momentum [GeV]"),
                        WrittenBranch.doubles("x", List.of(1.0)).titled("x[cm]/D"));
        try (Dataset dataset = open(file)) {
            assertThat(dataset.card().parts().getFirst().columns())
                    .extracting(ColumnCard::unit)
                    .containsExactly(Unit.GEV, Unit.ONE);
        }
    }

    @Test
    void onlyTheBasketsOfTheColumnsAskedForAreRead() throws IOException {
        Path path = folder.resolve("file.root");
        byte[] bytes = new WrittenFile(Packing.NONE, 10)
                .tree("events", WrittenBranch.ints("x", List.of(1, 2)), WrittenBranch.texts("name", List.of("a", "b")))
                .bytes();
        int place = indexOf(bytes, new byte[] {1, 'a', 1, 'b'});
        bytes[place] = 100; // the text of a column that nobody asks for
        Files.write(path, bytes);
        try (Dataset dataset = new RootConnector().open(DataSource.of("file:" + path))) {
            assertThat(Rows.of(dataset, "file", List.of("x")).get("x")).isEqualTo(List.of(1, 2));
            assertThatThrownBy(() -> Rows.of(dataset, "file", List.of("name")))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("branch name")
                    .hasMessageContaining("text of row 0");
        }
    }

    @Test
    void aFileThatChangesIsNoticed() throws IOException {
        Path path = folder.resolve("file.root");
        String uri = write(new WrittenFile(Packing.NONE, 10).tree("events", WrittenBranch.ints("x", List.of(1, 2))));
        try (Dataset dataset = new RootConnector().open(DataSource.of(uri))) {
            Files.write(path, new byte[10]);
            assertThatThrownBy(() -> Rows.of(dataset, "file", List.of("x"))).hasMessageContaining("has changed");
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; ; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
    }

    private Object first(String uri) {
        try (Dataset dataset = new RootConnector().open(DataSource.of(uri))) {
            return Rows.of(dataset, "file", List.of("x")).get("x").getFirst();
        }
    }
}
