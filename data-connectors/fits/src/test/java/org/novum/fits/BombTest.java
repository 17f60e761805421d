package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nom.tam.fits.header.Compression;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.table.FitsTableConnector;

/** Files that claim what cannot be: they become a row that says so, before room is made for it. */
@Timeout(300)
class BombTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "9223372036854775807", "99999999999999999999", "-1", "2147483647"})
    void imagesOfAbsurdAxes(String axis) throws IOException {
        byte[] image = FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1)), Fixtures.lamostCards()).bytes();
        byte[] both = with(with(image, "NAXIS1", axis), "NAXIS2", axis);
        assertThat(problem("image.fits", both)).containsAnyOf("truncated", "damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "4294967296", "9223372036854775807", "9223372036854775808"})
    void tablesOfAbsurdRows(String rows) throws IOException {
        byte[] sdss = Fixtures.sdss(Fixtures.sdssCards()).bytes();
        assertThat(problem("rows.fits", with(sdss, "NAXIS2", rows))).containsAnyOf("truncated", "damaged");
        assertThat(problem("groups.fits", with(sdss, "PCOUNT", rows))).containsAnyOf("truncated", "damaged");
    }

    /** Two thousand million rows of no bytes each are whole. */
    @Test
    void rowsWithoutBytes() throws IOException {
        byte[] fibers = FitsBuilder.primary(java.util.Map.of())
                .table("FIBERMAP", Column.of("TARGETID", "0K", List.of()))
                .image("B_WAVELENGTH", new double[] {4000, 4001}, java.util.Map.of("BUNIT", "Angstrom"))
                .image("B_FLUX", new double[][] {{1, 2}}, java.util.Map.of("BUNIT", "10**-17 erg/(s cm2 Angstrom)"))
                .image("B_IVAR", new double[][] {{1, 1}}, java.util.Map.of())
                .bytes();
        byte[] none = with(fibers, "NAXIS2", "2147483647"); // the table has no bytes to a row and none behind it
        assertThat(problem("none.fits", none)).contains("damaged");
    }

    @Test
    void gzipThatGrowsWithoutEnd() throws IOException {
        byte[] start = Fixtures.sdss(Fixtures.sdssCards()).bytes();
        byte[] bomb = Packed.gzip(Arrays.copyOf(start, 1 << 27));
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(problem("bomb.fits.gz", bomb)).contains("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000000", "9223372036854775807", "-5", "0"})
    void tilesThatGrowWithoutEnd(String axis) throws IOException {
        byte[] image = FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1)), Fixtures.lamostCards()).bytes();
        byte[] packed = Packed.image(image, Compression.ZCMPTYPE_GZIP_1);
        for (String keyword : List.of("ZNAXIS1", "ZNAXIS2", "ZTILE1", "ZNAXIS")) {
            if (keyword.equals("ZTILE1") && !axis.equals("0")) {
                continue; // a tile a little larger than its image is cut to it
            }
            assertThat(problem("tile.fits.fz", with(packed, keyword, axis))).as(keyword).isNotEmpty();
        }
    }

    /** The library counts by whole tiles in 32 bits until it is beyond the axis, which it then never is. */
    @Test
    void tilesWhoseNumberGoesRound() throws IOException {
        byte[] image = FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1)), Fixtures.lamostCards()).bytes();
        byte[] packed = Packed.image(image, Compression.ZCMPTYPE_GZIP_1);
        assertThat(problem("round.fits.fz", with(packed, "ZTILE2", "2147483647"))).contains("ZTILE2 is 2147483647");
    }

    @Test
    void moreTilesThanRows() throws IOException {
        byte[] image = FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1)), Fixtures.lamostCards()).bytes();
        byte[] packed = Packed.image(image, Compression.ZCMPTYPE_GZIP_1);
        assertThat(problem("tiles.fits.fz", with(packed, "ZTILE1", "1"))).contains("image of 250 tiles has 5");
    }

    /** The library would go round for ever in a tile of no pixels. */
    @Test
    void tilesOfNoPixels() throws IOException {
        int[][] flat = new int[4][50];
        byte[] packed = Packed.image(FitsBuilder.primaryImage(flat, Map.of()).bytes(), Compression.ZCMPTYPE_HCOMPRESS_1);
        int tile = new String(packed, StandardCharsets.ISO_8859_1).indexOf("\u00dd\u0099");
        assertThat(tile).isPositive();
        try (Dataset whole = new FitsTableConnector().open(DataSource.of(write("whole.fits.fz", packed) + "#0"))) {
            assertThat(whole.card().rows()).isEqualTo(4);
        }
        Arrays.fill(packed, tile + 2, tile + 10, (byte) 0);
        String damaged = write("none.fits.fz", packed) + "#0";
        assertThatThrownBy(() -> new FitsTableConnector().open(DataSource.of(damaged)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("tile 1 has 0 times 0 pixels where 50 are");
    }

    private String write(String name, byte[] bytes) throws IOException {
        return "file:" + Files.write(folder.resolve(name), bytes);
    }

    /** A descriptor says how many numbers there are, for which room would be made. */
    @Test
    void cellsBeyondTheHeap() throws IOException {
        byte[] table = UnitFuzzTest.variable();
        int first = new String(table, StandardCharsets.ISO_8859_1).lastIndexOf("XTENSION") / 2880 * 2880 + 2880;
        table[first] = 0x20; // of the count of the first cell's numbers
        Path file = Files.write(folder.resolve("heap.fits"), table);
        assertThatThrownBy(() -> new FitsTableConnector().open(DataSource.of("file:" + file + "#1")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("in row 1 has 536870915 numbers");
    }

    private static byte[] with(byte[] file, String keyword, String value) {
        return with(file, keyword, value, 0);
    }

    /** Writes another value into the card of a keyword, the first, second, … of that name. */
    private static byte[] with(byte[] file, String keyword, String value, int which) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = -1;
        for (int i = 0; i <= which; i++) {
            at = text.indexOf(String.format("%-8s= ", keyword), at + 1);
        }
        assertThat(at).as(keyword).isNotNegative();
        byte[] changed = file.clone();
        byte[] card = String.format("%20s", value).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(card, 0, changed, at + 10, card.length);
        return changed;
    }

    private String problem(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        StringBuilder problems = new StringBuilder();
        try (RootAllocator allocator = new RootAllocator(1 << 28);
                Dataset dataset = new FitsConnector().open(DataSource.of("file:" + file));
                Batches batches = dataset.read(
                        allocator, dataset.card().parts().getFirst().name(), List.of("flux", "problem"))) {
            assertThat(dataset.card().rows()).isEqualTo(1);
            while (batches.next()) {
                problems.append(batches.root().getVector("problem").getObject(0));
            }
        }
        return problems.toString();
    }
}
