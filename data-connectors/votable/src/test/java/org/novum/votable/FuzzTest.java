package org.novum.votable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Damaged documents, with each form of the data. */
class FuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new VotableConnector();
    }

    @Override
    protected int some() {
        return 300;
    }

    @Override
    public List<FuzzSeed> seeds() {
        String spectrum = Documents.document("<INFO name=\"QUERY_STATUS\" value=\"OK\"/>"
                + Documents.spectrum("nm", "erg/s/cm2/Angstrom", "<PARAM name=\"t\" datatype=\"char\" arraysize=\"*\""
                        + " utype=\"spec:Target.Name\" value=\"star\"/>"));
        byte[] text = written(DataFormat.TABLEDATA);
        return List.of(
                FuzzSeed.of("spectrum.vot", spectrum.getBytes(StandardCharsets.UTF_8)),
                FuzzSeed.of("text.xml", text),
                FuzzSeed.of("binary.vot", written(DataFormat.BINARY)),
                FuzzSeed.of("binary2.votable", written(DataFormat.BINARY2)),
                FuzzSeed.of("", text).packed("text.vot.gz", FuzzTest::gzip));
    }

    private static byte[] written(DataFormat format) {
        RowListStarTable rows = new RowListStarTable(new ColumnInfo[] {
            new ColumnInfo("x", Double.class, null),
            new ColumnInfo("n", Long.class, null),
            new ColumnInfo("name", String.class, null),
            new ColumnInfo("list", double[].class, null),
            new ColumnInfo("flags", boolean[].class, null),
            new ColumnInfo("codes", int[].class, null),
            new ColumnInfo("words", String[].class, null)
        });
        for (int row = 0; row < 12; row++) {
            rows.addRow(new Object[] {
                row / 3.0,
                row == 4 ? null : (Object) (long) row,
                "name <" + row + ">",
                new double[] {row, 0.5},
                new boolean[] {true, row % 2 == 0},
                new int[row % 3],
                new String[] {"a", "b" + row}
            });
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            VOTableWriter writer = new VOTableWriter(format, true, VOTableVersion.V14);
            writer.setWriteDate(false);
            writer.writeStarTable(rows, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
