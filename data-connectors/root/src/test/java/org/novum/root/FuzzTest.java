package org.novum.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.root.ntuple.WrittenNtuple;
import org.novum.root.written.Out;
import org.novum.root.written.Packing;
import org.novum.root.written.WrittenBranch;
import org.novum.root.written.WrittenBranch.Leaf;
import org.novum.root.written.WrittenFile;

/**
 * Damaged files end in an exception of ours, soon and without much memory, whatever the damage is.
 *
 * <p>Inputs are small files of every compression, in which a few bytes were changed, taken out, doubled, or replaced by
 * numbers that parsers fear. A failure names the seed of its input.
 */
class FuzzTest {
    private static final long SLOWEST = 5_000_000_000L;
    private static final long MOST_MEMORY = 1L << 30;
    private static final int[] FEARED = {0, 1, -1, 127, 128, 255, 0x7fff_ffff, 0x8000_0000, 0x4000_0000, 0x1000_0000};

    @TempDir
    private Path folder;

    @Test
    void someThousandInputs() throws IOException {
        run(3_000, 0);
    }

    @Test
    @Tag("slow")
    void aMillionInputs() throws IOException {
        run(1_000_000, 1);
    }

    private void run(int inputs, long stream) throws IOException {
        List<byte[]> seeds = seeds();
        for (byte[] seed : seeds) {
            assertThat(isRead(seed, -1)).as("what is not damaged is read").isTrue();
        }
        int read = 0;
        for (int i = 0; i < inputs; i++) {
            long seed = stream << 32 | i;
            byte[] input = mutated(seeds.get(i % seeds.size()), new SplittableRandom(seed));
            long start = System.nanoTime();
            if (isRead(input, seed)) {
                read++;
            }
            assertThat(System.nanoTime() - start).as("nanoseconds for input " + seed).isLessThan(SLOWEST);
        }
        assertThat(read).as("inputs whose damage does no harm").isBetween(inputs / 100, inputs * 9 / 10);
    }

    /** Opens an input and reads all of it; false if it is refused as it should be. */
    private boolean isRead(byte[] input, long seed) throws IOException {
        Path file = Files.write(folder.resolve("input.root"), input);
        try (RootAllocator allocator = new RootAllocator(MOST_MEMORY)) {
            try (Dataset dataset = new RootConnector().open(DataSource.of("file:" + file))) {
                for (DataPart part : dataset.card().parts()) {
                    for (ColumnCard column : part.columns()) {
                        drain(dataset, part.name(), column.name(), allocator);
                    }
                }
                return true;
            }
        } catch (NovumException _) {
            return false;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return fail("input " + seed + " ended in " + e, e);
        }
    }

    private static void drain(Dataset dataset, String part, String column, RootAllocator allocator) {
        try (Batches batches = dataset.read(allocator, part, List.of(column))) {
            while (batches.next()) {
                assertThat(batches.root().getRowCount()).isPositive();
            }
        }
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        List<List<Double>> lists = IntStream.range(0, 60)
                .mapToObj(i -> IntStream.range(0, i % 4).mapToObj(each -> each + i / 8.0).toList())
                .toList();
        List<Long> counts = lists.stream().map(list -> (long) list.size()).toList();
        List<String> texts = counts.stream().map(count -> "text ".repeat(count.intValue())).toList();
        for (Packing packing : Packing.values()) {
            seeds.add(new WrittenFile(packing, 25)
                    .tree(
                            "deep/events",
                            WrittenBranch.plain("n", "TLeafI", false, Out::int32, counts),
                            WrittenBranch.jagged("jet", new Leaf("TLeafD", "jet", 1, false, "n"), Out::real64, lists),
                            WrittenBranch.jagged("loose", new Leaf("TLeafD", "loose", 1, false, "n"), Out::real64, lists)
                                    .unplaced(),
                            WrittenBranch.vector("vector", "float", Out::real32, lists),
                            WrittenBranch.texts("text", texts))
                    .bytes());
            seeds.add(WrittenNtuple.sample(packing, WrittenNtuple.Checks.WRITTEN));
            seeds.add(WrittenNtuple.sample(packing, WrittenNtuple.Checks.LEFT_OUT));
        }
        return seeds;
    }

    private static byte[] mutated(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> put(bytes, at, FEARED[random.nextInt(FEARED.length)]);
                case 3 -> put(bytes, at, bytes.length - random.nextInt(200));
                case 4 -> {
                    int from = random.nextInt(bytes.length);
                    int count = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, count);
                }
                default -> {
                    if (random.nextInt(10) == 0) {
                        bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                    } else {
                        put(bytes, at, random.nextInt());
                    }
                }
            }
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> 8 * (3 - i));
        }
    }
}
