package org.novum.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.root.file.Compression;
import org.novum.root.written.Out;
import org.novum.root.written.Packing;
import org.novum.root.written.WrittenBranch;
import org.novum.root.written.WrittenFile;

/** Files that claim what cannot be: they are refused before room is made for it, and soon. */
@Timeout(60)
class HostileTest {
    private static final int ROWS = 1_234;

    @TempDir
    private Path folder;

    @Test
    void moreRowsThanThereCanBe() throws IOException {
        for (long rows : List.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32)) {
            ByteBuffer bytes = ByteBuffer.wrap(small());
            int at = 0;
            while (bytes.getLong(at) != ROWS) { // the first of its kind is the tree's number of rows
                at++;
            }
            assertThat(new String(bytes.array(), at - 7, 6, java.nio.charset.StandardCharsets.US_ASCII)).contains("events");
            bytes.putLong(at, rows);
            assertRefused(bytes.array(), "rows");
        }
    }

    /** All branches say so too, and their baskets do not have them. */
    @Test
    void rowsThatNoBasketHas() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(small());
        for (int at = 0; at + 8 <= bytes.capacity(); at++) {
            if (bytes.getLong(at) == ROWS) {
                bytes.putLong(at, Integer.MAX_VALUE);
            }
        }
        assertRefused(bytes.array(), "branch x");
    }

    @Test
    void aDirectoryInsideItself() throws IOException {
        ByteBuffer marked = ByteBuffer.allocate(30).putShort((short) 5);
        marked.position(10).putInt(1).putInt(2).putInt(3).putInt(4).putInt(0x1234_5678);
        ByteBuffer bytes = ByteBuffer.wrap(
                new WrittenFile(Packing.NONE, 10).add("loop", "TDirectoryFile", 1, marked.array()).bytes());
        int top = 100 + bytes.getInt(28);
        int at = 0;
        while (bytes.getInt(at) != 0x1234_5678) {
            at++;
        }
        bytes.putInt(at, bytes.getInt(top + 26)).putInt(at - 16, bytes.getInt(top + 10));
        assertRefused(bytes.array(), "directory loop/");
    }

    @Test
    void blocksThatClaimMoreThanTheyHold() {
        byte[] zeros = Packing.ZSTD.pack(new byte[1 << 20]);
        assertThat(zeros.length).isLessThan(1000);
        assertThatThrownBy(() -> Compression.decompress(zeros, 1L << 40, "test"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1099511627776 bytes");
        assertThatThrownBy(() -> Compression.decompress(zeros, 1 << 28, "test"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("hold 1048576 of 268435456 bytes");
        byte[] inflated = zeros.clone();
        inflated[6] = inflated[7] = inflated[8] = (byte) 0xff; // the block claims 16 MiB, and holds one
        assertThatThrownBy(() -> Compression.decompress(inflated, (1 << 24) - 1, "test"))
                .isInstanceOf(DataException.class);
    }

    @Test
    void aCounterThatCountsLessThanNothing() throws IOException {
        List<List<Double>> lists = List.of(List.of(1.0, 2.0, 3.0), List.of());
        WrittenBranch jagged = WrittenBranch.jagged(
                "x", new WrittenBranch.Leaf("TLeafD", "x", 1, false, "n"), Out::real64, lists);
        WrittenBranch counter = WrittenBranch.plain("n", "TLeafI", false, Out::int32, List.of(3L, -2L));
        assertRefused(
                new WrittenFile(Packing.NONE, 10).tree("events", counter, jagged.unplaced()).bytes(), "n counts -2 in row 1");
    }

    private static byte[] small() {
        return new WrittenFile(Packing.NONE, 5_000)
                .tree("events", WrittenBranch.ints("x", Collections.nCopies(ROWS, 1)))
                .bytes();
    }

    private void assertRefused(byte[] bytes, String named) throws IOException {
        Path file = Files.write(folder.resolve("file.root"), bytes);
        assertThatThrownBy(() -> {
                    try (Dataset dataset = new RootConnector().open(DataSource.of("file:" + file))) {
                        TestRows.of(dataset, "x");
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageContaining(named);
    }
}
