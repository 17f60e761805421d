package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Cells of tables of text: what cannot be read is told, and nothing is made missing in silence. */
class TextCellsTest {
    @TempDir
    private Path folder;

    private Dataset open(String fields, String rows) throws IOException {
        Path file = Files.writeString(
                folder.resolve("cells.vot"),
                "<VOTABLE version='1.4'><RESOURCE><TABLE>" + fields + "<DATA><TABLEDATA>" + rows
                        + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        return new VotableConnector().open(DataSource.of(file.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "int, abc, is no int",
        "int, 1.5, is no int",
        "short, 40000, is no short",
        "unsignedByte, 300, is no unsignedByte",
        "long, 9223372036854775808, is no long",
        "double, z, is no double",
        "boolean, maybe, is no boolean",
        "bit, 2, is no bit"
    })
    void refusesWhatIsNoValue(String type, String cell, String why) {
        assertThatThrownBy(() -> open("<FIELD name='n' datatype='" + type + "'/>", "<TR><TD/></TR><TR><TD>" + cell + "</TD></TR>"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cells.vot: damaged: row 2, column n has '" + cell + "', which " + why);
    }

    @Test
    void refusesWrongItemsAndRaggedRows() {
        assertThatThrownBy(() -> open("<FIELD name='n' datatype='int' arraysize='*'/>", "<TR><TD>1 2 x</TD></TR>"))
                .hasMessageContaining("row 1, column n has 'x', which is no int");
        assertThatThrownBy(() -> open(
                        "<FIELD name='a' datatype='int'/><FIELD name='b' datatype='int'/>", "<TR><TD>1</TD></TR>"))
                .hasMessageContaining("row 1 has 1 cells, and there are 2 columns");
    }

    @Test
    void readsWhatIsWrittenInEveryWay() throws IOException {
        try (Dataset whole = open(
                "<FIELD name='n' datatype='int'><VALUES null='-9'/></FIELD>",
                "<TR><TD> 0x1F </TD></TR><TR><TD>-9</TD></TR><TR><TD>NaN</TD></TR><TR><TD/></TR>")) {
            assertThat(Rows.of(whole, "n")).containsExactly(31L, null, null, null);
        }
        try (Dataset reals = open("<FIELD name='x' datatype='double'/>", "<TR><TD>+Inf</TD></TR><TR><TD>1e-3</TD></TR><TR><TD>NaN</TD></TR>")) {
            assertThat(Rows.of(reals, "x").subList(0, 2)).isEqualTo(List.of(Double.POSITIVE_INFINITY, .001));
        }
    }

    @Test
    void bitsMayStandTogether() throws IOException {
        String field = "<FIELD name='b' datatype='bit' arraysize='4'/>";
        try (Dataset bits = open(field, "<TR><TD>1010</TD></TR><TR><TD>0 1 1 0</TD></TR>")) {
            assertThat(Rows.of(bits, "b")).containsExactly("(true, false, true, false)", "(false, true, true, false)");
        }
    }
}
