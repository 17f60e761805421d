package org.novum.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Kinds of datasets that the library does not write (kinds.py). */
class KindsTest {
    @TempDir
    private Path folder;

    private Path file;

    static byte[] kinds() {
        try (InputStream file = KindsTest.class.getResourceAsStream("kinds.h5")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void unpack() throws IOException {
        file = Files.write(folder.resolve("kinds.h5"), kinds());
    }

    private List<ColumnCard> columns(String group) {
        try (Dataset dataset = new Hdf5Connector().open(DataSource.of(file + "#" + group))) {
            return dataset.card().parts().getFirst().columns();
        }
    }

    /** In batches of two rows. */
    private List<String> read(String group, String column) {
        List<String> rows = new ArrayList<>();
        try (Dataset dataset = new Hdf5Connector(Path.of(""), 2).open(DataSource.of(file + "#" + group));
                BufferAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, dataset.card().parts().getFirst().name(), List.of(column))) {
            while (batches.next()) {
                FieldVector vector = batches.root().getVector(0);
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    rows.add(String.valueOf(vector.getObject(row)));
                }
            }
        }
        return rows;
    }

    @Test
    void listsOfAnyLength() {
        assertThat(columns("/lists")).extracting(ColumnCard::name).containsExactly("reals", "wholes");
        assertThat(columns("/lists"))
                .extracting(ColumnCard::type)
                .containsExactly(ColumnType.FLOAT64_LIST, ColumnType.INT64_LIST);
        assertThat(read("/lists", "reals"))
                .containsExactly("[]", "[0.0]", "[0.0,0.25]", "[0.0,0.25,0.5]", "[0.0,0.25,0.5,0.75]");
        assertThat(read("/lists", "wholes"))
                .contains("[4611686018427387904,4611686018427387905,4611686018427387906]", "[4611686018427387904]", "[]");
    }

    @Test
    void unsignedNumbersOf64Bits() {
        assertThat(columns("/unsigned"))
                .extracting(ColumnCard::type)
                .containsExactly(ColumnType.INT64, ColumnType.INT64, ColumnType.INT64_LIST);
        assertThat(read("/unsigned", "held")).containsExactly("0", "9007199254740993", "9223372036854775807");
        assertThatThrownBy(() -> read("/unsigned", "beyond"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("kinds.h5#/unsigned, row 2: column beyond has the number 9223372036854775809, "
                        + "which is above 2^63 - 1; write the dataset as float64, or as text where every digit counts, "
                        + "or leave the column out");
        assertThatThrownBy(() -> read("/unsigned", "pairs"))
                .hasMessageContaining("row 3: column pairs has the number 18446744073709551615,");
    }

    /** 0.5 n + 273, nothing where -32768 is stored. */
    @Test
    void packedNumbers() {
        assertThat(columns("/packed")).extracting(ColumnCard::name).containsExactly("count", "flux", "kelvin", "pairs");
        assertThat(columns("/packed"))
                .extracting(ColumnCard::type)
                .containsExactly(ColumnType.INT32, ColumnType.FLOAT64, ColumnType.FLOAT64, ColumnType.FLOAT64_LIST);
        assertThat(read("/packed", "kelvin")).containsExactly("273.0", "323.0", "null", "276.5");
        assertThat(read("/packed", "count")).containsExactly("1", "null", "3", "4");
        assertThat(read("/packed", "flux")).containsExactly("1.5", "null", "NaN", "-2.0");
        assertThat(read("/packed", "pairs")).containsExactly("[2.0,4.0]", "[6.0,\"NaN\"]", "[10.0,12.0]", "[\"NaN\",16.0]");
    }
}
