package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationResult;

class VotableWriterTest {
    private static final OperationResult.Table TABLE = new OperationResult.Table(
            List.of(
                    new ColumnCard("file", ColumnType.TEXT, Unit.ONE),
                    new ColumnCard("z", ColumnType.FLOAT64, Unit.ONE),
                    new ColumnCard("velocity", ColumnType.FLOAT64, Unit.of("km/s")),
                    new ColumnCard("zwarning", ColumnType.INT64, Unit.ONE)),
            List.of(
                    Arrays.asList("a<b&\"c\".fits", 0.1, 1 / 3.0, 4L),
                    Arrays.asList("b.fits", null, -1e-200, null)));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Path file = folder.resolve("z.vot");
        Files.write(file, VotableWriter.write("z", TABLE));
        try (Dataset dataset = new VotableConnector().open(DataSource.of("file:" + file))) {
            assertThat(dataset.card().parts().getFirst().columns()).isEqualTo(TABLE.columns());
            assertThat(Rows.of(dataset, "file")).containsExactly("a<b&\"c\".fits", "b.fits");
            assertThat(Rows.of(dataset, "velocity")).containsExactly(1 / 3.0, -1e-200);
            assertThat(Rows.of(dataset, "zwarning")).containsExactly(4L, null);
            assertThat(Rows.of(dataset, "z").getFirst()).isEqualTo(0.1);
        }
    }

    /** Documents of one name in two folders keep their rows apart. */
    @Test
    void namesakesAreParts() throws IOException {
        List<String> uris = new ArrayList<>();
        for (String value : List.of("1", "2")) {
            String field = "<FIELD name=\"n\" datatype=\"int\"/>";
            Path file = Files.createDirectory(folder.resolve(value)).resolve("a.vot");
            uris.add("file:" + Files.writeString(file, Documents.document(Documents.table(List.of(field), List.of(List.of(value))))));
        }
        try (Dataset dataset = new VotableConnector().open(new DataSource(uris, Map.of(), Map.of(), Map.of()));
                RootAllocator allocator = new RootAllocator()) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("a", "a-2");
            for (DataPart part : dataset.card().parts()) {
                try (Batches batches = dataset.read(allocator, part.name(), List.of("n"))) {
                    assertThat(batches.next()).isTrue();
                    assertThat(batches.root().getVector(0).getObject(0)).hasToString(part.name().equals("a") ? "1" : "2");
                }
            }
        }
    }

    @Test
    void theSameTableGivesTheSameBytes() {
        assertThat(VotableWriter.write("z", TABLE)).isEqualTo(VotableWriter.write("z", TABLE));
        assertThat(new String(VotableWriter.write("z", TABLE), StandardCharsets.UTF_8))
                .contains("version=\"1.4\"")
                .contains("unit=\"km/s\"");
    }
}
