package org.novum.fits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.AsciiTable;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.FitsException;
import nom.tam.fits.header.Compression;
import org.novum.api.data.DataConnector;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.table.FitsTableConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged units of FITS files read as they are: tables, images and headers, plain, in gzip, and as fpack compresses them. */
class UnitFuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new FitsTableConnector();
    }

    @Override
    protected int some() {
        return 300;
    }

    @Override
    public List<FuzzSeed> seeds() {
        byte[] forms = FitsTableTest.everyForm();
        byte[] image = FitsBuilder.primaryImage(
                        new int[][][] {{{1, 2, 3, 4}, {4, 5, -7, 6}}, {{7, 8, 9, 1}, {10, 11, 12, 2}}},
                        Map.of("BSCALE", 2.0, "BZERO", 1.0, "BLANK", -7, "BUNIT", "count"))
                .bytes();
        byte[] line = FitsBuilder.primaryImage(Fixtures.range(-3, 0.5), Map.of("OBJECT", "a 'name'", "EXPTIME", 900.5)).bytes();
        byte[] ramp = FitsBuilder.primaryImage(ramp(), Map.of()).bytes();
        byte[] numbers = FitsBuilder.primary(Map.of())
                .table(
                        "N",
                        Column.of("x", "1D", Fixtures.range(0.5, 0.25)).in("GeV"),
                        Column.of("n", "1J", Fixtures.range(-20, 3)),
                        Column.of("e", "1E", Fixtures.range(1, 1)))
                .bytes();
        return List.of(
                FuzzSeed.of("forms.fits", forms).choosing("#T"),
                FuzzSeed.of("variable.fits", variable()).choosing("#1"),
                FuzzSeed.of("text.fits", text()).choosing("#1"),
                FuzzSeed.of("image.fits", image).choosing("#0"),
                FuzzSeed.of("line.fits", line).choosing("#0"),
                FuzzSeed.of("cards.fits", line).choosing("#0;header"),
                FuzzSeed.of("", forms).packed("forms.fits.gz", Packed::gzip).choosing("#1"),
                FuzzSeed.of("rice.fits.fz", Packed.image(ramp, Compression.ZCMPTYPE_RICE_1)).choosing("#0"),
                FuzzSeed.of("gzip.fits.fz", Packed.image(ramp, Compression.ZCMPTYPE_GZIP_2)).choosing("#0"),
                FuzzSeed.of("hcompress.fits.fz", Packed.image(ramp, Compression.ZCMPTYPE_HCOMPRESS_1)).choosing("#0"),
                FuzzSeed.of("reals.fits.fz", resource("quantised.fits.gz")).choosing("#RICE"),
                FuzzSeed.of("transformed.fits.fz", resource("quantised.fits.gz")).choosing("#H"),
                FuzzSeed.of("lossless.fits.fz", resource("lossless.fits.gz")).choosing("#GZIP2"),
                FuzzSeed.of("dithered.fits.fz", resource("dithered.fits.gz")).choosing("#TWO"),
                FuzzSeed.of("numbers.fits.fz", Packed.table(numbers)).choosing("#1"));
    }

    /** The compressed units of a file, whose last ones are not compressed, and would take most of the damage. */
    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(UnitFuzzTest.class.getResourceAsStream(name), name);
                InputStream plain = new GZIPInputStream(in)) {
            byte[] all = plain.readAllBytes();
            int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("XTENSION= 'IMAGE");
            return Arrays.copyOf(all, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[][] ramp() {
        int[][] ramp = new int[16][16];
        for (int row = 0; row < ramp.length; row++) {
            for (int column = 0; column < ramp.length; column++) {
                ramp[row][column] = row * row - 3 * column;
            }
        }
        return ramp;
    }

    /** Cells of different lengths, which stand in the heap behind the table. */
    static byte[] variable() {
        BinaryTable table = new BinaryTable();
        try {
            table.addColumn(new float[][] {{1, 2, 3}, {}, {4.5f, Float.NaN}});
            table.addColumn(new int[][] {{}, {-7}, {1, 2, 3, 4}});
            return Packed.unit(table);
        } catch (FitsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table of text. */
    private static byte[] text() {
        try {
            return Packed.unit(AsciiTable.fromColumnMajor(new Object[] {
                new double[] {1.25, -0.035, 1e30}, new int[] {12, -99, 7}, new String[] {"ab", "wxyz", ""}
            }));
        } catch (FitsException e) {
            throw new IllegalStateException(e);
        }
    }
}
