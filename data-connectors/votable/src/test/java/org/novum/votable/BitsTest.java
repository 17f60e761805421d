package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Columns of one bit, in every form of data. */
class BitsTest {
    private static final String BIT = "<FIELD name=\"b\" datatype=\"bit\"/>";
    private static final String WHOLE = "<FIELD name=\"n\" datatype=\"short\"/>";

    @TempDir
    private Path folder;

    private List<@Nullable Object> read(String inside, String column) throws IOException {
        Path file = Files.writeString(folder.resolve("bits.vot"), Documents.document(inside));
        try (Dataset dataset = new VotableConnector().open(DataSource.of("file:" + file))) {
            return Rows.of(dataset, column);
        }
    }

    private static String binary(String fields, String form, int... bytes) {
        byte[] rows = new byte[bytes.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) bytes[i];
        }
        return "<TABLE>" + fields + "<DATA><" + form + "><STREAM encoding=\"base64\">"
                + Base64.getMimeEncoder().encodeToString(rows) + "</STREAM></" + form + "></DATA></TABLE>";
    }

    @Test
    void asText() throws IOException {
        assertThat(read(Documents.table(List.of(BIT), List.of(List.of("1"), List.of("0"), List.of(""))), "b"))
                .containsExactly("true", "false", null);
    }

    /** The first bit of the byte, as the standard says, and the one that astropy sets. */
    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x08, 0x01})
    void inBinaryStreams(int truth) throws IOException {
        for (String field : List.of(BIT, BIT.replace("/>", " arraysize=\"1\"/>"))) {
            assertThat(read(binary(field, "BINARY", truth, 0, truth), "b")).containsExactly("true", "false", "true");
            assertThat(read(binary(field, "BINARY2", 0, truth, 0x80, truth, 0, 0), "b")).containsExactly("true", null, "false");
        }
    }

    @Test
    void besideOtherColumns() throws IOException {
        String fields = WHOLE + BIT + "<FIELD name=\"t\" datatype=\"char\" arraysize=\"*\"/>";
        int[] rows = {0, 7, 8, 0, 0, 0, 2, 'o', 'n', 1, 0, 0, 0, 0, 0, 0};
        assertThat(read(binary(fields, "BINARY", rows), "n")).containsExactly(7L, 256L);
        assertThat(read(binary(fields, "BINARY", rows), "b")).containsExactly("true", "false");
        assertThat(read(binary(fields, "BINARY", rows), "t").getFirst()).isEqualTo("on");
    }

    /** Arrays of bits are the library's. */
    @Test
    void arraysStayArrays() throws IOException {
        assertThat(read(binary(BIT.replace("/>", " arraysize=\"3\"/>"), "BINARY", 0xa0), "b")).hasSize(1).doesNotContainNull();
    }

    /** Data that a library refuses are no broken XML. */
    @Test
    void saysWhatIsWrong() {
        String cut = binary(WHOLE + BIT, "BINARY", 0, 7, 8, 0, 7);
        assertThatThrownBy(() -> read(cut, "b")).isInstanceOf(DataException.class).hasMessageContaining("in the middle of row 2");
        String unknown = binary(BIT.replace("\"bit\"", "\"qubit\""), "BINARY", 1, 2, 3);
        assertThatThrownBy(() -> read(unknown, "b"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has a type that VOTables do not have");
        assertThatThrownBy(() -> read("<TABLE>" + WHOLE + "<DATA>", "n")).hasMessageContaining("not well-formed");
    }

    /** The fields say nothing of the bytes of a FITS file; without any, looking through it had no end. */
    @Test
    @Timeout(60)
    void fitsInsideIsNoBinaryTable() {
        for (String field : List.of("", BIT)) {
            byte[] block = new byte[2880];
            Arrays.fill(block, (byte) ' ');
            String text = Base64.getEncoder().encodeToString(block);
            assertThatThrownBy(() -> read(
                            "<TABLE>" + field + "<DATA><FITS><STREAM encoding=\"base64\">" + text + "</STREAM></FITS></DATA></TABLE>", "b"))
                    .isInstanceOf(DataException.class);
        }
    }
}
