package org.novum.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Files that claim what cannot be. */
@Timeout(300)
class BombTest {
    @TempDir
    private Path folder;

    /** Every count of 30 in the footer, of file, row group and columns, becomes 2^62. */
    @Test
    void parquetOfAbsurdRows() throws IOException {
        byte[] file = Samples.parquet(", COMPRESSION uncompressed");
        ByteBuffer end = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = end.getInt(file.length - 8);
        int start = file.length - 8 - length;
        byte[] absurd = {0x16, -128, -128, -128, -128, -128, -128, -128, -128, -128, 1};
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        int changed = 0;
        for (int at = start; at < file.length - 8; at++) {
            if (file[at] == 0x16 && file[at + 1] == 60) {
                footer.writeBytes(absurd);
                at++;
                changed++;
            } else {
                footer.write(file[at]);
            }
        }
        assertThat(changed).isPositive();
        ByteBuffer bomb = ByteBuffer.allocate(start + footer.size() + 8).order(ByteOrder.LITTLE_ENDIAN);
        bomb.put(file, 0, start).put(footer.toByteArray()).putInt(footer.size()).put("PAR1".getBytes(StandardCharsets.US_ASCII));
        assertRefused("rows.parquet", bomb.array());
    }

    /** A list of the footer that has 2^31 - 1 items is a few bytes long, and the database makes room for it. */
    @Test
    void parquetListsThatAreLongerThanTheFooter() throws IOException {
        byte[] file = Samples.parquet(", COMPRESSION uncompressed");
        ByteBuffer end = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = end.getInt(file.length - 8);
        int start = file.length - 8 - length;
        // Field 1 is a number, field 2 the list of columns: 0x15, the number, 0x19, 0x?c.
        int list = start + 3;
        assertThat(file[list - 1]).isEqualTo((byte) 0x19);
        assertThat(file[list] & 0xf).isEqualTo(0xc);
        byte[] many = {(byte) 0xfc, -1, -1, -1, -1, 7};
        ByteBuffer bomb = ByteBuffer.allocate(file.length + many.length - 1).order(ByteOrder.LITTLE_ENDIAN);
        bomb.put(file, 0, list).put(many).put(file, list + 1, file.length - list - 9).putInt(length + many.length - 1);
        bomb.put("PAR1".getBytes(StandardCharsets.US_ASCII));
        assertRefused("lists.parquet", bomb.array());
    }

    @Test
    void jsonWithinJson() throws IOException {
        int depth = 200_000;
        String arrays = "{\"a\": " + "[".repeat(depth) + "]".repeat(depth) + "}\n";
        String objects = "{\"a\": ".repeat(depth) + "1" + "}".repeat(depth) + "\n";
        assertRefused("arrays.jsonl", arrays.getBytes(StandardCharsets.UTF_8));
        assertRefused("objects.jsonl", objects.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void gzipThatGrowsWithoutEnd() throws IOException {
        byte[] blanks = new byte[1 << 26];
        Arrays.fill(blanks, (byte) 'a');
        byte[] start = "{\"a\": \"".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, blanks, 0, start.length);
        assertRefused("bomb.jsonl.gz", Samples.gzip(blanks));
    }

    /** Offsets of the list column that lead out of its buffer would be followed by native code. */
    @Test
    void arrowOffsetsThatLeadNowhere() throws IOException {
        byte[] file = Samples.arrow(CodecType.NO_COMPRESSION);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int changed = 0;
        for (int at = 0; at + 16 <= file.length; at += 4) {
            // The offsets of lists of 0, 1, 2, 0, 1, 2 items begin like this.
            if (bytes.getInt(at) == 0 && bytes.getInt(at + 4) == 0 && bytes.getInt(at + 8) == 1 && bytes.getInt(at + 12) == 3) {
                bytes.putInt(at + 12, 0x4000_0000);
                changed++;
            }
        }
        assertThat(changed).isPositive();
        assertRefused("offsets.arrow", file);
    }

    /** Room is made for the rows that a batch says it has, and for the values that a column says it has. */
    @Test
    void arrowBatchWhoseCountsDiffer() throws IOException {
        byte[] file = Samples.arrow(CodecType.NO_COMPRESSION);
        int changed = 0;
        for (int at = 0; at + Long.BYTES <= file.length; at += 4) {
            ByteBuffer bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.getLong(at) == Samples.ROWS) {
                bytes.putLong(at, 1L << 33);
                assertRefused("rows" + at + ".arrow", bytes.array());
                changed++;
            }
        }
        assertThat(changed).as("two batches, their four columns, and the items").isGreaterThanOrEqualTo(12);
    }

    private void assertRefused(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        assertThatThrownBy(() -> {
                    try (RootAllocator allocator = new RootAllocator(1 << 30);
                            Dataset dataset = new ColumnarConnector().open(DataSource.of("file:" + file))) {
                        DataPart part = dataset.card().parts().getFirst();
                        List<String> columns = part.columns().stream().map(ColumnCard::name).toList();
                        try (Batches batches = dataset.read(allocator, part.name(), columns)) {
                            while (batches.next()) {
                                assertThat(batches.root().getRowCount()).isPositive();
                            }
                        }
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name);
    }
}
