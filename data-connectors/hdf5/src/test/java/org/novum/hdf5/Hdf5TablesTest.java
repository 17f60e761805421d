package org.novum.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;

/** Files with groups, lists and narrow types. */
class Hdf5TablesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("run.h5");
        try (WritableHdfFile writing = HdfFile.write(file)) {
            WritableGroup events = writing.putGroup("events");
            events.putDataset("charge", new byte[] {1, -1, 1});
            events.putDataset("energy", new float[] {0.5f, 1.5f, 2.5f}).putAttribute("units", "GeV");
            events.putDataset("hits", new double[][] {{1, 2}, {3, 4}, {5, 6}});
            events.putDataset("image", new int[3][4][5]);
            WritableGroup calibration = writing.putGroup("calibration");
            calibration.putDataset("gain", new double[] {1.1, 1.2});
            WritableGroup odd = writing.putGroup("odd");
            odd.putDataset("a", new int[] {1});
            odd.putDataset("b", new int[] {1, 2});
        }
    }

    @Test
    void choosesAGroup() {
        try (Dataset dataset = new Hdf5Connector().open(DataSource.of(file + "#/events"))) {
            DataPart part = dataset.card().parts().getFirst();
            assertThat(part.columns()).extracting(ColumnCard::name).containsExactly("charge", "energy", "hits");
            assertThat(part.columns())
                    .extracting(ColumnCard::type)
                    .containsExactly(ColumnType.INT32, ColumnType.FLOAT64, ColumnType.FLOAT64_LIST);
            assertThat(part.columns().get(1).unit()).isEqualTo(Unit.GEV);
            List<String> rows = new ArrayList<>();
            try (BufferAllocator allocator = new RootAllocator();
                    Batches batches = dataset.read(allocator, "run", List.of("hits", "charge"))) {
                while (batches.next()) {
                    rows.add(batches.root().contentToTSVString());
                }
            }
            assertThat(rows).containsExactly("hits\tcharge\n[1.0,2.0]\t1\n[3.0,4.0]\t-1\n[5.0,6.0]\t1\n");
        }
        try (Dataset dataset = new Hdf5Connector().open(DataSource.of(file + "#calibration"))) {
            assertThat(dataset.card().rows()).isEqualTo(2);
        }
        try (Dataset both = new Hdf5Connector().open(DataSource.of(file + "#/events", file + "#calibration"))) {
            assertThat(both.card().parts())
                    .extracting(part -> part.name() + " " + part.uri() + " " + part.rows())
                    .containsExactly(
                            "run-calibration file:" + file + "#calibration 2", "run-events file:" + file + "#/events 3");
        }
    }

    @Test
    void namesTheTablesThereAre() {
        assertThatThrownBy(() -> new Hdf5Connector().open(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("2 tables")
                .hasMessageContaining("/events")
                .hasMessageContaining("/calibration");
        assertThatThrownBy(() -> new Hdf5Connector().open(DataSource.of(file + "#/none"))).hasMessageContaining("no such group");
        assertThatThrownBy(() -> new Hdf5Connector().open(DataSource.of(file + "#/odd"))).hasMessageContaining("is no table");
    }
}
