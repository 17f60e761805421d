package org.novum.runtime.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.runtime.agent.Workers;
import org.novum.tabular.TabularConnector;

/** Which edits of a file are seen through, and which files are left apart. */
class SketchingTest {
    private static final String HEADER = "event,E1,px1,py1,pz1,charge";
    private static final List<String> SAMPLE = rows(1, 5000);

    @TempDir
    private Path folder;

    /** Momenta with six digits after the point; the events of every sample are numbered from 1. */
    private static List<String> rows(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.rangeClosed(1, count)
                .mapToObj(event -> String.format(
                        Locale.ROOT,
                        "%d,%.6f,%.6f,%.6f,%.6f,%d",
                        event,
                        5 + 20 * random.nextDouble(),
                        10 * random.nextGaussian(),
                        10 * random.nextGaussian(),
                        30 * random.nextGaussian(),
                        random.nextBoolean() ? 1 : -1))
                .toList();
    }

    private static String table(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private ContentSketch sketch(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        DataSource source = new DataSource(List.of("file:" + file), Map.of(), Map.of(), Map.of());
        try (RootAllocator allocator = new RootAllocator();
                Workers workers = new Workers(2, allocator, _ -> {});
                Dataset dataset = new TabularConnector().open(source)) {
            Contents contents = workers.lend("content", context -> Sketching.of(dataset, context));
            return contents.sketches().firstEntry().getValue();
        }
    }

    private ContentSketch sketch(String table) throws IOException {
        return sketch("table.csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private ContentSketch original() throws IOException {
        return sketch(table(HEADER, SAMPLE));
    }

    @Test
    void orderOfRowsAndCompressionLeaveTheSketchAsItIs() throws IOException {
        List<String> shuffled = new ArrayList<>(SAMPLE);
        Collections.shuffle(shuffled, new Random(7));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write((table(HEADER, shuffled) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(sketch("again.csv.gz", compressed.toByteArray())).isEqualTo(original());
        assertThat(original().values()).hasSize(ContentSketch.SIZE).isSorted();
    }

    /** Numbers of rows and whole spectra do not say what a row is; places on the sky do. */
    @Test
    void placesInFilesAndListsAreNoContent() {
        InMemoryTable places =
                InMemoryTable.named("a").reals("ra", Unit.of("deg"), 1.25, 2.5).reals("dec", Unit.of("deg"), -3.5, 4.75);
        InMemoryTable spectra = places.with(new InMemoryColumn.Values("index", ColumnType.INT32, Unit.ONE, List.of(0, 1)))
                .with(new InMemoryColumn.Values(
                        "flux", ColumnType.FLOAT64_LIST, Unit.ONE, List.of(List.of(1.5, 2.5), List.of())));
        assertThat(sketch(spectra).values()).hasSize(2);
        assertThat(sketch(spectra)).isEqualTo(sketch(places));
        assertThat(sketch(spectra.without("ra").without("dec")).values()).isEmpty();
    }

    /** The same table from a file that has narrow whole numbers. */
    @Test
    void widthOfWholeNumbersDoesNotMatter() {
        InMemoryTable wide = InMemoryTable.named("a").wholes("run", Unit.ONE, 3, 4, 5).wholes("hits", Unit.ONE, 10, 20, 30);
        InMemoryTable narrow = InMemoryTable.named("a")
                .with(new InMemoryColumn.Values("run", ColumnType.INT32, Unit.ONE, List.of(3, 4, 5)))
                .wholes("hits", Unit.ONE, 10, 20, 30);
        assertThat(sketch(narrow).values()).hasSize(3);
        assertThat(sketch(narrow)).isEqualTo(sketch(wide));
    }

    private static ContentSketch sketch(InMemoryTable table) {
        try (RootAllocator allocator = new RootAllocator();
                Workers workers = new Workers(2, allocator, _ -> {})) {
            return workers.lend("content", context -> Sketching.of(InMemoryDataset.of("a", table), context))
                    .sketches()
                    .firstEntry()
                    .getValue();
        }
    }

    @Test
    void orderNamesAndPrintingOfColumnsDoNotMatter() throws IOException {
        List<String> printed = SAMPLE.stream()
                .map(row -> row.split(","))
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s;%.9e;%.12f;%s;%s;%s0",
                        row[5],
                        Double.parseDouble(row[4]),
                        Double.parseDouble(row[1]),
                        row[0],
                        row[2],
                        row[3]))
                .toList();
        assertThat(sketch(table("q;z;energy;number;x;y", printed))).isEqualTo(original());
    }

    @Test
    void aFileOverlapsWithItsPartsAndItsExtensions() throws IOException {
        List<String> extended = new ArrayList<>(rows(2, 20_000));
        extended.addAll(SAMPLE);
        List<String> withMass = SAMPLE.stream().map(row -> row + "," + StrictMath.sqrt(row.hashCode() & 0xFFFF)).toList();
        List<String> withoutEnergy =
                SAMPLE.stream().map(row -> row.replaceFirst("^([^,]*),[^,]*,", "$1,")).toList();
        ContentSketch original = original();
        for (String table : List.of(
                table(HEADER, SAMPLE.subList(0, 300)),
                table(HEADER, SAMPLE.subList(1000, 5000)),
                table(HEADER, extended),
                table(HEADER + ",mass", withMass),
                table("event,px1,py1,pz1,charge", withoutEnergy))) {
            ContentSketch other = sketch(table);
            assertThat(other.overlaps(original)).as(table.substring(0, 60)).isEqualTo(original.overlaps(other));
            assertThat(other.overlaps(original)).as(table.substring(0, 60)).isTrue();
        }
    }

    @Test
    void otherDataAndAFewRowsInCommonAreNoOverlap() throws IOException {
        List<String> hardlyShared = new ArrayList<>(rows(3, 4900));
        hardlyShared.addAll(SAMPLE.subList(0, 100));
        assertThat(sketch(table(HEADER, rows(2, 5000))).overlaps(original())).isFalse();
        assertThat(sketch(table(HEADER, hardlyShared)).overlaps(original())).isFalse();
    }

    @Test
    void aDamagedColumnIsLeftOutRatherThanRefused() throws IOException {
        List<String> damaged = new ArrayList<>(SAMPLE);
        damaged.replaceAll(row -> row + ",0.5");
        damaged.set(17, damaged.get(17).replaceFirst("0\\.5$", "oops"));
        assertThat(sketch(table(HEADER + ",unused", damaged))).isEqualTo(original());
    }

    @Test
    void rowsWithFewNumbersAreComparedWhole() throws IOException {
        List<String> few = rows(4, 200).stream().map(row -> row.substring(0, row.indexOf(',', 8))).toList();
        List<String> others = rows(5, 200).stream().map(row -> row.substring(0, row.indexOf(',', 8))).toList();
        ContentSketch sketch = sketch(table("event,E", few));
        assertThat(sketch.values()).hasSize(200);
        assertThat(sketch.overlaps(sketch(table("event,E", few.subList(50, 150))))).isTrue();
        assertThat(sketch.overlaps(sketch(table("event,E", others)))).isFalse();
    }
}
