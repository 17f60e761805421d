package org.novum.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Files whose groups lead back to where they began. */
@Timeout(300)
class BombTest {
    private static final int LINKS = 6;

    @TempDir
    private Path folder;

    /** Six groups that are the root again make 6^16 ways to go down sixteen levels. */
    @Test
    void groupsWithinThemselves() throws IOException {
        Path file = folder.resolve("cycle.h5");
        try (var writing = HdfFile.write(file)) {
            writing.putDataset("x", new double[] {1, 2, 3});
            for (int i = 0; i < LINKS; i++) {
                WritableGroup group = writing.putGroup("loop" + i);
                group.putDataset("y", new int[] {1});
            }
        }
        long root;
        List<Long> groups = new ArrayList<>();
        try (HdfFile open = new HdfFile(file)) {
            root = open.getAddress();
            for (int i = 0; i < LINKS; i++) {
                groups.add(open.getByPath("/loop" + i).getAddress());
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int end = header(bytes, (int) root);
        int changed = 0;
        for (int at = (int) root; at + Long.BYTES <= end; at++) {
            if (groups.contains(bytes.getLong(at))) {
                bytes.putLong(at, root);
                changed++;
            }
        }
        assertThat(changed).isEqualTo(LINKS);
        bytes.putInt(end, ChecksumUtils.checksum(bytes.slice((int) root, end - (int) root)));
        Files.write(file, bytes.array());
        try (Dataset dataset = new Hdf5Connector().open(DataSource.of(file.toString()))) {
            assertThat(dataset.card().rows()).isEqualTo(3);
        }
    }

    /** Where the checksum of a header of version 2 is (HDF5 File Format Specification 3.0, IV.A.1.b). */
    private static int header(ByteBuffer bytes, int at) {
        assertThat(bytes.getInt(at)).isEqualTo(0x5244484f); // OHDR
        int flags = bytes.get(at + 5);
        int from = at + 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
        int width = 1 << (flags & 3);
        long size = 0;
        for (int i = 0; i < width; i++) {
            size |= (bytes.get(from + i) & 0xffL) << 8 * i;
        }
        return (int) (from + width + size);
    }

    /** Two gigabytes are not in a file of some hundred bytes, however often its end is read. */
    @Test
    void headersLongerThanTheirFile() throws IOException {
        byte[] content = FuzzTest.written(file -> file.putDataset("x", new double[] {1, 2, 3}));
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int changed = 0;
        for (int at = 0; at + 20 < content.length; at++) {
            if (bytes.getInt(at) == 0x5244484f) {
                bytes.put(at + 5, (byte) 2); // the length has four bytes, and no times are before it
                bytes.putInt(at + 6, Integer.MAX_VALUE - 64);
                changed++;
            }
        }
        assertThat(changed).isPositive();
        Path file = Files.write(folder.resolve("long.h5"), content);
        assertThatThrownBy(() -> new Hdf5Connector().open(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("long.h5");
    }

    @Test
    void nothingAtAll() throws IOException {
        Path file = Files.write(folder.resolve("zeros.h5"), new byte[1 << 20]);
        assertThatThrownBy(() -> new Hdf5Connector().open(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("zeros.h5");
    }

    /** Rows that were never written are made when they are read: millions of millions of them are no table. */
    @Test
    void rowsThatWereNeverWritten() throws IOException {
        byte[] whole = OldestLayoutTest.earliest();
        List<String> refusals = new ArrayList<>();
        for (int at = 0; at + Long.BYTES <= whole.length; at += 8) {
            ByteBuffer bytes = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.getLong(at) == 40) {
                bytes.putLong(at, 1L << 40);
                Path file = Files.write(folder.resolve("rows.h5"), bytes.array());
                try (Dataset dataset = new Hdf5Connector().open(DataSource.of(file + "#/group/events"))) {
                    assertThat(dataset.card().rows()).isEqualTo(40);
                } catch (DataException e) {
                    refusals.add(e.getMessage());
                }
            }
        }
        assertThat(refusals).anyMatch(line -> line.matches(".*events: it declares 1319413953\\d{4} bytes, more than a file of 20584.*"));
    }

    /**
     * A file of more than two gigabytes, most of which are no bytes on disk: what HDF5 calls a user block stands in front of the
     * content, whose places are all beyond what one buffer holds.
     */
    @Test
    void contentBeyondTwoGigabytes() throws IOException {
        byte[] content = FuzzTest.written(file -> {
            file.putDataset("E", new double[] {1.5, -2.5, 0.25});
            file.putDataset("hits", new int[][] {{1, 2}, {3, 4}, {5, 6}});
        });
        long block = 1L << 31;
        ByteBuffer start = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(12, block); // the base address in a superblock of version 2 or 3, whose checksum is behind 44 bytes
        start.putInt(44, ChecksumUtils.checksum(start.slice(0, 44)));
        Path file = folder.resolve("large.h5");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(content), block);
        }
        try (FileChannel channel = FileChannel.open(file); OpenFile open = OpenFile.large(channel)) {
            assertThat((double[]) open.content().getDatasetByPath("E").getData()).containsExactly(1.5, -2.5, 0.25);
            assertThat(open.content().getDatasetByPath("hits").getData(new long[] {1, 0}, new int[] {2, 2}))
                    .isEqualTo(new int[][] {{3, 4}, {5, 6}});
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(block + content.length / 2);
        }
        assertThatThrownBy(() -> new Hdf5Connector().open(DataSource.of(file.toString())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("large.h5");
    }
}
