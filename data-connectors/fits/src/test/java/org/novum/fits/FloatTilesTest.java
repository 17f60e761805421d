package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.header.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Compressed images of floating-point numbers. The files were written by astropy 5.2.1, which has CFITSIO within: {@code
 * CompImageHDU(d, compression_type, quantize_level, quantize_method, tile_size, dither_seed=9998)} of 5 by 12 normal random numbers
 * with a NaN (none for H-compress, which knows none) and a line of one number, and behind them, called {@code PLAIN_…}, as images what astropy reads from these units; all
 * in gzip.
 *
 * <ul>
 *   <li>{@code quantised}: Rice of single, GZIP_2 of double precision, H-compress; level 16, without dither
 *   <li>{@code dithered}: Rice with SUBTRACTIVE_DITHER_1, and with SUBTRACTIVE_DITHER_2 of numbers of which some are 0
 *   <li>{@code lossless}: GZIP_1 and GZIP_2 at level 0
 * </ul>
 */
class FloatTilesTest {
    private static FitsContent resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(FloatTilesTest.class.getResourceAsStream(name), name)) {
            return FitsContent.of(new GZIPInputStream(new ByteArrayInputStream(in.readAllBytes())).readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantised/RICE", "quantised/DOUBLE", "quantised/H", "dithered/ONE", "dithered/TWO", "lossless/GZIP1",
                "lossless/GZIP2", "lossless/DOUBLE"
            })
    void valuesAreThoseOfAstropy(String place) throws IOException {
        FitsContent file = resource(place.replaceFirst("/.*", ".fits.gz"));
        String name = place.replaceFirst(".*/", "");
        Hdu image = file.named(name).orElseThrow();
        Hdu expected = file.named("PLAIN_" + name).orElseThrow();
        assertThat(image.axes()).containsExactly(5, 12).isEqualTo(expected.axes());
        assertThat(image.number("BITPIX")).isEqualTo(expected.number("BITPIX"));
        double sum = 0;
        for (int row = 0; row < 5; row++) {
            assertThat(image.row(row)).as("row %d", row).isEqualTo(expected.row(row));
            sum += Arrays.stream(image.row(row)).filter(value -> value == value).sum();
        }
        assertThat(sum).as("there are numbers").isBetween(200.0, 600.0);
        assertThat(Double.isNaN(image.row(1)[2])).isEqualTo(!name.equals("H"));
    }

    private static Map<String, Object> cards() {
        Map<String, Object> cards = new LinkedHashMap<>(Map.of(
                "ZIMAGE", true, "ZTENSION", "IMAGE", "ZCMPTYPE", "RICE_1", "ZBITPIX", -64, "ZNAXIS", 2, "ZNAXIS1", 3, "ZNAXIS2", 2));
        cards.putAll(Map.of("ZTILE1", 3, "ZTILE2", 1, "ZPCOUNT", 0, "ZGCOUNT", 1, "ZQUANTIZ", "NO_DITHER"));
        return cards;
    }

    private static Hdu unit(Map<String, Object> cards, Column... columns) {
        return FitsContent.of(FitsBuilder.primary(Map.of()).table("IMAGE", cards, columns).bytes()).unit(1).orElseThrow();
    }

    /** Tiles that no algorithm made smaller; section 10.1.3 of the standard. */
    @Test
    void tilesThatWereNotCompressed() {
        Column whole = Column.of("UNCOMPRESSED_DATA", "3J", List.of(new int[] {4, -5, 6}, new int[] {7, -99, 0}));
        Column scale = Column.of("ZSCALE", "1D", 0.5, 0.25);
        Column zero = Column.of("ZZERO", "1D", 10, -1);
        Map<String, Object> keyword = cards();
        keyword.put("ZBLANK", -99);
        Hdu image = unit(keyword, whole, scale, zero);
        assertThat(image.row(0)).containsExactly(12, 7.5, 13);
        assertThat(image.row(1)).containsExactly(0.75, Double.NaN, -1);
        Column blank = Column.of("ZBLANK", "1J", List.of(6, 7));
        Hdu each = unit(cards(), whole, scale, zero, blank);
        assertThat(each.row(0)).containsExactly(12, 7.5, Double.NaN);
        assertThat(each.row(1)).containsExactly(Double.NaN, -99 * 0.25 - 1, -1);
        Column real = Column.of("UNCOMPRESSED_DATA", "3D", List.of(new double[] {4, -5, 6}, new double[] {7, Double.NaN, 0}));
        assertThat(unit(cards(), real, scale, zero).row(1)).containsExactly(7, Double.NaN, 0);
        assertThat(unit(cards(), real).row(0)).containsExactly(4, -5, 6);
    }

    @Test
    void whatCannotBeReadSaysSo() {
        Column whole = Column.of("UNCOMPRESSED_DATA", "3J", List.of(new int[] {4, -5, 6}, new int[] {7, -99, 0}));
        Column scale = Column.of("ZSCALE", "1D", 0.5, 0.25);
        Map<String, Object> way = cards();
        way.put("ZQUANTIZ", "DITHER_9");
        assertThatThrownBy(() -> unit(way, whole, scale)).isInstanceOf(SpectrumException.class).hasMessageContaining("DITHER_9");
        assertThatThrownBy(() -> unit(cards(), whole)).isInstanceOf(SpectrumException.class).hasMessageContaining("12 bytes for 3");
        Column packed = Column.of("COMPRESSED_DATA", "3B", List.of(new byte[3], new byte[3]));
        Map<String, Object> algorithm = cards();
        algorithm.put("ZCMPTYPE", "BZIP2_1");
        assertThatThrownBy(() -> unit(algorithm, packed)).isInstanceOf(SpectrumException.class).hasMessageContaining("BZIP2_1");
        Column other = Column.of("OTHER", "3B", List.of(new byte[3], new byte[3]));
        assertThatThrownBy(() -> unit(cards(), other)).isInstanceOf(SpectrumException.class).hasMessageContaining("holds nothing");
    }

    /** Which the library writes, and calls its units so. */
    @Test
    void tilesOfTheLibrary() {
        byte[] image = FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1)), Map.of()).bytes();
        for (String algorithm : List.of(Compression.ZCMPTYPE_GZIP_1, Compression.ZCMPTYPE_GZIP_2)) {
            Hdu read = FitsContent.of(Packed.image(image, algorithm)).unit(0).orElseThrow();
            assertThat(read.row(2)).as(algorithm).isEqualTo(Fixtures.range(4000, 1));
        }
    }
}
