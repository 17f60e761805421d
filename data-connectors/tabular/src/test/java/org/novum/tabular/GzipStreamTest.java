package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.api.data.DataException;

class GzipStreamTest {
    private static final byte[] CONTENT = content();

    private static byte[] content() {
        byte[] bytes = new byte[300_000];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('0' + random.nextInt(10));
        }
        return bytes;
    }

    private static byte[] read(byte[] file) throws IOException {
        try (InputStream in = SourceBytes.decompressed(new ByteArrayInputStream(file), "x.csv.gz")) {
            return in.readAllBytes();
        }
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    @Test
    void readsWhatWasCompressed() throws IOException {
        assertThat(read(Tables.gzip(CONTENT))).isEqualTo(CONTENT);
        assertThat(read(CONTENT)).isEqualTo(CONTENT);
        assertThat(read(new byte[] {'1'})).isEqualTo(new byte[] {'1'});
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void readsSeveralMembersAndPadding() throws IOException {
        byte[] first = Arrays.copyOf(CONTENT, 100_000);
        byte[] second = Arrays.copyOfRange(CONTENT, 100_000, CONTENT.length);
        assertThat(read(join(Tables.gzip(first), Tables.gzip(second)))).isEqualTo(CONTENT);
        assertThat(read(join(Tables.gzip(CONTENT), new byte[1000]))).isEqualTo(CONTENT);
    }

    @Test
    void readsEveryOptionalFieldOfTheHeader() throws IOException {
        byte[] plain = Tables.gzip("a,b\n1,2\n");
        byte[] header = {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y'};
        byte[] rest = join("name.csv\0comment\0".getBytes(StandardCharsets.ISO_8859_1), new byte[] {1, 2});
        byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
        assertThat(new String(read(join(header, rest, body)), StandardCharsets.UTF_8)).isEqualTo("a,b\n1,2\n");
    }

    @Test
    void refusesAFileCutAnywhere() {
        byte[] whole = Tables.gzip("Run,Event,M\n165617,75206763,89.1\n165617,75206764,91.2\n");
        for (int length = 2; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(DataException.class)
                    .hasMessage("x.csv.gz: the gzip file ends in the middle of its data; it was cut off; get it again");
        }
    }

    @Test
    void refusesTrailingGarbage() {
        assertThatThrownBy(() -> read(join(Tables.gzip(CONTENT), "garbage".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x.csv.gz: bytes that are not gzip follow the compressed data; ");
    }

    @Test
    void neverGivesOtherBytesForAFlippedBit() throws IOException {
        byte[] good = Tables.gzip("Run,Event,M\n165617,75206763,89.1\n165617,75206764,91.2\n");
        byte[] content = read(good);
        int refused = 0;
        for (int at = 10; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 4;
            try {
                assertThat(read(bad)).as("byte %d", at).isEqualTo(content); // a bit that fills up the last byte
            } catch (DataException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(good.length - 12);
    }
}
