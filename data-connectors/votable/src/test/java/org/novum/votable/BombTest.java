package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.xml.sax.SAXException;

/** Documents that grow without bounds, or look into other files. */
@Timeout(300)
class BombTest {
    /** The check of the beginning alone would not see what comes behind it. */
    private static final String LONG_COMMENT = "<!-- <VOTABLE> " + "x".repeat(5000) + " -->";

    private static final String LONGEST = "long";

    private static final String TABLE =
            Documents.table(List.of("<FIELD name=\"a\" datatype=\"char\" arraysize=\"*\"/>"), List.of(List.of("&z;")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", LONGEST})
    void entitiesThatGrow(String before) throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY a \"aaaaaaaaaa\">");
        for (char name = 'b'; name <= 'z'; name++) {
            entities.append("<!ENTITY ").append(name).append(" \"").append(("&" + (char) (name - 1) + ";").repeat(10)).append("\">");
        }
        assertRefused(declaring(before, entities.toString()), StandardCharsets.UTF_8, "entities of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "IBM037"})
    void entitiesThatAreOtherFiles(String encoding) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret words");
        String document = declaring(LONGEST, "<!ENTITY z SYSTEM \"" + secret.toUri() + "\">")
                .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"" + encoding + "\"");
        Path file = folder.resolve("entity.vot");
        byte[] bytes = document.getBytes(Charset.forName(encoding));
        Files.write(file, bytes);
        assertThatThrownBy(() -> new VotableConnector().open(DataSource.of("file:" + file)))
                .isInstanceOf(DataException.class)
                .hasMessageNotContaining("secret words");
        assertThatThrownBy(() -> Declarations.read(bytes))
                .isInstanceOfAny(VotableException.class, SAXException.class)
                .hasMessageNotContaining("secret words");
    }

    private static String declaring(String before, String entities) {
        return "<?xml version=\"1.0\"?>" + (before.isEmpty() ? "" : LONG_COMMENT) + "<!DOCTYPE VOTABLE [" + entities + "]>"
                + "<VOTABLE><RESOURCE>" + TABLE + "</RESOURCE></VOTABLE>";
    }

    @Test
    void elementsWithinElements() throws IOException {
        int depth = 300_000;
        String deep = "<VOTABLE>" + "<RESOURCE>".repeat(depth) + "</RESOURCE>".repeat(depth) + "</VOTABLE>";
        assertRefused(deep, StandardCharsets.UTF_8, "deep.vot");
    }

    @Test
    void arraysOfAbsurdLength() throws IOException {
        String fixed = "<FIELD name=\"a\" datatype=\"double\" arraysize=\"2147483647\"/>";
        String product = "<FIELD name=\"a\" datatype=\"double\" arraysize=\"65536x65536x3\"/>";
        String variable = "<FIELD name=\"a\" datatype=\"double\" arraysize=\"*\"/>";
        String text = "<FIELD name=\"a\" datatype=\"char\" arraysize=\"*\"/>";
        byte[] count = {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 2, 3, 4};
        for (String field : List.of(fixed, product, variable, text)) {
            for (String form : List.of("BINARY", "BINARY2")) {
                byte[] row = form.equals("BINARY") ? count : new byte[9];
                System.arraycopy(count, 0, row, row.length - count.length, count.length);
                assertRefused(
                        Documents.document("<TABLE>" + field + "<DATA><" + form + "><STREAM encoding=\"base64\">"
                                + Base64.getEncoder().encodeToString(row) + "</STREAM></" + form + "></DATA></TABLE>"),
                        StandardCharsets.UTF_8,
                        "deep.vot");
            }
        }
    }

    /** A row of no bytes can be read for ever. */
    @Test
    void rowsWithoutBytes() throws IOException {
        for (String field : List.of("", "<FIELD name=\"a\" datatype=\"int\" arraysize=\"0\"/>")) {
            assertRefused(
                    Documents.document("<TABLE>" + field + "<DATA><BINARY><STREAM encoding=\"base64\">AAAAAA==</STREAM></BINARY>"
                            + "</DATA></TABLE>"),
                    StandardCharsets.UTF_8,
                    "deep.vot");
        }
    }

    @Test
    void gzipThatGrowsWithoutEnd() throws IOException {
        byte[] blanks = new byte[1 << 27];
        Arrays.fill(blanks, (byte) ' ');
        byte[] start = "<VOTABLE>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, blanks, 0, start.length);
        byte[] bomb = FuzzTest.gzip(blanks);
        assertThat(bomb.length).isLessThan(1 << 20);
        Path file = Files.write(folder.resolve("bomb.vot.gz"), bomb);
        assertThatThrownBy(() -> new VotableConnector().open(DataSource.of("file:" + file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("too large");
    }

    private void assertRefused(String document, Charset charset, String named) throws IOException {
        Path file = Files.write(folder.resolve("deep.vot"), document.getBytes(charset));
        assertThatThrownBy(() -> {
                    try (Dataset dataset = new VotableConnector().open(DataSource.of("file:" + file))) {
                        Rows.of(dataset, "a");
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageContaining(named);
    }
}
