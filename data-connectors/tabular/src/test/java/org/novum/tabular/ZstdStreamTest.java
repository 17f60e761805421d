package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novum.api.data.DataException;

class ZstdStreamTest {
    private static final byte[] CONTENT = IntStream.range(0, 20_000)
            .mapToObj(row -> row + "," + row * 7 % 1000)
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] PACKED = Tables.zstd(CONTENT);

    private static byte[] read(byte[] packed) throws IOException {
        try (InputStream in = SourceBytes.decompressed(new ByteArrayInputStream(packed), "table.csv.zst")) {
            return in.readAllBytes();
        }
    }

    @Test
    void givesTheContent() throws IOException {
        assertThat(read(PACKED)).isEqualTo(CONTENT);
    }

    @Test
    void severalFramesAreOneFile() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(PACKED);
        two.write(PACKED);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write(CONTENT);
        expected.write(CONTENT);
        assertThat(read(two.toByteArray())).isEqualTo(expected.toByteArray());
    }

    @Test
    void whatIsCutOffIsRefused() {
        for (int length = 4; length < PACKED.length; length += 97) {
            byte[] cut = Arrays.copyOf(PACKED, length);
            assertThat(outcome(cut)).as("cut at " + length).isEqualTo("refused");
        }
    }

    /** The frame's checksum finds what the decoder does not. */
    @Test
    void whatIsDamagedIsNeverTakenForTheContent() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] damaged = PACKED.clone();
            damaged[4 + random.nextInt(PACKED.length - 4)] ^= (byte) (1 << random.nextInt(8));
            assertThat(outcome(damaged)).as("trial " + trial).isIn("refused", "the same");
        }
    }

    private static String outcome(byte[] packed) {
        try {
            return Arrays.equals(read(packed), CONTENT) ? "the same" : "other content";
        } catch (DataException _) {
            return "refused";
        } catch (IOException e) {
            return "an exception that is not ours: " + e;
        }
    }
}
