package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
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

    @Test
    void theSameTableGivesTheSameBytes() {
        assertThat(VotableWriter.write("z", TABLE)).isEqualTo(VotableWriter.write("z", TABLE));
        assertThat(new String(VotableWriter.write("z", TABLE), StandardCharsets.UTF_8))
                .contains("version=\"1.4\"")
                .contains("unit=\"km/s\"");
    }
}
