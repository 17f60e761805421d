package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.Batches;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Tables of many blocks against what was written, whatever the blocks' ends cut through. */
class ParallelReadTest {
    private static final int ROWS = 120_000;

    @TempDir
    private Path folder;

    private final List<Object> numbers = new ArrayList<>();
    private final List<Object> texts = new ArrayList<>();
    private final List<Object> integers = new ArrayList<>();

    private String table(long seed, String lineEnd, int quotedPercent) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("x,word,n").append(lineEnd);
        for (int row = 0; row < ROWS; row++) {
            double x = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(30));
            long n = random.nextLong() >> random.nextInt(64);
            boolean quoted = random.nextInt(100) < quotedPercent;
            String word = quoted ? "a,\"" + lineEnd + row : "w" + row;
            numbers.add(x);
            texts.add(word);
            integers.add(n);
            text.append(x).append(',');
            text.append(quoted ? '"' + word.replace("\"", "\"\"") + '"' : word);
            text.append(',').append(n).append(lineEnd);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"1, '\n', 0", "2, '\r\n', 0", "3, '\n', 30", "4, '\r\n', 1"})
    void readsWhatWasWritten(long seed, String lineEnd, int quotedPercent) {
        String table = table(seed, lineEnd, quotedPercent);
        Path plain = Tables.write(folder, "a.csv", table);
        Path compressed = Tables.write(folder, "b.csv.gz", Tables.gzip(table));
        for (Path file : List.of(plain, compressed)) {
            assertThat(Tables.column(file, "x")).isEqualTo(numbers);
            assertThat(Tables.column(file, "word")).isEqualTo(texts);
            assertThat(Tables.column(file, "n")).isEqualTo(integers);
        }
    }

    @Test
    void selectsTheSameRowsInEveryBlock() {
        Path file = Tables.write(folder, "a.csv", table(5, "\n", 10));
        String wanted = texts.get(ROWS - 3).toString();
        DataSource one = new DataSource(List.of(file.toString()), Map.of(), Map.of(), Map.of("word", wanted));
        assertThat(Tables.column(one, "x")).containsExactly(numbers.get(ROWS - 3));
    }

    @Test
    void cutsBatchesByTheBytesAlone() {
        String table = table(6, "\n", 0);
        Path plain = Tables.write(folder, "a.csv", table);
        Path compressed = Tables.write(folder, "b.csv.gz", Tables.gzip(table));
        List<Integer> batches = batchRows(plain);
        assertThat(batches).hasSizeGreaterThan(1).isEqualTo(batchRows(plain)).isEqualTo(batchRows(compressed));
        assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
    }

    private static List<Integer> batchRows(Path file) {
        List<Integer> rows = new ArrayList<>();
        try (Dataset dataset = new TabularConnector().open(DataSource.of(file.toString()));
                RootAllocator allocator = new RootAllocator()) {
            String part = dataset.card().parts().getFirst().name();
            try (Batches batches = dataset.read(allocator, part, List.of("x", "word", "n"))) {
                while (batches.next()) {
                    rows.add(batches.root().getRowCount());
                }
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
        return rows;
    }
}
