package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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

    private void assertRefused(String name, byte[] bomb) {
        assertThat(bomb.length).isLessThan(GROWN / 500);
        Path file = Tables.write(folder, name, bomb);
        assertThatThrownBy(() -> new TabularConnector().open(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("longer than 64 MiB");
    }
}
