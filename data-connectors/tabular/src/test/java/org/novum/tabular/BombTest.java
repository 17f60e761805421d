package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;

/** Small files that grow without bounds when they are decompressed: no more than one row of them is ever in memory. */
@Timeout(300)
class BombTest {
    private static final int GROWN = BlockReader.LONGEST_RECORD / 4 * 5;

    @TempDir
    private Path folder;

    @Test
    void rowsWithoutEnd() {
        byte[] letters = new byte[GROWN];
        Arrays.fill(letters, (byte) 'a');
        assertRefused("bomb.csv.gz", Tables.gzip(letters));
        assertRefused("bomb.csv.zst", Tables.zstd(letters));
    }

    /** Frames that state such a size of their content (RFC 8878, 3.1.1.1.4), in one segment. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void framesOfAbsurdSize(long size) {
        byte[] frame = ByteBuffer.allocate(17)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xFD2FB528)
                .put((byte) 0xE0)
                .putLong(size)
                .put(new byte[] {1 | 1 << 3, 0, 0, 'a'})
                .array();
        Path file = Tables.write(folder, "frame.csv.zst", frame);
        assertThatThrownBy(() -> new TabularConnector().open(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("frame.csv.zst")
                .hasMessageContaining("broken zstd");
    }

    private void assertRefused(String name, byte[] bomb) {
        assertThat(bomb.length).isLessThan(GROWN / 500);
        Path file = Tables.write(folder, name, bomb);
        assertThatThrownBy(() -> new TabularConnector().open(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("longer than 64 MiB");
    }
}
